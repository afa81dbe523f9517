/// The code page in which old reports and letters write what is not ASCII.
///
/// Source: the WHATWG Encoding Standard, index windows-1252; its five free places stand for the control
/// characters of Latin-1.
public enum Windows1252 {
  private static let upper: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
    0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  /// The character that a byte stands for.
  public static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    return Unicode.Scalar(upper[Int(byte - 0x80)]) ?? "\u{FFFD}"
  }

  /// The byte that stands for a character; `nil` where the code page has none.
  ///
  /// The control characters U+0080 to U+009F stand for their byte, as in Latin-1.
  public static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
    if scalar.value < 0x100 { return UInt8(scalar.value) }
    guard let index = upper.firstIndex(where: { UInt32($0) == scalar.value }) else { return nil }
    return UInt8(0x80 + index)
  }

  /// The text that bytes stand for.
  public static func text(_ bytes: some Sequence<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes { text.append(scalar(byte)) }
    return String(text)
  }
}
