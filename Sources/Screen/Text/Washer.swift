/// Turns scalars into text that a terminal shows and never obeys; see ``SafeText`` for the rules.
struct Washer {
  /// As many marks as ncurses keeps on one character.
  static let maximumMarks = 4

  private var output = ""
  private(set) var width = 0
  private var marks = 0
  /// The last character that marks, tones and joiners would change.
  private var base: Unicode.Scalar?
  private var isJoining = false
  private var previous: Unicode.Scalar = " "

  var text: SafeText { SafeText(washed: output, width: width) }

  static func isPrintableASCII(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }

  mutating func take(_ scalar: Unicode.Scalar) {
    defer { previous = scalar }
    switch CellWidth.kind(of: scalar) {
    case .narrow: takeLetter(scalar, columns: 1)
    case .wide: takeLetter(scalar, columns: 2)
    case .mark: takeMark(scalar)
    case .control: takeControl(scalar)
    case .hidden: takeHidden(scalar)
    case .unknown: if !composeHangul(scalar) { append("\u{FFFD}", columns: 1) }
    }
  }

  mutating func tab() {
    repeat { append(" ", columns: 1) } while width % 4 != 0
  }

  private mutating func append(_ scalar: Unicode.Scalar, columns: Int) {
    output.unicodeScalars.append(scalar)
    width += columns
    marks = 0
    base = scalar
    isJoining = false
  }

  private mutating func takeLetter(_ scalar: Unicode.Scalar, columns: Int) {
    if let letter = scalar.flagLetter { return append(letter, columns: 1) }
    if let base, base.isPicture, scalar.isSkinTone || isJoining && scalar.isPicture {
      isJoining = false
    } else {
      append(scalar, columns: columns)
    }
  }

  private mutating func takeMark(_ scalar: Unicode.Scalar) {
    // The frame of a keycap is drawn in one column by some terminals, in two by others.
    guard scalar != "\u{20E3}" else { return }
    if base == nil { append("\u{25CC}", columns: 1) }
    guard marks < Self.maximumMarks else { return }
    marks += 1
    output.unicodeScalars.append(scalar)
  }

  private mutating func takeControl(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x0A where previous == "\r": break
    case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: append(" ", columns: 1)
    case 0..<0x20: append(Unicode.Scalar(UInt16(0x2400 + scalar.value)) ?? " ", columns: 1)
    case 0x7F: append("\u{2421}", columns: 1)
    default: appendTag(scalar)
    }
  }

  private mutating func takeHidden(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x200D: isJoining = true
    case 0xE0000...0xE007F where base == "\u{1F3F4}": break
    case 0x202A...0x202E, 0x2066...0x206F, 0xFFF9...0xFFFB, 0xE0000...0xE007F: appendTag(scalar)
    default: break
    }
  }

  private mutating func appendTag(_ scalar: Unicode.Scalar) {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let tag = "‹U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "›"
    for letter in tag.unicodeScalars { append(letter, columns: 1) }
  }

  /// Puts a Hangul vowel or final onto the syllable begun before it (Unicode 3.12).
  private mutating func composeHangul(_ scalar: Unicode.Scalar) -> Bool {
    guard let base, marks == 0, let syllable = Hangul.compose(base, scalar) else { return false }
    output.unicodeScalars.removeLast()
    output.unicodeScalars.append(syllable)
    self.base = syllable
    return true
  }
}

extension Unicode.Scalar {
  /// The letter of a regional indicator, of which two make a flag.
  fileprivate var flagLetter: Unicode.Scalar? {
    (0x1F1E6...0x1F1FF).contains(value) ? Unicode.Scalar(value - 0x1F1E6 + 0x41) : nil
  }

  fileprivate var isSkinTone: Bool { (0x1F3FB...0x1F3FF).contains(value) }

  fileprivate var isPicture: Bool { value > 0xFF && properties.isEmoji }
}
