extension JSONCursor {
  /// The string at the cursor; its escapes are checked, not decoded.
  mutating func string() throws(JSONFault) -> JSONToken {
    try expect(UInt8(ascii: "\""), "a string is expected")
    let start = position
    var isEscaped = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        position += 1
        return .string(start..<position - 1, isEscaped: isEscaped)
      }
      if byte == UInt8(ascii: "\\") {
        isEscaped = true
        try escape()
      } else if byte < 0x20 {
        throw fault("a control character within a string")
      } else {
        position += 1
      }
    }
    throw fault("a string without an end")
  }

  private mutating func escape() throws(JSONFault) {
    position += 1
    switch current {
    case UInt8(ascii: "u"):
      position += 1
      for _ in 0..<4 {
        guard JSONString.nibble(current) != nil else { throw fault("four hex digits are expected") }
        position += 1
      }
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      position += 1
    default: throw fault("an unknown escape")
    }
  }

  /// The number at the cursor.
  mutating func number() throws(JSONFault) -> JSONToken {
    let start = position
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try figures("not a value") }
    if take(UInt8(ascii: ".")) { try figures("digits are expected behind the point") }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try figures("digits are expected in the exponent")
    }
    return .number(start..<position)
  }

  private mutating func figures(_ reason: StaticString) throws(JSONFault) {
    guard isFigure(current) else { throw fault(reason) }
    while isFigure(current) { position += 1 }
  }

  private func isFigure(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
