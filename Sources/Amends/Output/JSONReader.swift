/// Why a text is no JSON, and where.
struct JSONFault: Error, Equatable {
  var reason: String
  /// The byte at fault, from 0.
  var offset: Int

  /// The fault in words.
  var words: String { "not valid JSON at byte \(offset + 1): \(reason)" }
}

/// Reads one JSON value out of bytes, as RFC 8259 has it and no wider.
struct JSONReader {
  private static let deepest = 64
  private let bytes: [UInt8]
  private var position = 0

  /// Reads the one value that makes up a text.
  ///
  /// - Throws: `JSONFault`.
  static func value(of bytes: [UInt8]) throws(JSONFault) -> JSONValue {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw JSONFault(reason: "it is not UTF-8", offset: 0)
    }
    var reader = JSONReader(bytes: bytes)
    reader.skipSpace()
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    if reader.position < bytes.count { throw reader.fault("text behind the value") }
    return value
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func value(depth: Int) throws(JSONFault) -> JSONValue {
    guard depth < Self.deepest else { throw fault("nested too deeply") }
    switch current {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "{"): return .object(try members(depth: depth + 1))
    case UInt8(ascii: "["): return .array(try elements(depth: depth + 1))
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func members(depth: Int) throws(JSONFault) -> [JSONValue.Member] {
    position += 1
    skipSpace()
    var members: [JSONValue.Member] = []
    if take(UInt8(ascii: "}")) { return members }
    repeat {
      skipSpace()
      let key = try string()
      skipSpace()
      try expect(UInt8(ascii: ":"), "a colon is expected")
      skipSpace()
      members.append(JSONValue.Member(key: key, value: try value(depth: depth)))
      skipSpace()
    } while take(UInt8(ascii: ","))
    try expect(UInt8(ascii: "}"), "a comma or a closing brace is expected")
    return members
  }

  private mutating func elements(depth: Int) throws(JSONFault) -> [JSONValue] {
    position += 1
    skipSpace()
    var elements: [JSONValue] = []
    if take(UInt8(ascii: "]")) { return elements }
    repeat {
      skipSpace()
      elements.append(try value(depth: depth))
      skipSpace()
    } while take(UInt8(ascii: ","))
    try expect(UInt8(ascii: "]"), "a comma or a closing bracket is expected")
    return elements
  }

  private mutating func word(
    _ word: String,
    _ value: JSONValue
  ) throws(JSONFault) -> JSONValue {
    for byte in word.utf8 { try expect(byte, "this is no value") }
    return value
  }
}

extension JSONReader {
  /// The byte at the cursor; 0, which JSON does not hold, at the end.
  private var current: UInt8 { position < bytes.count ? bytes[position] : 0 }

  private func fault(_ reason: String) -> JSONFault { JSONFault(reason: reason, offset: position) }

  private mutating func skipSpace() {
    while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) {
      position += 1
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ byte: UInt8, _ reason: String) throws(JSONFault) {
    guard take(byte) else { throw fault(reason) }
  }

  private mutating func number() throws(JSONFault) -> String {
    let start = position
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try figures("this is no value") }
    if take(UInt8(ascii: ".")) { try figures("digits are expected behind the point") }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try figures("digits are expected in the exponent")
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func figures(_ reason: String) throws(JSONFault) {
    let start = position
    while (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(current) { position += 1 }
    if position == start { throw fault(reason) }
  }
}

extension JSONReader {
  private mutating func string() throws(JSONFault) -> String {
    try expect(UInt8(ascii: "\""), "a string is expected")
    var text: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text.append(contentsOf: try escape())
      case ..<0x20: throw fault("a control character within a string")
      default: text.append(byte)
      }
    }
    throw fault("a string without an end")
  }

  private mutating func escape() throws(JSONFault) -> [UInt8] {
    let byte = current
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return Array(String(try character()).utf8)
    default: throw fault("an unknown escape")
    }
  }

  /// The character of `\uXXXX`, or of two that belong together; half a pair becomes U+FFFD.
  private mutating func character() throws(JSONFault) -> Unicode.Scalar {
    let unit = try unit()
    guard (0xD800...0xDBFF).contains(unit) else { return Unicode.Scalar(unit) ?? "\u{FFFD}" }
    let behind = position
    guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
      position = behind
      return "\u{FFFD}"
    }
    let low = try self.unit()
    guard (0xDC00...0xDFFF).contains(low) else {
      position = behind
      return "\u{FFFD}"
    }
    return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
  }

  private mutating func unit() throws(JSONFault) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Character(Unicode.Scalar(current)).hexDigitValue, current < 0x80 else {
        throw fault("four hex digits are expected")
      }
      unit = unit << 4 | UInt32(digit)
      position += 1
    }
    return unit
  }
}
