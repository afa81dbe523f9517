/// What one process, or all of a kind together, tried and got.
struct Tally: Hashable, Sendable {
  var attempts = 0
  var left = 0
  var refused = 0
  var failed = 0
  var waits = Waits()

  mutating func count(_ outcome: AttemptOutcome) {
    attempts += 1
    switch outcome {
    case .left: left += 1
    case .refused: refused += 1
    case .failed: failed += 1
    }
  }

  mutating func add(_ other: Tally) {
    attempts += other.attempts
    left += other.left
    refused += other.refused
    failed += other.failed
    waits.add(other.waits)
  }

  /// The tally as a process leaves it behind.
  var text: String {
    let waited = waits.counts.map { "wait \($0.key) \($0.value)\n" }.joined()
    return "attempts \(attempts)\nleft \(left)\nrefused \(refused)\nfailed \(failed)\n"
      + "writes \(waits.writes)\n" + waited
  }

  /// Reads a tally that a process left behind.
  init(_ text: String) throws(ProofError) {
    for line in text.split(separator: "\n") {
      let numbers = line.split(separator: " ").dropFirst().compactMap { Int($0) }
      switch (line.prefix { $0 != " " }, numbers.count) {
      case ("attempts", 1): attempts = numbers[0]
      case ("left", 1): left = numbers[0]
      case ("refused", 1): refused = numbers[0]
      case ("failed", 1): failed = numbers[0]
      case ("writes", 1): waits.writes = numbers[0]
      case ("wait", 2): waits.add(numbers[1], of: numbers[0])
      default: throw ProofError("a process left an unreadable tally: \(line)")
      }
    }
  }

  init() {}
}
