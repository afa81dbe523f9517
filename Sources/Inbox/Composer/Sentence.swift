/// The sentences that byte ranges of a text belong to.
enum Sentence {
  /// The range of whole sentences around some ranges; the end of the text where there are none.
  ///
  /// A sentence ends behind `.`, `!` or `?` before white space, and at a line break.
  static func range(around ranges: [Range<Int>], in text: String) -> Range<Int> {
    let bytes = Array(text.utf8)
    guard let first = ranges.first, let last = ranges.last else { return bytes.count..<bytes.count }
    var start = min(first.lowerBound, bytes.count)
    while start > 0, !isBoundary(before: start, in: bytes) { start -= 1 }
    while start < bytes.count, bytes[start] == UInt8(ascii: " ") { start += 1 }
    var end = min(max(last.upperBound, start), bytes.count)
    while end < bytes.count, !isBoundary(before: end, in: bytes) || end == start { end += 1 }
    return min(start, end)..<end
  }

  private static func isBoundary(before index: Int, in bytes: [UInt8]) -> Bool {
    let previous = bytes[index - 1]
    if previous == newline { return true }
    if index < bytes.count, bytes[index] == newline { return true }
    let isStop =
      previous == UInt8(ascii: ".") || previous == UInt8(ascii: "!")
      || previous == UInt8(ascii: "?")
    return isStop && (index == bytes.count || bytes[index] == UInt8(ascii: " "))
  }

  private static let newline = UInt8(ascii: "\n")
}
