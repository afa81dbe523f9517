import AmendsPolicy
import Glibc

/// Reviews made up by a fixed rule, so that every measurement has the same.
struct SampleReviews {
  private static let words = [
    "kettle", "cracked", "battery", "after", "a", "week", "the", "lid", "leaks", "and", "it",
    "stopped", "working", "arrived", "late", "box", "was", "torn", "missing", "screw", "smells",
    "burnt", "returned", "support", "never", "answered", "good", "idea", "poor", "quality",
  ]
  private static let year: Int64 = 31_536_000_000
  private static let asins: UInt64 = 5000

  let count: Int
  let before: Instant

  /// Writes them as Amazon Reviews'23 has them, one JSON object a line.
  ///
  /// - Throws: `Failure` where the file cannot be written.
  func write(to path: String) throws(Failure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw Failure(.part, "\(path) cannot be made: \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    var output = StandardOutput(descriptor)
    var random = Steps(state: 1)
    for number in 0..<count { output.line(review(number, &random)) }
    try output.finish()
  }

  private func review(_ number: Int, _ random: inout Steps) -> JSONValue {
    let asin = "B0" + padded(random.next() % Self.asins, 8)
    let age = Int64(random.next() % UInt64(2 * Self.year))
    return [
      "rating": .number("\(1 + random.next() % 5).0"), "title": .string(text(4, &random)),
      "text": .string(text(8 + Int(random.next() % 60), &random)), "images": .array([]),
      "asin": .string(asin), "parent_asin": .string(asin),
      "user_id": .string("A" + padded(UInt64(number), 20)),
      "timestamp": .int(before.milliseconds - age), "helpful_vote": .int(random.next() % 40),
      "verified_purchase": .bool(true),
    ]
  }

  private func text(_ length: Int, _ random: inout Steps) -> String {
    (0..<length).map { _ in Self.words[Int(random.next() % UInt64(Self.words.count))] }
      .joined(separator: " ")
  }

  private func padded(_ number: UInt64, _ width: Int) -> String {
    let digits = "\(number)"
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// The multiplier and increment are Knuth's, of MMIX.
  private struct Steps {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
  }
}
