/// Text that may stand in a header: one line, without controls.
public struct HeaderText: Hashable, Sendable {
  /// The text.
  public let text: String

  /// Takes a text for a header.
  ///
  /// - Throws: ``HeaderFault`` where it holds a line break, NUL or another control character.
  public init(_ text: String) throws(HeaderFault) {
    guard !text.unicodeScalars.contains(where: Self.isControl) else { throw .controlCharacter }
    self.text = text
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}

/// What is wrong with a text for a header.
public enum HeaderFault: Error, Hashable, Sendable {
  /// It holds a line break, NUL or another control character.
  case controlCharacter

  /// The fault in words that follow what it is about.
  public var inWords: String {
    switch self {
    case .controlCharacter: "holds a line break or a control character"
    }
  }
}
