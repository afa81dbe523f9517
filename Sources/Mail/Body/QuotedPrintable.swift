/// The quoted-printable encoding (RFC 2045, 6.7), read leniently.
enum QuotedPrintable {
  private static let equals = UInt8(ascii: "=")

  /// Decodes up to so many bytes.
  ///
  /// Figures may be in lower case, an `=` that begins nothing stands for itself, and white space at the end
  /// of a line is what the way here has added. In a header (RFC 2047, 4.2) there are no lines.
  /// - Returns: The bytes, and whether there were more than that.
  static func decode(
    _ text: ArraySlice<UInt8>, most: Int, isHeader: Bool = false
  ) -> (bytes: [UInt8], isCut: Bool) {
    if isHeader { return (decodeLine(text, most: most).bytes, false) }
    var bytes: [UInt8] = []
    var lines = LineWalk(text)
    while let line = lines.next() {
      let end = line.lastIndex { !$0.isWhite }.map { $0 + 1 } ?? line.startIndex
      let (part, isSoft) = decodeLine(line[..<end], most: most - bytes.count)
      bytes += part
      let hasEnd = !isSoft && text[lines.place - 1] == 0x0A
      if hasEnd { bytes.append(0x0A) }
      if bytes.count >= most { return (Array(bytes.prefix(most)), true) }
    }
    return (bytes, false)
  }

  /// Decodes a line and says whether it goes on in the next.
  private static func decodeLine(
    _ line: ArraySlice<UInt8>, most: Int
  ) -> (bytes: [UInt8], isSoft: Bool) {
    var bytes: [UInt8] = []
    var place = line.startIndex
    while place < line.endIndex, bytes.count < most {
      guard line[place] == equals else {
        bytes.append(line[place])
        place += 1
        continue
      }
      if place + 1 == line.endIndex { return (bytes, true) }
      let digits = line[(place + 1)...].prefix(2).compactMap(\.hexValue)
      bytes.append(digits.count == 2 ? digits[0] << 4 | digits[1] : equals)
      place += digits.count == 2 ? 3 : 1
    }
    return (bytes, false)
  }
}
