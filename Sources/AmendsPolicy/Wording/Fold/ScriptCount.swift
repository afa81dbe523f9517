/// How many letters of each script a text has.
struct ScriptCount: Equatable {
  var latin = 0
  var cyrillic = 0
  var greek = 0
  var han = 0
  var kana = 0
  var hangul = 0
  var arabic = 0
  var hebrew = 0
  var thai = 0
  var other = 0

  var total: Int {
    latin + cyrillic + greek + han + kana + hangul + arabic + hebrew + thai + other
  }

  mutating func count(_ scalar: UInt32) {
    switch scalar {
    case 0..<0x300, 0x1D00..<0x1E00, 0x2100..<0x2500, 0xFF00..<0xFF60, 0x1D400..<0x1D800,
      0x1F100..<0x1F200:
      latin += 1
    case 0x370..<0x400: greek += 1
    case 0x400..<0x530: cyrillic += 1
    case 0x590..<0x600: hebrew += 1
    case 0x600..<0x780: arabic += 1
    case 0xE00..<0xE80: thai += 1
    case 0x3040..<0x3100: kana += 1
    case 0x3400..<0xA000: han += 1
    case 0xAC00..<0xD7B0: hangul += 1
    default: other += 1
    }
  }

  /// The language of a text whose letters are mostly not Latin; nil for Latin text.
  var language: String? {
    guard total > 0, latin * 2 < total else { return nil }
    if kana > 0 { return "ja" }
    let named = [
      (cyrillic, "ru"), (greek, "el"), (han, "zh"), (hangul, "ko"), (arabic, "ar"),
      (hebrew, "he"), (thai, "th"), (other, "und"),
    ]
    return named.max { $0.0 < $1.0 }?.1
  }
}
