/// Cuts folded text into pieces, clauses and sentences.
struct Splitter {
  private let text: FoldedText
  private var at = 0
  private var pieces: [Piece] = []
  private var sentence: Int32 = 0
  private var clause: Int32 = 0
  private var joint = Piece.Joint.wideSpace

  private init(_ text: FoldedText) {
    self.text = text
    pieces.reserveCapacity(text.bytes.count / 4)
  }

  /// The pieces of a text, in order.
  static func split(_ text: FoldedText) -> [Piece] {
    var splitter = Splitter(text)
    while splitter.at < text.bytes.count { splitter.step() }
    return splitter.pieces
  }

  private mutating func step() {
    let byte = text.bytes[at]
    if ByteClass.isLetter(byte) {
      word()
    } else if ByteClass.isDigit(byte) {
      number()
    } else if byte == UInt8(ascii: " ") {
      space()
    } else if byte == UInt8(ascii: "\n") {
      newline()
    } else {
      sign(byte)
    }
  }

  private func byte(_ index: Int) -> UInt8 {
    index >= 0 && index < text.bytes.count ? text.bytes[index] : UInt8(ascii: " ")
  }

  private mutating func append(_ kind: Piece.Kind, to end: Int) {
    pieces.append(
      Piece(
        kind: kind, joint: joint, from: Int32(at), to: Int32(end), sentence: sentence,
        clause: clause, hash: WordTable.hash(text.bytes, at, end)))
    joint = .glue(0)
    at = end
  }

  private mutating func word() {
    var end = at + 1
    while ByteClass.isAlphanumeric(byte(end)) || isInnerApostrophe(end) { end += 1 }
    append(.word, to: end)
  }

  private func isInnerApostrophe(_ index: Int) -> Bool {
    byte(index) == UInt8(ascii: "'") && ByteClass.isLetter(byte(index + 1))
  }

  private mutating func number() {
    var end = at + 1
    while ByteClass.isDigit(byte(end)) || isInnerPoint(end) { end += 1 }
    guard !ByteClass.isLetter(byte(end)) else { return word() }
    append(.number, to: end)
  }

  private func isInnerPoint(_ index: Int) -> Bool {
    (byte(index) == UInt8(ascii: ".") || byte(index) == UInt8(ascii: ","))
      && ByteClass.isDigit(byte(index + 1))
  }

  private mutating func space() {
    let isWide = byte(at + 1) == UInt8(ascii: " ")
    joint = isWide || joint == .wideSpace ? .wideSpace : .space
    at += 1
  }

  /// A line break ends the sentence unless the next line goes on in lower case.
  private mutating func newline() {
    var next = at + 1
    var breaks = 1
    while ByteClass.isSpace(byte(next)), next < text.bytes.count {
      if byte(next) == UInt8(ascii: "\n") { breaks += 1 }
      next += 1
    }
    let goesOn =
      ByteClass.isLetter(byte(next)) && next < text.bytes.count && !text.places[next].isCapital
    if breaks > 1 || !goesOn { endSentence() }
    if case .glue(UInt8(ascii: "-")) = joint, goesOn {
      at = next
    } else {
      joint = .space
      at = next
    }
  }

  private mutating func endSentence() {
    guard pieces.last?.sentence == sentence else { return }
    sentence += 1
    clause += 1
  }

  private mutating func endClause() {
    guard pieces.last?.clause == clause else { return }
    clause += 1
  }

  private mutating func sign(_ byte: UInt8) {
    if EmojiWord(byte: byte) != nil { return pictographs(byte) }
    switch byte {
    case UInt8(ascii: "?"):
      append(.sign, to: at + 1)
      endSentence()
    case UInt8(ascii: "!"), UInt8(ascii: "."): stop(byte)
    case UInt8(ascii: "%"), UInt8(ascii: "="): append(.sign, to: at + 1)
    case UInt8(ascii: "$"), FoldedByte.currency: currency(byte)
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "("),
      UInt8(ascii: ")"), FoldedByte.dash:
      if !isBetweenLetters { endClause() }
      pass(byte)
    default: pass(byte)
    }
  }

  private var isBetweenLetters: Bool {
    ByteClass.isLetter(byte(at - 1)) && ByteClass.isLetter(byte(at + 1))
  }

  private mutating func pass(_ byte: UInt8) {
    if case .glue(let first) = joint { joint = .glue(first == 0 ? byte : first) }
    at += 1
  }

  private mutating func currency(_ byte: UInt8) {
    if isBetweenLetters { return pass(byte) }
    append(.sign, to: at + 1)
  }

  /// A full stop or exclamation mark ends the sentence where a blank or a capital follows.
  private mutating func stop(_ byte: UInt8) {
    let next = self.byte(at + 1)
    let isFollowed = !ByteClass.isAlphanumeric(next)
    let opensCapital =
      ByteClass.isLetter(next) && text.places[at + 1].isCapital
      && ByteClass.isLetter(self.byte(at - 1))
      && !text.places[at - 1].isCapital
    if isFollowed || opensCapital {
      if !(byte == UInt8(ascii: ".") && endsAbbreviation) { endSentence() }
    }
    pass(byte)
  }

  /// Whether the last piece is a title, an initial or a list's number, whose point ends no sentence.
  private var endsAbbreviation: Bool {
    guard let last = pieces.last, Int(last.to) == at else { return false }
    if last.length == 1 { return last.kind == .word || isFirstOfSentence }
    return Abbreviations.contains(text.bytes[Int(last.from)..<Int(last.to)])
  }

  private var isFirstOfSentence: Bool {
    pieces.count < 2 || pieces[pieces.count - 2].sentence != sentence
  }

  /// A run of one pictograph is its count and its word: five stars are `5 star`.
  private mutating func pictographs(_ byte: UInt8) {
    var end = at
    while self.byte(end) == byte { end += 1 }
    pieces.append(
      Piece(
        kind: .sign, joint: joint, from: Int32(at), to: Int32(end), sentence: sentence,
        clause: clause, hash: WordTable.hash(text.bytes, at, end)))
    joint = .glue(0)
    at = end
  }
}
