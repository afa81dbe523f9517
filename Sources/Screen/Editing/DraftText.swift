/// Cleans text that goes into an editor, so that what is kept can go into a mail.
enum DraftText {
  /// Line breaks become `\n`, tabs four spaces; commands of terminals and of text direction go
  /// away.
  ///
  /// Characters that only some systems know, and the joiners of scripts and emoji, stay as they
  /// are.
  static func clean(_ raw: String) -> String {
    if raw.utf8.allSatisfy({ $0 == 0x0A || $0 >= 0x20 && $0 < 0x7F }) { return raw }
    var text = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in raw.unicodeScalars {
      switch scalar.value {
      case 0x0A where previous == "\r": break
      case 0x0A, 0x0D, 0x2028, 0x2029: text.append("\n")
      case 0x09: text.append(contentsOf: "    ".unicodeScalars)
      case 0..<0x20, 0x7F..<0xA0: break
      default: if !isCommand(scalar) { text.append(scalar) }
      }
      previous = scalar
    }
    return String(text)
  }

  /// The same for an editor of one line: line breaks become spaces.
  static func cleanLine(_ raw: String) -> String {
    String(clean(raw).map { $0.isNewline ? " " : $0 })
  }

  /// Bidi controls, invisible breaks and joins, interlinear notes, tags, and what is no character.
  private static func isCommand(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x200B, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB: true
    case 0xE0000...0xE007F, 0xFDD0...0xFDEF: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }
}
