/// The quoted-printable encoding (RFC 2045, 6.7), in a form that no relay on the way can damage.
///
/// No line begins with a dot or with `From `, none ends with a space, none is longer than 76 columns.
enum QuotedPrintable {
  /// Encodes text of lines that end in `\n` into lines without their ends.
  static func lines(_ text: String) -> [String] {
    var lines = text.utf8.split(separator: newline, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.flatMap { encode(Array($0)) }
  }

  private static let newline = UInt8(ascii: "\n")

  /// One line of text in as many lines as it needs, all but the last ending in a soft break.
  private static func encode(_ bytes: [UInt8]) -> [String] {
    var lines: [String] = []
    var line = ""
    for place in bytes.indices {
      var token = token(bytes, place, isFirst: line.isEmpty)
      if line.utf8.count + token.utf8.count > 75 {
        lines.append("\(line)=")
        line = ""
        token = self.token(bytes, place, isFirst: true)
      }
      line += token
    }
    return lines + [line]
  }

  private static func token(_ bytes: [UInt8], _ place: Int, isFirst: Bool) -> String {
    let byte = bytes[place]
    let isSafe = isLiteral(byte, isLast: place == bytes.count - 1)
    if isSafe, !(isFirst && isDangerousStart(bytes[place...])) {
      return String(Unicode.Scalar(byte))
    }
    return "=\(hex(byte >> 4))\(hex(byte & 15))"
  }

  private static func isLiteral(_ byte: UInt8, isLast: Bool) -> Bool {
    if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") { return !isLast }
    return byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "=")
  }

  private static func isDangerousStart(_ rest: ArraySlice<UInt8>) -> Bool {
    rest.first == UInt8(ascii: ".") || rest.starts(with: "From ".utf8)
  }

  private static func hex(_ digit: UInt8) -> Character {
    Character(Unicode.Scalar(digit < 10 ? digit + 48 : digit + 55))
  }
}
