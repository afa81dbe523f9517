/// Reads lists of addresses (RFC 5322, 3.4 and 4.4): names, angle brackets, groups, comments, old routes.
struct AddressReader {
  private var list = AddressList()
  private var words: [[UInt8]] = []
  private var comment: [UInt8] = []
  private var angle: [[UInt8]]?
  private var isBehindAngle = false
  private var isInGroup = false

  /// The addresses of a value; what is none is left out, and the list is then not sound.
  static func read(_ value: [UInt8]) -> AddressList {
    var reader = AddressReader()
    for token in HeaderToken.all(in: value, signs: "<>@,;:") { reader.take(token) }
    reader.close()
    return reader.list
  }

  private mutating func take(_ token: HeaderToken) {
    switch token {
    case .comment(let text): if comment.isEmpty { comment = text }
    case .atom(let word), .quoted(let word): add(word)
    case .sign(UInt8(ascii: "<")):
      if angle != nil || isBehindAngle { list.isSound = false }
      angle = []
    case .sign(UInt8(ascii: ">")):
      if angle == nil { list.isSound = false }
      isBehindAngle = true
    case .sign(UInt8(ascii: ":")) where angle == nil:
      if isInGroup || words.isEmpty { list.isSound = false }
      (isInGroup, words) = (true, [])
    case .sign(UInt8(ascii: ";")) where angle == nil || isBehindAngle:
      close()
      isInGroup = false
    case .sign(UInt8(ascii: ",")) where angle == nil || isBehindAngle: close()
    case .sign(let sign): add([sign])
    }
  }

  private mutating func add(_ word: [UInt8]) {
    if isBehindAngle {
      list.isSound = false
    } else if angle != nil {
      angle?.append(word)
    } else {
      words.append(word)
    }
  }

  private mutating func close() {
    defer { (words, comment, angle, isBehindAngle) = ([], [], nil, false) }
    if let angle {
      if !isBehindAngle { list.isSound = false }
      add(Self.withoutRoute(angle), name: words)
    } else if !words.isEmpty {
      add(words, name: comment.isEmpty ? [] : [comment])
    }
  }

  /// An old route, `@one.example,@two.example:`, says nothing of the address behind it.
  private static func withoutRoute(_ words: [[UInt8]]) -> [[UInt8]] {
    guard words.first == [UInt8(ascii: "@")],
      let colon = words.firstIndex(of: [UInt8(ascii: ":")])
    else { return words }
    return Array(words[(colon + 1)...])
  }

  private mutating func add(_ words: [[UInt8]], name: [[UInt8]]) {
    let parts = words.split(separator: [UInt8(ascii: "@")], omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[1].count == 1 else {
      list.isSound = false
      return
    }
    if parts[0].count > 1 { list.isSound = false }
    list.addresses.append(
      WrittenAddress(
        name: EncodedWords.text(Array(name.joined(separator: [0x20]))),
        local: OneLine.text(FieldText.lenient(Array(parts[0].joined())[...])),
        domain: OneLine.text(FieldText.lenient(Array(parts[1].joined())[...]))))
  }
}
