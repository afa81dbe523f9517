/// One field of a header.
public struct HeaderField: Hashable, Sendable {
  /// The name in lower case.
  public let name: String
  /// The value unfolded (RFC 5322, 2.2.3), without white space at its ends and without NUL.
  public let value: [UInt8]

  init(name: String, value: [UInt8]) {
    self.name = name
    self.value = value
  }

  /// The value as one line of text, with encoded words decoded (RFC 2047).
  public var text: String { EncodedWords.text(value) }

  /// The value as it stands, without anything decoded.
  public var raw: String { FieldText.lenient(value[...]) }
}
