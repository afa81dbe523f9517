import Ledger

/// The first lines of a file, read as JSON.
struct JSONHead {
  /// Whether the first line is a review, or a broken object that may have been one.
  let isReviews: Bool
  /// Whether the first line is something else but one that follows is a review.
  let isReviewsFurtherDown: Bool
  /// The keys of the first line where it is an object of another kind.
  let keys: [String]?

  private static let lines = 100

  init(_ head: UnsafeBufferPointer<UInt8>, isWhole: Bool) {
    let lines = Self.split(head, isWhole: isWhole)
    let first = lines.first
    keys = first.flatMap(Self.keys)
    if let keys {
      isReviews = Self.areReview(keys)
    } else {
      isReviews = first.map(Self.beginsObject) ?? Self.beginsObject(head)
    }
    isReviewsFurtherDown = lines.dropFirst().contains { Self.keys($0).map(Self.areReview) ?? false }
  }

  private static func areReview(_ keys: [String]) -> Bool {
    ReviewObject.needed.filter { keys.contains("\($0.name)") }.count >= 2
  }

  private static func beginsObject(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var cursor = JSONCursor(bytes)
    cursor.skipSpace()
    return cursor.current == UInt8(ascii: "{")
  }

  private static func keys(_ line: UnsafeBufferPointer<UInt8>) -> [String]? {
    guard beginsObject(line) else { return nil }
    var keys: [String] = []
    var cursor = JSONCursor(line)
    do throws(JSONFault) {
      try cursor.object { range, _, _ in
        keys.append(String(decoding: UnsafeBufferPointer(rebasing: line[range]), as: UTF8.self))
      }
    } catch {
      return nil
    }
    return keys
  }

  private static func split(
    _ head: UnsafeBufferPointer<UInt8>, isWhole: Bool
  ) -> [UnsafeBufferPointer<UInt8>] {
    let lines = head.split(separator: UInt8(ascii: "\n"), maxSplits: Self.lines)
    let complete = isWhole ? lines[...] : lines.dropLast()
    return complete.map { UnsafeBufferPointer(rebasing: $0) }
  }
}
