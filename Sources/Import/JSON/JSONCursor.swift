/// Walks through one line of JSON, as RFC 8259 has it and no wider.
struct JSONCursor {
  /// How deep values may be nested.
  static let deepest = 64

  let bytes: UnsafeBufferPointer<UInt8>
  var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Goes through the line's one object and reports each key with its value.
  ///
  /// - Throws: `JSONFault` where the line is not exactly one object.
  mutating func object(_ visit: (Range<Int>, Bool, JSONToken) -> Void) throws(JSONFault) {
    skipSpace()
    try expect(UInt8(ascii: "{"), "an object is expected")
    try members(depth: 1, visit)
    skipSpace()
    if position < bytes.count { throw fault("text behind the object") }
  }

  /// The value at the cursor.
  mutating func value(depth: Int) throws(JSONFault) -> JSONToken {
    switch current {
    case UInt8(ascii: "\""): return try string()
    case UInt8(ascii: "{"):
      try enter(depth)
      try members(depth: depth + 1) { _, _, _ in }
      return .object
    case UInt8(ascii: "["):
      try enter(depth)
      try elements(depth: depth + 1)
      return .array
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func enter(_ depth: Int) throws(JSONFault) {
    if depth >= Self.deepest { throw fault("nested too deeply") }
    position += 1
  }

  private mutating func members(
    depth: Int, _ visit: (Range<Int>, Bool, JSONToken) -> Void
  ) throws(JSONFault) {
    skipSpace()
    if take(UInt8(ascii: "}")) { return }
    repeat {
      skipSpace()
      guard case .string(let key, let isEscaped) = try string() else { return }
      skipSpace()
      try expect(UInt8(ascii: ":"), "a colon is expected")
      skipSpace()
      visit(key, isEscaped, try value(depth: depth))
      skipSpace()
    } while take(UInt8(ascii: ","))
    try expect(UInt8(ascii: "}"), "a comma or a closing brace is expected")
  }

  private mutating func elements(depth: Int) throws(JSONFault) {
    skipSpace()
    if take(UInt8(ascii: "]")) { return }
    repeat {
      skipSpace()
      _ = try value(depth: depth)
      skipSpace()
    } while take(UInt8(ascii: ","))
    try expect(UInt8(ascii: "]"), "a comma or a closing bracket is expected")
  }

  private mutating func word(
    _ word: StaticString, _ token: JSONToken
  ) throws(JSONFault) -> JSONToken {
    for index in 0..<word.utf8CodeUnitCount {
      guard current == word.utf8Start[index] else { throw fault("not a value") }
      position += 1
    }
    return token
  }
}

extension JSONCursor {
  /// The byte at the cursor; 0, which no JSON holds, at the end.
  var current: UInt8 { position < bytes.count ? bytes[position] : 0 }

  /// A fault at the cursor.
  func fault(_ reason: StaticString) -> JSONFault { JSONFault(reason: reason, offset: position) }

  mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"):
        position += 1
      default: return
      }
    }
  }

  mutating func take(_ byte: UInt8) -> Bool {
    guard current == byte, position < bytes.count else { return false }
    position += 1
    return true
  }

  mutating func expect(_ byte: UInt8, _ reason: StaticString) throws(JSONFault) {
    guard take(byte) else { throw fault(reason) }
  }
}
