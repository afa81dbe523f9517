import Ledger

/// Text of a header, which is one line whatever an encoded word smuggles in.
enum OneLine {
  /// The text with every control character and line separator as a space, and no white space at its ends.
  static func text(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { line.append(isBreaking(scalar) ? " " : scalar) }
    return String(line).trimmingSpaces
  }

  private static func isBreaking(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
