extension UInt8 {
  /// Whether it is a space or a tab.
  var isBlank: Bool { self == 0x20 || self == 0x09 }

  /// Whether it is a space, a tab or part of a line end.
  var isWhite: Bool { isBlank || self == 0x0A || self == 0x0D }

  /// A letter of ASCII in lower case; any other byte as it is.
  var lowered: UInt8 {
    self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") ? self | 0x20 : self
  }

  /// Whether it is a letter of ASCII.
  var isLetter: Bool { lowered >= UInt8(ascii: "a") && lowered <= UInt8(ascii: "z") }

  /// Whether it is a figure.
  var isFigure: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

  /// The value of a hexadecimal figure in either case.
  var hexValue: UInt8? {
    if isFigure { return self - UInt8(ascii: "0") }
    guard isLetter, lowered <= UInt8(ascii: "f") else { return nil }
    return lowered - UInt8(ascii: "a") + 10
  }
}

extension Collection<UInt8> {
  /// ASCII letters in lower case, as text.
  var loweredText: String { String(decoding: map(\.lowered), as: UTF8.self) }
}

extension ArraySlice<UInt8> {
  /// The bytes without white space at their ends.
  var trimmed: ArraySlice<UInt8> {
    guard let start = firstIndex(where: { !$0.isWhite }),
      let end = lastIndex(where: { !$0.isWhite })
    else { return self[startIndex..<startIndex] }
    return self[start...end]
  }
}
