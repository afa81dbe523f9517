/// What a scalar above ASCII folds to.
enum ScalarFold: Equatable {
  /// One folded byte.
  case one(UInt8)
  /// Two folded bytes, such as `ss` for ß.
  case two(UInt8, UInt8)
  /// A capital letter.
  case capital(UInt8)
  /// Nothing that is seen.
  case nothing

  /// Folds a scalar above U+007F.
  init(_ scalar: UInt32) {
    switch scalar {
    case 0xC0..<0x180: self = Self.latin(scalar)
    case 0xAA, 0xBA: self = .one(scalar == 0xAA ? UInt8(ascii: "a") : UInt8(ascii: "o"))
    default: self = Self.space(scalar) ?? Self.styled(scalar) ?? Self.symbol(scalar)
    }
  }

  private static func latin(_ scalar: UInt32) -> ScalarFold {
    let base = LatinFold.bases[Int(scalar) - 0xC0]
    if let pair = LatinFold.pair(base) { return .two(pair.0, pair.1) }
    guard base >= UInt8(ascii: "a") else { return .one(UInt8(ascii: " ")) }
    return isCapital(scalar) ? .capital(base) : .one(base)
  }

  private static func isCapital(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0xDF: true
    case 0xDF..<0x100: false
    case 0x139...0x148, 0x179...0x17E: scalar % 2 == 1
    default: scalar % 2 == 0
    }
  }

  private static func space(_ scalar: UInt32) -> ScalarFold? {
    switch scalar {
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .one(UInt8(ascii: " "))
    case 0x85, 0x2028, 0x2029: .one(UInt8(ascii: "\n"))
    case 0x80..<0xA0, 0xAD, 0x300...0x36F, 0x483...0x489, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5,
      0x180B...0x180E, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x200B...0x200F, 0x202A...0x202E,
      0x2060...0x206F, 0x20D0...0x20FF, 0x3164, 0xFE00...0xFE0F, 0xFE20...0xFE2F, 0xFEFF, 0xFFA0,
      0xE0000...0xE01EF:
      .nothing
    default: nil
    }
  }

  /// Letters in fancy dress: full width, mathematical, circled, squared, flags.
  private static func styled(_ scalar: UInt32) -> ScalarFold? {
    switch scalar {
    case 0xFF01...0xFF5E: ascii(UInt8(truncatingIfNeeded: scalar - 0xFEE0))
    case 0x1D400...0x1D6A3: letter((scalar - 0x1D400) % 26)
    case 0x1D6A4: letter(8)
    case 0x1D6A5: letter(9)
    case 0x1D7CE...0x1D7FF: digit((scalar - 0x1D7CE) % 10)
    case 0x2460...0x2468: digit(scalar - 0x245F)
    case 0x249C...0x24B5: letter(scalar - 0x249C)
    case 0x24B6...0x24CF: letter(scalar - 0x24B6)
    case 0x24D0...0x24E9: letter(scalar - 0x24D0)
    case 0x1F130...0x1F149: letter(scalar - 0x1F130)
    case 0x1F150...0x1F169: letter(scalar - 0x1F150)
    case 0x1F170...0x1F189: letter(scalar - 0x1F170)
    case 0x1F1E6...0x1F1FF: letter(scalar - 0x1F1E6)
    default: LookAlikes.letter(scalar).map { .one($0) }
    }
  }

  private static func symbol(_ scalar: UInt32) -> ScalarFold {
    if let word = EmojiWord(scalar: scalar) { return .one(word.byte) }
    return switch scalar {
    case 0xB4, 0x2BC, 0x2018, 0x2019, 0x201B, 0x2032: .one(UInt8(ascii: "'"))
    case 0xAB, 0xBB, 0x201C...0x201F, 0x2033, 0x2039, 0x203A: .one(UInt8(ascii: "\""))
    case 0x2010, 0x2011, 0x2043: .one(UInt8(ascii: "-"))
    case 0x2012...0x2015, 0x2212: .one(FoldedByte.dash)
    case 0x2022, 0x25AA, 0x25CF: .one(UInt8(ascii: "*"))
    case 0x2026, 0x3002, 0x2024: .one(UInt8(ascii: "."))
    case 0xA1, 0xBF: .nothing
    case 0xA3, 0x20A0...0x20CF, 0xA5: .one(FoldedByte.currency)
    case 0x2300...0x23FF, 0x2600...0x27BF, 0x2B00...0x2BFF, 0x1F000...0x1FAFF:
      .one(FoldedByte.emoji)
    case 0xA2..<0xC0, 0x2020...0x22FF, 0x2500...0x25FF, 0x3001...0x303F: .one(UInt8(ascii: ","))
    default: .one(FoldedByte.foreign)
    }
  }

  private static func ascii(_ byte: UInt8) -> ScalarFold {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): .capital(byte + 32)
    default: .one(byte)
    }
  }

  private static func letter(_ index: UInt32) -> ScalarFold {
    .one(UInt8(ascii: "a") + UInt8(truncatingIfNeeded: index % 26))
  }

  private static func digit(_ value: UInt32) -> ScalarFold {
    .one(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value % 10))
  }
}
