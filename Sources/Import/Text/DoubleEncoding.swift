import Mail

/// Text that was encoded in UTF-8 twice, such as `CafÃ©` for `Café`.
enum DoubleEncoding {
  /// The text as it was meant where that is certain, else the text as it is.
  ///
  /// Certain means: every character outside ASCII belongs to a pair or group that is the image of one
  /// character of Western European text, of its punctuation, or of an emoji. Real text with an accented
  /// capital before a sign breaks that somewhere, so it is left alone.
  static func repaired(_ text: String) -> String {
    guard text.holds(leadOfLeads) else { return text }
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      guard let byte = Windows1252.byte(scalar) else { return text }
      bytes.append(byte)
    }
    guard isCertain(bytes) else { return text }
    return String(validating: bytes, as: UTF8.self) ?? text
  }

  /// `Â` and `Ã` for Western letters and signs, `â` for punctuation, `ð` for emoji: all begin so in UTF-8.
  private static let leadOfLeads: UInt8 = 0xC3

  private static func isCertain(_ bytes: [UInt8]) -> Bool {
    var index = 0
    while index < bytes.count {
      let length = lengthOfImage(bytes[index...])
      guard length > 0 else { return false }
      index += length
    }
    return true
  }

  private static func lengthOfImage(_ bytes: ArraySlice<UInt8>) -> Int {
    guard let lead = bytes.first else { return 0 }
    let next = bytes.dropFirst()
    switch lead {
    case ..<0x80: return 1
    case 0xC2, 0xC3: return tail(next, 1) ? 2 : 0
    case 0xE2: return (0x80...0x9E).contains(next.first ?? 0) && tail(next, 2) ? 3 : 0
    case 0xF0: return next.first == 0x9F && tail(next, 3) ? 4 : 0
    default: return 0
    }
  }

  private static func tail(_ bytes: ArraySlice<UInt8>, _ count: Int) -> Bool {
    let tail = bytes.prefix(count)
    return tail.count == count && tail.allSatisfy { $0 & 0xC0 == 0x80 }
  }
}
