/// Text of a header with encoded words in it, `=?utf-8?Q?Gr=C3=BC=C3=9Fe?=` (RFC 2047), in all sloppy forms.
///
/// Words that touch, or are parted by white space alone, belong together; those of one character set are
/// joined before they are decoded, since many programs cut characters in two.
enum EncodedWords {
  /// The text of a field's value, on one line.
  static func text(_ value: [UInt8]) -> String {
    var pieces: [Piece] = []
    var plain = value[...]
    var place = value.startIndex
    while let start = value[place...].firstIndex(of: UInt8(ascii: "=")) {
      guard let word = Word(value[start...]) else {
        place = start + 1
        continue
      }
      add(plain[plain.startIndex..<start], to: &pieces)
      add(word, to: &pieces)
      place = word.end
      plain = value[place...]
    }
    add(plain, to: &pieces)
    return OneLine.text(pieces.map(\.text).joined())
  }

  private enum Piece {
    case plain(ArraySlice<UInt8>)
    case encoded(Charset, [UInt8])

    var text: String {
      switch self {
      case .plain(let bytes): FieldText.lenient(bytes)
      case .encoded(let charset, let bytes): charset.decode(bytes).text
      }
    }
  }

  private static func add(_ plain: ArraySlice<UInt8>, to pieces: inout [Piece]) {
    if !plain.isEmpty { pieces.append(.plain(plain)) }
  }

  private static func add(_ word: Word, to pieces: inout [Piece]) {
    if case .plain(let space) = pieces.last, pieces.count > 1, space.allSatisfy(\.isWhite) {
      pieces.removeLast()
    }
    if case .encoded(let charset, let bytes) = pieces.last, charset == word.charset {
      pieces[pieces.count - 1] = .encoded(charset, bytes + word.bytes)
    } else {
      pieces.append(.encoded(word.charset, word.bytes))
    }
  }
}

/// One encoded word.
private struct Word {
  let charset: Charset
  let bytes: [UInt8]
  /// The place behind it.
  let end: Int

  private static let mark = UInt8(ascii: "?")
  private static let longestCharset = 60
  /// The RFC allows 75; more is tolerated, but nobody shall make us look for ends that never come.
  private static let longestText = 1024

  /// Reads the word at the beginning of bytes; `nil` where there is none.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.starts(with: "=?".utf8) else { return nil }
    let named = bytes.dropFirst(2).prefix(Self.longestCharset)
    guard let nameEnd = named.firstIndex(of: Self.mark), nameEnd > named.startIndex,
      nameEnd + 2 < bytes.endIndex, bytes[nameEnd + 2] == Self.mark
    else { return nil }
    let text = bytes[(nameEnd + 3)...].prefix(Self.longestText)
    guard let end = Self.end(of: text) else { return nil }
    switch bytes[nameEnd + 1].lowered {
    case UInt8(ascii: "b"): self.bytes = Base64.decode(text[..<end], most: text.count).bytes
    case UInt8(ascii: "q"): self.bytes = Self.unquoted(text[..<end])
    default: return nil
    }
    // RFC 2231, 5, lets a language follow the character set behind a star.
    charset = Charset(named[..<nameEnd].prefix { $0 != UInt8(ascii: "*") }.loweredText)
    self.end = end + 2
  }

  private static func end(of text: ArraySlice<UInt8>) -> Int? {
    var place = text.startIndex
    while let mark = text[place...].firstIndex(of: Self.mark), mark + 1 < text.endIndex {
      if text[mark + 1] == UInt8(ascii: "=") { return mark }
      place = mark + 1
    }
    return nil
  }

  private static func unquoted(_ text: ArraySlice<UInt8>) -> [UInt8] {
    let spaced = text.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }
    return QuotedPrintable.decode(spaced[...], most: spaced.count, isHeader: true).bytes
  }
}
