/// Turns the pieces of a draft into tokens, undoing disguised spelling on the way.
struct TokenReader {
  private let text: FoldedText
  private let pieces: [Piece]
  private let lexicon: Lexicon
  /// The word that each piece is as it is written; -1 for none.
  private let exact: [Int32]
  private var tokens: [Token] = []
  /// The letters of pieces that are being joined, without and with the signs between them.
  private var letters: [UInt8] = []
  private var signed: [UInt8] = []
  private var at = 0
  /// The last piece of a run of single letters that spell nothing.
  private var spelledInVain = -1

  private static let longestJoin = 14
  private static let shortestJoin = 4
  /// Of the halves of a word in two, one is no longer than this.
  private static let longestFragment = 4

  private init(_ text: FoldedText, _ pieces: [Piece], _ lexicon: Lexicon) {
    self.text = text
    self.pieces = pieces
    self.lexicon = lexicon
    exact = pieces.map { lexicon.exact($0, of: text) }
    tokens.reserveCapacity(pieces.count + 16)
  }

  /// The tokens of a split text.
  static func read(_ text: FoldedText, _ pieces: [Piece], _ lexicon: Lexicon) -> [Token] {
    var reader = TokenReader(text, pieces, lexicon)
    while reader.at < pieces.count { reader.step() }
    return reader.tokens
  }

  private mutating func step() {
    let piece = pieces[at]
    switch piece.kind {
    case .sign: sign(piece)
    case .number:
      if !spelledOut() { number() }
    case .word:
      if !spelledOut(), !joined() { word(piece) }
    }
  }

  private mutating func emit(_ id: Int32, other: Int32 = -1, through last: Int) {
    let range = text.range(Int(pieces[at].from), Int(pieces[last].to) - 1)
    let first = pieces[at]
    let token = Token(
      word: id, other: other, start: Int32(range.lowerBound), end: Int32(range.upperBound),
      sentence: first.sentence, clause: first.clause)
    if lexicon.hasReading(id) {
      for reading in lexicon.reading(of: id) ?? [] { tokens.append(token.read(as: reading)) }
    } else {
      tokens.append(token)
    }
    at = last + 1
  }

  private mutating func sign(_ piece: Piece) {
    let byte = text.bytes[Int(piece.from)]
    if let emoji = EmojiWord(byte: byte) {
      let word = Array(emoji.text.utf8)
      if piece.length > 1 { count(piece.length) }
      return emit(lexicon.exact(word, 0, word.count), through: at)
    }
    let isCurrency = byte == UInt8(ascii: "$") || byte == FoldedByte.currency
    emit(isCurrency ? lexicon.currency : lexicon.exact([byte], 0, 1), through: at)
  }

  /// The count of a run of one pictograph, before its word.
  private mutating func count(_ number: Int) {
    let digits = Array(String(number).utf8)
    emit(lexicon.exact(digits, 0, digits.count), other: lexicon.number, through: at)
    at -= 1
  }

  private mutating func number() {
    emit(exact[at], other: lexicon.number, through: at)
  }

  private mutating func word(_ piece: Piece) {
    if exact[at] >= 0 { return emit(exact[at], through: at) }
    let (from, to) = (Int(piece.from), Int(piece.to))
    if let mark = Elision.mark(text.bytes, from, to) { return elided(piece, mark) }
    emit(lexicon.disguised(Array(text.bytes[from..<to])), through: at)
  }

  /// The two words of a piece on either side of an apostrophe.
  private mutating func elided(_ piece: Piece, _ mark: Int) {
    for part in [Int(piece.from)..<mark, (mark + 1)..<Int(piece.to)] where !part.isEmpty {
      let id = lexicon.exact(text.bytes, part.lowerBound, part.upperBound)
      let word = id >= 0 ? id : lexicon.disguised(Array(text.bytes[part]))
      let range = text.range(part.lowerBound, part.upperBound - 1)
      tokens.append(
        Token(
          word: word, start: Int32(range.lowerBound), end: Int32(range.upperBound),
          sentence: piece.sentence, clause: piece.clause))
    }
    at += 1
  }

  // MARK: Broken words

  /// Joins pieces that together spell a critical word: `re-view`, `re view`, `r*e*f*u*n*d`.
  private mutating func joined() -> Bool {
    guard at > spelledInVain, at + 1 < pieces.count, joinSign(at + 1) != nil else { return false }
    letters.removeAll(keepingCapacity: true)
    signed.removeAll(keepingCapacity: true)
    append(at, after: 0)
    var found: (id: Int32, last: Int)?
    var mayBeLeet = true
    var last = at + 1
    while last < pieces.count, letters.count <= Self.longestJoin, last < at + Self.longestJoin {
      guard let sign = joinSign(last) else { break }
      append(last, after: sign)
      mayBeLeet = mayBeLeet && sign != 0 && Leet.letter(sign, one: UInt8(ascii: "i")) != nil
      if let id = critical(letters) ?? (mayBeLeet ? critical(signed) : nil) {
        found = (id, last)
      }
      last += 1
    }
    guard let found else { return false }
    emit(found.id, through: found.last)
    return true
  }

  /// Adds a piece to the letters so far, once without and once with the sign before it.
  private mutating func append(_ index: Int, after sign: UInt8) {
    let bytes = text.bytes[Int(pieces[index].from)..<Int(pieces[index].to)]
    letters += bytes
    if sign != 0 { signed.append(sign) }
    signed += bytes
  }

  /// The sign that may be a letter, 0 for none; nil where the piece stands apart from the one before.
  private func joinSign(_ index: Int) -> UInt8? {
    switch pieces[index].joint {
    case .glue(let sign): pieces[index].kind == .sign ? nil : sign
    case .space: isFragment(index - 1) || isFragment(index) ? 0 : nil
    case .wideSpace: nil
    }
  }

  /// Whether a piece is no word by itself, so that a blank beside it may be a disguise.
  private func isFragment(_ index: Int) -> Bool {
    let piece = pieces[index]
    guard piece.kind == .word, piece.length > 1, piece.length <= Self.longestFragment else {
      return false
    }
    return exact[index] < 0
  }

  private func critical(_ letters: [UInt8]) -> Int32? {
    guard letters.count >= Self.shortestJoin else { return nil }
    let exact = lexicon.exact(letters, 0, letters.count)
    if lexicon.isCritical(exact) { return exact }
    guard !letters.allSatisfy(ByteClass.isLetter) else { return nil }
    let leet = lexicon.leet(letters)
    return lexicon.isCritical(leet) ? leet : nil
  }

  // MARK: Spaced letters

  /// Reads words whose letters stand alone: `t a k e   d o w n`, or a letter a line.
  private mutating func spelledOut() -> Bool {
    guard pieces[at].length == 1, at > spelledInVain else { return false }
    var last = at
    while last + 1 < pieces.count, pieces[last + 1].length == 1, pieces[last + 1].kind != .sign {
      last += 1
    }
    guard last - at >= 2 else { return false }
    let words = SpelledWords.read(groups(at...last), lexicon)
    guard !words.isEmpty else {
      spelledInVain = last
      return false
    }
    for word in words { emit(word.id, through: at + word.length - 1) }
    return true
  }

  /// The letters of single-letter pieces, cut where a wide blank stands.
  private func groups(_ range: ClosedRange<Int>) -> [[UInt8]] {
    var groups: [[UInt8]] = [[]]
    for index in range {
      if index > range.lowerBound, pieces[index].joint == .wideSpace { groups.append([]) }
      groups[groups.count - 1].append(text.bytes[Int(pieces[index].from)])
    }
    return groups
  }
}
