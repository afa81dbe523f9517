/// Makes plain text of markup: what a person would see of it, links as their words alone.
struct HTMLReader {
  private static let deepest = 200
  private var open: [HTMLElement] = []
  private var writer: TextWriter

  /// The text that markup shows, up to so many bytes, and whether there was more.
  static func text(of markup: ArraySlice<UInt8>, most: Int) -> (text: String, isCut: Bool) {
    var tokens = HTMLTokens(markup)
    var reader = HTMLReader(writer: TextWriter(most: most))
    while !reader.writer.isFull, let token = tokens.next() { reader.take(token) }
    return (reader.writer.text, reader.writer.isFull)
  }

  private mutating func take(_ token: HTMLToken) {
    switch token {
    case .nothing: break
    case .text(let bytes):
      if !isHidden { writer.write(bytes, keepsSpace: open.contains { $0.name == "pre" }) }
    case .start(let name, let attributes): begin(HTMLElement(name, attributes))
    case .end(let name): end(name)
    }
  }

  private var isHidden: Bool { open.contains(where: \.isHidden) }

  private mutating func begin(_ element: HTMLElement) {
    let ended = HTMLElement.ended(by: element.name)
    while let last = open.last, ended.contains(last.name) { end(last.name) }
    if !isHidden {
      writer.separate(HTMLElement.separation(element.name), isBreak: element.name == "br")
    }
    guard !HTMLElement.isVoid(element.name), open.count < Self.deepest else { return }
    open.append(element)
    if element.name == "li", !isHidden { writer.mark("- ") }
    noteQuote()
  }

  private mutating func end(_ name: String) {
    guard let place = open.lastIndex(where: { $0.name == name }) else { return }
    let wasHidden = isHidden
    open.removeSubrange(place...)
    if !wasHidden { writer.separate(HTMLElement.separation(name), isBreak: false) }
    noteQuote()
  }

  /// Quoted text gets the mark that plain mail has for it.
  private mutating func noteQuote() {
    writer.quotes = min(open.count { $0.name == "blockquote" }, 8)
  }
}

/// Writes text line by line, white space as browsers show it.
private struct TextWriter {
  /// How many marks of quoted text a new line begins with.
  var quotes = 0
  private let most: Int
  private var bytes: [UInt8] = []
  private var breaks = 0
  private var hasSpace = false
  private var marks: [UInt8] = []

  init(most: Int) { self.most = most }

  /// Whether there is no room for more.
  var isFull: Bool { bytes.count >= most }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Keeps what follows apart from what is there.
  mutating func separate(_ separation: HTMLElement.Separation, isBreak: Bool) {
    if isBreak {
      breaks = min(breaks + 1, 3)
    } else if separation == .space {
      hasSpace = true
    } else {
      breaks = max(breaks, separation.rawValue - 1)
    }
  }

  /// Begins the next line with a mark.
  mutating func mark(_ text: String) { marks = Array(text.utf8) }

  /// Writes text with its character references decoded.
  mutating func write(_ text: ArraySlice<UInt8>, keepsSpace: Bool) {
    var rest = text
    while let byte = rest.first, !isFull {
      if byte.isWhite {
        space(byte, keepsSpace)
        rest.removeFirst()
      } else if let (decoded, length) = Self.reference(rest) {
        put(decoded[...])
        rest = rest.dropFirst(length)
      } else {
        let run = run(rest)
        put(run)
        rest = rest[run.endIndex...]
      }
    }
  }

  /// A no-break space, or the letters up to the next byte that may be more than itself.
  private func run(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let isNoBreak = bytes.starts(with: Self.noBreakSpace)
    let more = isNoBreak ? 0 : bytes.dropFirst().prefix(while: Self.isInk).count
    return bytes.prefix(isNoBreak ? 2 : 1 + more)
  }

  /// Whether a byte stands for itself: neither white space, nor the first of a reference or a no-break space.
  private static func isInk(_ byte: UInt8) -> Bool {
    !byte.isWhite && byte != UInt8(ascii: "&") && byte != noBreakSpace[0]
  }

  private static let noBreakSpace: [UInt8] = [0xC2, 0xA0]

  private mutating func space(_ byte: UInt8, _ keepsSpace: Bool) {
    if !keepsSpace {
      hasSpace = true
    } else if byte == 0x0A {
      breaks += 1
    } else if byte != 0x0D {
      put([byte])
    }
  }

  private mutating func put(_ letters: ArraySlice<UInt8>) {
    if letters.elementsEqual(Self.noBreakSpace) {
      hasSpace = true
      return
    }
    if breaks > 0 || bytes.isEmpty {
      if !bytes.isEmpty { bytes += [UInt8](repeating: 0x0A, count: breaks) }
      for _ in 0..<quotes { bytes += "> ".utf8 }
      bytes += marks
    } else if hasSpace {
      bytes.append(0x20)
    }
    (breaks, hasSpace, marks) = (0, false, [])
    bytes += letters
  }

  /// A reference; the commonest are often written without their semicolon.
  private static func reference(_ bytes: ArraySlice<UInt8>) -> ([UInt8], Int)? {
    guard bytes.first == UInt8(ascii: "&") else { return nil }
    if let found = CharacterReference.read(bytes) { return found }
    for name in ["nbsp", "amp", "lt", "gt", "quot"] where bytes.dropFirst().starts(with: name.utf8)
    {
      return CharacterReference.read(Array("&\(name);".utf8)[...]).map { ($0.0, $0.1 - 1) }
    }
    return nil
  }
}
