import Mail

/// An identity for a message that has none.
enum MailDigest {
  private static let looked = 64 << 10

  /// The same for the same message, whatever kind of mailbox it lies in and whatever servers added on the way.
  ///
  /// Line ends, marks before `From ` and white space at the end differ between mailboxes and are left out.
  static func of(_ message: ParsedMessage, _ bytes: [UInt8]) -> String {
    let head = ["from", "to", "date", "subject"].map { message.header[$0]?.raw ?? "" }
    let body = FieldText.unixLines(FieldText.lenient(body(of: bytes)), loneReturns: false)
    let lines = body.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let bare = line.drop { $0 == ">" }
      return bare.hasPrefix("From ") ? bare : line
    }
    return NaturalKey.of(
      head[0], head[1], head[2], head[3], lines.joined(separator: "\n").trimmed())
  }

  private static func body(of bytes: [UInt8]) -> ArraySlice<UInt8> {
    var place = bytes.startIndex
    while let feed = bytes[place...].firstIndex(of: 0x0A) {
      let line = bytes[place..<feed]
      place = feed + 1
      if line.allSatisfy({ $0 == 0x0D }) { break }
    }
    return bytes[place...].prefix(looked)
  }
}
