/// A piece of markup, as the HTML standard's tokenizer would see it, only simpler.
enum HTMLToken {
  /// Text, with its character references as they are written.
  case text(ArraySlice<UInt8>)
  /// The beginning of an element: its name in lower case, and what else stands in the tag.
  case start(String, attributes: ArraySlice<UInt8>)
  /// The end of an element.
  case end(String)
  /// A comment, a declaration, or the content of an element that holds no text.
  case nothing
}

/// Cuts markup into tokens; every sequence of bytes is some.
struct HTMLTokens {
  private var rest: ArraySlice<UInt8>

  /// Elements whose content is no text that is shown, and in which tags count for nothing.
  private static let silent: Set<String> = [
    "script", "style", "title", "iframe", "noframes", "noembed", "template",
  ]
  private static let longestName = 32

  init(_ markup: ArraySlice<UInt8>) { rest = markup }

  mutating func next() -> HTMLToken? {
    guard let first = rest.first else { return nil }
    guard first == UInt8(ascii: "<"), rest.count > 1 else { return text() }
    let second = rest[rest.startIndex + 1]
    if second.isLetter { return start() }
    if second == UInt8(ascii: "/"), rest.count > 2, rest[rest.startIndex + 2].isLetter {
      return end()
    }
    guard "!?/".utf8.contains(second) else { return text() }
    skipDeclaration()
    return .nothing
  }

  /// Text up to the next `<`; one that begins nothing is text itself.
  private mutating func text() -> HTMLToken {
    let text = rest.dropFirst().prefix { $0 != UInt8(ascii: "<") }
    defer { rest = rest[text.endIndex...] }
    return .text(rest[..<text.endIndex])
  }

  private mutating func start() -> HTMLToken {
    rest.removeFirst()
    let name = takeName()
    let attributes = takeAttributes()
    if Self.silent.contains(name), attributes.last != UInt8(ascii: "/") { skip(to: name) }
    return .start(name, attributes: attributes)
  }

  private mutating func end() -> HTMLToken {
    rest = rest.dropFirst(2)
    let name = takeName()
    _ = takeAttributes()
    return .end(name)
  }

  private mutating func takeName() -> String {
    let name = rest.prefix { !$0.isWhite && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
    rest = rest[name.endIndex...]
    return name.prefix(Self.longestName).loweredText
  }

  /// Everything up to the `>` that stands in no quotes.
  private mutating func takeAttributes() -> ArraySlice<UInt8> {
    var quote: UInt8?
    var place = rest.startIndex
    while place < rest.endIndex {
      let byte = rest[place]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        break
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
      place += 1
    }
    let attributes = rest[..<place]
    rest = rest[min(place + 1, rest.endIndex)...]
    return attributes
  }

  /// A comment ends with `-->`, anything else of the kind with `>`.
  private mutating func skipDeclaration() {
    let isComment = rest.starts(with: "<!--".utf8)
    if isComment { rest = rest.dropFirst(4) }
    while let close = rest.firstIndex(of: UInt8(ascii: ">")) {
      let isEnd = !isComment || rest[..<close].suffix(2).elementsEqual("--".utf8)
      rest = rest[(close + 1)...]
      if isEnd { return }
    }
    rest = rest[rest.endIndex...]
  }

  /// Passes over the content of an element, up to the tag that ends it.
  private mutating func skip(to name: String) {
    while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[open...]
      let inside = rest.dropFirst(2).prefix(name.utf8.count)
      if rest.dropFirst().first == UInt8(ascii: "/"), inside.loweredText == name { return }
      rest = rest.dropFirst()
    }
    rest = rest[rest.endIndex...]
  }
}
