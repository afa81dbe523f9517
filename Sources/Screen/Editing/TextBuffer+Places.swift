/// Places in the text that keys go to.
extension TextBuffer {
  /// The border between characters at or before a byte; or the one at or behind it.
  func boundary(_ offset: Int, upwards: Bool = false) -> Int {
    let offset = min(max(0, offset), count)
    guard offset > 0, !isBetweenASCII(offset) else { return offset }
    let place = index(offset)
    let first = text.index(after: text.startIndex)
    // Going one back and one on again ends at the border; within the first character there is no
    // back.
    let start = place < first ? text.startIndex : text.index(after: text.index(before: place))
    if start == place || !upwards { return distance(to: start) }
    return distance(to: text.index(after: start))
  }

  private func distance(to index: String.Index) -> Int {
    text.utf8.distance(from: text.startIndex, to: index)
  }

  /// The border before the character to the left.
  func before(_ offset: Int) -> Int {
    guard offset > 0 else { return 0 }
    return isBetweenASCII(offset - 1) ? offset - 1 : boundary(offset - 1)
  }

  /// The border behind the character to the right.
  func after(_ offset: Int) -> Int {
    Clusters(text, in: min(offset, count)..<count).first { _ in true }?.range.upperBound ?? count
  }

  /// The start of the word at or before a place.
  func wordStart(before offset: Int) -> Int {
    var place = offset
    while place > 0, !isWord(endingAt: place) { place = before(place) }
    while place > 0, isWord(endingAt: place) { place = before(place) }
    return place
  }

  /// The end of the word at or behind a place.
  func wordEnd(after offset: Int) -> Int {
    var place = offset
    while place < count, !isWord(at: place) { place = after(place) }
    while place < count, isWord(at: place) { place = after(place) }
    return place
  }

  /// The start of the line, that is, behind the line break before a place.
  func lineStart(_ offset: Int) -> Int {
    let bytes = text.utf8[..<index(offset)]
    guard let lineBreak = bytes.lastIndex(of: 0x0A) else { return 0 }
    return distance(to: lineBreak) + 1
  }

  /// The end of the line, that is, the line break behind a place.
  func lineEnd(_ offset: Int) -> Int {
    let lineBreak = text.utf8[index(offset)...].firstIndex(of: 0x0A) ?? text.endIndex
    return distance(to: lineBreak)
  }

  private func isWord(endingAt offset: Int) -> Bool { isWord(at: before(offset)) }

  private func isWord(at offset: Int) -> Bool {
    guard offset < count else { return false }
    let character = text[index(offset)]
    return character.isLetter || character.isNumber || character == "'" || character == "’"
  }

  /// Whether the bytes on both sides are ASCII, between which there is always a border.
  private func isBetweenASCII(_ offset: Int) -> Bool {
    isASCII(offset) && (offset == 0 || isASCII(offset - 1))
  }

  private func isASCII(_ offset: Int) -> Bool {
    offset >= count || text.utf8[index(offset)] < 0x80
  }
}
