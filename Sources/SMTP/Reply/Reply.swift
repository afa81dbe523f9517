/// What a mail server said to one command: a code and its lines (RFC 5321, 4.2).
public struct Reply: Hashable, Sendable, CustomStringConvertible {
  /// The code that all lines share.
  public let code: ReplyCode
  /// The text of each line behind its code, without control characters and cut to 200 characters.
  public let lines: [String]

  /// The reply on one line of at most 400 characters, for people to read.
  public var description: String {
    let text = lines.filter { !$0.isEmpty }.joined(separator: " / ")
    return String("\(code.number) \(text)".prefix(Self.longestDescription))
  }

  private static let longestDescription = 400
}

/// The text of a reply, which is somebody else's: harmless in a store, not yet washed for a screen.
enum ReplyText {
  private static let longest = 200

  /// Reads UTF-8 with replacements, and replaces every control character.
  static func clean(_ bytes: some Collection<UInt8>) -> String {
    var clean = String.UnicodeScalarView()
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars.prefix(longest) {
      clean.append(isControl(scalar) ? "\u{FFFD}" : scalar)
    }
    return String(clean)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
