/// What a part is (RFC 2045, 5): type, subtype and parameters, as `Content-Type` says it.
struct MediaType: Hashable, Sendable {
  /// Such as `text/plain`, in lower case.
  let name: String
  /// The parameters by their names in lower case, as bytes.
  let parameters: [String: [UInt8]]

  static let plain = MediaType(name: "text/plain", parameters: [:])
  static let message = MediaType(name: "message/rfc822", parameters: [:])

  private init(name: String, parameters: [String: [UInt8]]) {
    self.name = name
    self.parameters = parameters
  }

  /// The first half of the name.
  var type: Substring { name.prefix { $0 != "/" } }

  /// Reads a value; one that names no type is `fallback`, with whatever parameters it has.
  init(_ value: [UInt8], else fallback: MediaType) {
    let parts = ParameterList(value)
    let halves = parts.head.split(separator: "/", omittingEmptySubsequences: false)
    let isType = halves.count == 2 && halves.allSatisfy { !$0.isEmpty }
    name = isType ? parts.head : fallback.name
    parameters = parts.parameters
  }
}

/// A value with parameters behind it: `Content-Type`, `Content-Disposition` (RFC 2045, 5.1; RFC 2231).
struct ParameterList {
  /// What stands before the first semicolon, in lower case, without white space.
  let head: String
  /// The parameters by their names in lower case.
  private(set) var parameters: [String: [UInt8]] = [:]

  private static let most = 100

  init(_ value: [UInt8]) {
    let tokens = HeaderToken.all(in: value, signs: ";")
    let parts = tokens.split(separator: .sign(UInt8(ascii: ";")), omittingEmptySubsequences: false)
    head = Self.joined(parts.first ?? []).loweredText
    var pieces: [String: [Int: [UInt8]]] = [:]
    for part in parts.dropFirst().prefix(Self.most) {
      let text = Self.joined(part)
      guard let equals = text.firstIndex(of: UInt8(ascii: "=")), equals > 0 else { continue }
      let name = Name(text[..<equals])
      let value = text[(equals + 1)...]
      pieces[name.base, default: [:]][name.place] =
        name.isEncoded ? Self.decoded(value) : Array(value)
    }
    parameters = pieces.mapValues { pieces in
      pieces[Name.whole] ?? pieces.sorted { $0.key < $1.key }.flatMap(\.value)
    }
  }

  private static func joined(_ tokens: ArraySlice<HeaderToken>) -> [UInt8] {
    tokens.reduce(into: []) { text, token in
      switch token {
      case .atom(let bytes), .quoted(let bytes): text += bytes
      case .comment, .sign: break
      }
    }
  }

  /// The name of a parameter, which RFC 2231 may cut into pieces, `name*0*`.
  private struct Name {
    static let whole = -1
    var base: String
    var place = whole
    var isEncoded = false

    init(_ text: ArraySlice<UInt8>) {
      let parts = text.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
      base = parts[0].loweredText
      guard parts.count > 1 else { return }
      isEncoded = parts[parts.count - 1].isEmpty
      place = Int(String(decoding: parts[1], as: UTF8.self)) ?? Self.whole
    }
  }

  /// A value with percent signs, behind the character set and language that the first piece names.
  private static func decoded(_ value: ArraySlice<UInt8>) -> [UInt8] {
    let parts = value.split(
      separator: UInt8(ascii: "'"), maxSplits: 2, omittingEmptySubsequences: false)
    var bytes: [UInt8] = []
    var rest = parts.count == 3 ? parts[2] : value
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2).compactMap(\.hexValue)
      if byte == UInt8(ascii: "%"), digits.count == 2 {
        bytes.append(digits[0] << 4 | digits[1])
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }
}
