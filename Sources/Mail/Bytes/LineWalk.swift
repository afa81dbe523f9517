/// Walks through bytes line by line; a line ends with LF or CRLF, and a CR elsewhere is part of it.
struct LineWalk {
  private let bytes: ArraySlice<UInt8>
  /// Where the next line begins.
  private(set) var place: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    place = bytes.startIndex
  }

  /// The next line without its end; `nil` behind the last.
  mutating func next() -> ArraySlice<UInt8>? {
    guard place < bytes.endIndex else { return nil }
    let start = place
    guard let feed = bytes[start...].firstIndex(of: 0x0A) else {
      place = bytes.endIndex
      return bytes[start...]
    }
    place = feed + 1
    let hasReturn = feed > start && bytes[feed - 1] == 0x0D
    return bytes[start..<(hasReturn ? feed - 1 : feed)]
  }
}
