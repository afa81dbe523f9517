/// Reads one line of a trace, from the left to the right.
struct TraceScanner {
  private var rest: ArraySlice<UInt8>

  init(_ line: ArraySlice<UInt8>) { rest = line }

  /// Takes a text that stands next; `false` where another does.
  mutating func take(_ text: StaticString) -> Bool {
    let wanted = text.withUTF8Buffer { Array($0) }
    guard rest.starts(with: wanted) else { return false }
    rest = rest.dropFirst(wanted.count)
    return true
  }

  /// Takes everything before a byte, and the byte; `nil` where it does not come.
  mutating func upTo(_ byte: Character) -> String? {
    guard let value = byte.asciiValue, let place = rest.firstIndex(of: value) else { return nil }
    defer { rest = rest[(place + 1)...] }
    return String(decoding: rest[..<place], as: UTF8.self)
  }

  /// Takes a number that stands next.
  mutating func number() -> Int? {
    let digits = rest.prefix { (48...57).contains($0) }
    rest = rest.dropFirst(digits.count)
    return Int(String(decoding: digits, as: UTF8.self))
  }

  /// Takes bytes in the form `\x2f\x74`, as many as stand next.
  mutating func bytes() -> [UInt8] {
    var bytes: [UInt8] = []
    var place = rest.startIndex
    while place + 3 < rest.endIndex, rest[place] == 92, rest[place + 1] == 120 {
      bytes.append(Self.value(rest[place + 2]) << 4 | Self.value(rest[place + 3]))
      place += 4
    }
    rest = rest[place...]
    return bytes
  }

  /// Takes a descriptor with the path that it stands for: `5</desk.sqlite>`.
  mutating func descriptor() -> String? {
    guard number() != nil || take("AT_FDCWD"), take("<") else { return nil }
    let path = String(decoding: bytes(), as: UTF8.self)
    return take(">") ? path : nil
  }

  /// Takes a string in quotes.
  mutating func string() -> [UInt8]? {
    guard take("\"") else { return nil }
    let bytes = bytes()
    return take("\"") ? bytes : nil
  }

  /// What is left, as text.
  var text: String { String(decoding: rest, as: UTF8.self) }

  private static func value(_ digit: UInt8) -> UInt8 { digit < 58 ? digit - 48 : digit - 87 }
}
