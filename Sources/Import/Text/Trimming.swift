extension String {
  /// The text without spaces, no-break spaces among them, tabs and line breaks at its ends.
  func trimmed() -> String {
    if let first = utf8.first, let last = utf8.last, Self.isInk(first), Self.isInk(last) {
      return self
    }
    let scalars = unicodeScalars
    guard let start = scalars.firstIndex(where: { !$0.properties.isWhitespace }) else { return "" }
    let end = scalars.lastIndex { !$0.properties.isWhitespace } ?? start
    return String(scalars[start...end])
  }

  private static func isInk(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }
}
