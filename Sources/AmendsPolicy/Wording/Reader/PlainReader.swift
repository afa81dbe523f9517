/// Writes a draft anew from its tokens, so that each word stands as people read it.
struct PlainReader {
  private let source: [UInt8]
  private let tokens: [Token]
  private let lexicon: Lexicon
  private var plain = PlainDraft()
  /// The source bytes before here are done.
  private var at = 0

  /// Shorter words are left as they are written: too many are short for something else.
  private static let shortestDisguise = 4

  private init(_ source: [UInt8], _ tokens: [Token], _ lexicon: Lexicon) {
    self.source = source
    self.tokens = tokens
    self.lexicon = lexicon
  }

  /// The plain text of a draft.
  static func read(_ source: [UInt8], _ tokens: [Token], _ lexicon: Lexicon) -> PlainDraft {
    var reader = PlainReader(source, tokens, lexicon)
    var index = 0
    while index < tokens.count { index = reader.word(index) }
    reader.gap(upTo: source.count)
    return reader.plain
  }

  /// Writes the word at a token, which several tokens may share, and answers the token after it.
  private mutating func word(_ index: Int) -> Int {
    let token = tokens[index]
    let range = Int(token.start)..<Int(token.end)
    var next = index + 1
    while next < tokens.count, tokens[next].start == token.start { next += 1 }
    if range.lowerBound >= at { gap(upTo: range.lowerBound) } else { plain.put(" ", for: range) }
    if let spelled = next == index + 1 ? undisguised(token, range) : nil {
      plain.put(spelled, for: range)
    } else {
      copyVisible(range, withTags: false)
    }
    at = max(at, range.upperBound)
    return next
  }

  /// The word that a disguised one stands for; nil where it is written as it is.
  private func undisguised(_ token: Token, _ range: Range<Int>) -> String? {
    let slice = Array(source[range])
    let folded = Folder.fold(slice).bytes
    guard folded.contains(where: ByteClass.isLetter) else { return nil }
    guard token.word >= 0, token.other < 0 else { return lettersOnly(slice, folded) }
    let isKnown = lexicon.exact(folded, 0, folded.count) >= 0
    return isKnown || folded.count < Self.shortestDisguise
      ? lettersOnly(slice, folded)
      : String(decoding: lexicon.table.word(token.word), as: UTF8.self)
  }

  /// The folded letters of a word whose written ones are no everyday letters; nil for an ordinary word.
  private func lettersOnly(_ slice: [UInt8], _ folded: [UInt8]) -> String? {
    guard !String(decoding: slice, as: UTF8.self).unicodeScalars.allSatisfy(Self.isEveryday),
      !folded.isEmpty, folded.allSatisfy({ $0 < 0x80 })
    else { return nil }
    return String(decoding: folded, as: UTF8.self)
  }

  /// Whether a letter is one that covered languages are written with: ASCII, Latin-1, Latin Extended-A, the apostrophe.
  private static func isEveryday(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F, 0xA1...0xAC, 0xAE...0x17F, 0x218...0x21B, 0x2018, 0x2019, 0x20AC: true
    default: false
    }
  }

  /// Writes what stands between words, without what no eye sees.
  private mutating func gap(upTo end: Int) {
    guard at < end else { return }
    copyVisible(at..<end, withTags: true)
    at = end
  }

  private mutating func copyVisible(_ range: Range<Int>, withTags: Bool) {
    var place = range.lowerBound
    var from = place
    while place < range.upperBound {
      let hidden = hiddenLength(place, range.upperBound, withTags: withTags)
      if hidden > 0 {
        plain.copy(from..<place, of: source)
        place += hidden
        from = place
      } else {
        place += UTF8Scalar.decode(source, place).length
      }
    }
    plain.copy(from..<min(place, range.upperBound), of: source)
  }

  /// How many bytes at a place nobody sees: a tag inside a word, or a character without shape; 0 for none.
  private func hiddenLength(_ place: Int, _ end: Int, withTags: Bool) -> Int {
    let byte = source[place]
    if byte == UInt8(ascii: "<"), !withTags {
      guard let tag = HTMLTag(source, place), tag.end <= end else { return 0 }
      return tag.end - place
    }
    guard byte >= 0x80 else { return byte < 0x20 && byte != 0x0A && byte != 0x09 ? 1 : 0 }
    let (value, length) = UTF8Scalar.decode(source, place)
    let scalar = Unicode.Scalar(value)
    return scalar?.properties.isDefaultIgnorableCodePoint ?? false ? length : 0
  }
}
