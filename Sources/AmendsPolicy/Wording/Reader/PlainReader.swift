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
    let isCoded = slice.contains(UInt8(ascii: "&"))
    guard
      isCoded
        || !String(decoding: slice, as: UTF8.self).unicodeScalars.allSatisfy(Self.isEveryday),
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
    copyVisible(at..<(Self.reversal(in: source, at..<end) ?? end), withTags: true)
    at = end
  }

  /// Where a run of reversed letters begins that goes on at the end of a range: its words follow as they are read.
  private static func reversal(in source: [UInt8], _ range: Range<Int>) -> Int? {
    var begin: Int?
    var place = range.lowerBound
    while place < range.upperBound {
      let (value, length) = UTF8Scalar.decode(source, place)
      switch value {
      case 0x202E: begin = begin ?? place
      case 0x202C, 0x0A: begin = nil
      default: break
      }
      place += length
    }
    return begin
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

  /// Whether a character is put over or under the letter before it.
  private static func isMark(_ value: UInt32) -> Bool {
    switch value {
    case 0x300...0x36F, 0x483...0x489, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF,
      0xFE20...0xFE2F:
      true
    default: false
    }
  }

  /// How many bytes at a place nobody sees: a tag inside a word, or a character without shape; 0 for none.
  private func hiddenLength(_ place: Int, _ end: Int, withTags: Bool) -> Int {
    let byte = source[place]
    if byte == UInt8(ascii: "<"), !withTags {
      guard let tag = HTMLTag(source, place), tag.end <= end else { return 0 }
      return tag.end - place
    }
    guard byte >= 0x80 else {
      return (byte < 0x20 && byte != 0x0A && byte != 0x09) || byte == 0x7F ? 1 : 0
    }
    let (value, length) = UTF8Scalar.decode(source, place)
    // Words are written without the marks that stand apart from their letters; the last one stands behind its word.
    if Self.isMark(value) { return length }
    let scalar = Unicode.Scalar(value)
    return scalar?.properties.isDefaultIgnorableCodePoint ?? false ? length : 0
  }
}
