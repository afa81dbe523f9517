/// The words of a structured field (RFC 5322, 3.2).
enum HeaderToken: Equatable {
  /// A run of anything that is neither white space nor a sign; dots are part of it.
  case atom([UInt8])
  /// A quoted string, without its quotes and backslashes.
  case quoted([UInt8])
  /// A comment, without its outer parentheses.
  case comment([UInt8])
  /// One of the signs that were asked for.
  case sign(UInt8)

  /// Splits a value at white space and at some signs; quotes and comments may be left open at its end.
  static func all(in value: [UInt8], signs: String) -> [HeaderToken] {
    var reader = TokenReader(value[...], Array(signs.utf8))
    var tokens: [HeaderToken] = []
    while let token = reader.next() { tokens.append(token) }
    return tokens
  }
}

private struct TokenReader {
  private var rest: ArraySlice<UInt8>
  private let signs: [UInt8]

  init(_ bytes: ArraySlice<UInt8>, _ signs: [UInt8]) {
    rest = bytes
    self.signs = signs
  }

  mutating func next() -> HeaderToken? {
    rest = rest.drop(while: \.isWhite)
    guard let first = rest.first else { return nil }
    switch first {
    case UInt8(ascii: "\""): return .quoted(quoted())
    case UInt8(ascii: "("): return .comment(comment())
    case _ where signs.contains(first):
      rest.removeFirst()
      return .sign(first)
    default: return .atom(atom())
    }
  }

  private mutating func atom() -> [UInt8] {
    let atom = rest.prefix { byte in
      !byte.isWhite && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "(")
        && !signs.contains(byte)
    }
    rest = rest[atom.endIndex...]
    return Array(atom)
  }

  private mutating func quoted() -> [UInt8] {
    rest.removeFirst()
    var text: [UInt8] = []
    while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
      text.append(byte == UInt8(ascii: "\\") ? rest.popFirst() ?? byte : byte)
    }
    return text
  }

  private mutating func comment() -> [UInt8] {
    rest.removeFirst()
    var depth = 1
    var text: [UInt8] = []
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: "\\"):
        text.append(rest.popFirst() ?? byte)
        continue
      default: break
      }
      if depth == 0 { break }
      text.append(byte)
    }
    return text
  }
}
