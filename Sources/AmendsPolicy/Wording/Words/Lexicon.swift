/// The words that a policy knows, and every way in which a written word is taken for one of them.
struct Lexicon: Sendable {
  private(set) var table = WordTable()
  /// Where in `read` stands what each word is read as, where it is a spelling of others.
  private var readings: [Reading] = []
  private var read: [Int32] = []
  private var critical: [Bool] = []
  private var typos = TypoTable(words: [])

  /// A run of `read`.
  private struct Reading: Sendable {
    var start: Int32 = 0
    var end: Int32 = 0
  }

  /// The number of the word that stands for any number.
  let number: Int32
  /// The number of the word that stands for any currency sign.
  let currency: Int32

  init() {
    number = table.intern(Array("#".utf8))
    currency = table.intern(Array("¤".utf8))
  }

  /// Takes the lexicon out of an image.
  init(_ image: inout ImageReader) throws(ImageFault) {
    table = try WordTable(&image)
    readings = try image.values()
    read = try image.values()
    critical = try image.values()
    typos = try TypoTable(&image)
    number = try image.value()
    currency = try image.value()
  }

  /// Puts the finished lexicon into an image.
  func write(to image: inout ImageWriter) {
    table.write(to: &image)
    image.put(readings)
    image.put(read)
    image.put(critical)
    typos.write(to: &image)
    image.put(value: number)
    image.put(value: currency)
  }

  /// How many words there are.
  var count: Int { table.count }

  mutating func intern(_ word: [UInt8]) -> Int32 { table.intern(word) }

  mutating func addReading(of word: Int32, as words: [Int32]) {
    while readings.count <= Int(word) { readings.append(Reading()) }
    let start = Int32(read.count)
    read += words
    readings[Int(word)] = Reading(start: start, end: Int32(read.count))
  }

  /// Closes the lexicon: from here on misspelt forms of critical words are found.
  mutating func finish(critical words: Set<Int32>) {
    critical = Array(repeating: false, count: table.count)
    for id in words { critical[Int(id)] = true }
    typos = TypoTable(words: words.sorted().map { ($0, Array(table.word($0))) })
  }

  func isCritical(_ id: Int32) -> Bool { id >= 0 && critical[Int(id)] }

  /// What a known word is read as; nil where it is read as itself.
  func reading(of id: Int32) -> [Int32]? {
    guard hasReading(id) else { return nil }
    let reading = readings[Int(id)]
    return Array(read[Int(reading.start)..<Int(reading.end)])
  }

  /// Whether a word is read as others.
  func hasReading(_ id: Int32) -> Bool {
    id >= 0 && Int(id) < readings.count && readings[Int(id)].start < readings[Int(id)].end
  }

  /// The word that a piece of a text is as it is written; -1 where it is unknown.
  func exact(_ piece: Piece, of text: FoldedText) -> Int32 {
    let (from, to) = (Int(piece.from), Int(piece.to))
    let id = table.find(text.bytes, from, to, hash: piece.hash)
    return id >= 0 ? id : withoutTail(text.bytes, from, to)
  }

  /// The word as it is written, also without its apostrophe's tail; -1 where it is unknown.
  func exact(_ bytes: [UInt8], _ from: Int, _ to: Int) -> Int32 {
    let id = table.find(bytes, from, to)
    return id >= 0 ? id : withoutTail(bytes, from, to)
  }

  private func withoutTail(_ bytes: [UInt8], _ from: Int, _ to: Int) -> Int32 {
    guard let mark = bytes[from..<to].firstIndex(of: UInt8(ascii: "'")),
      Elision.isTail(bytes, mark, to)
    else { return -1 }
    return table.find(bytes, from, mark)
  }

  /// The word that a disguised or misspelt one stands for; -1 where none is near.
  func disguised(_ word: [UInt8]) -> Int32 {
    if !word.allSatisfy(ByteClass.isLetter) {
      return leet(word)
    }
    let stretched = stretched(word)
    return stretched >= 0 ? stretched : typos.find(word, in: table)
  }

  /// The critical word that digits and signs among letters spell.
  func leet(_ word: [UInt8]) -> Int32 {
    for one in [UInt8(ascii: "i"), UInt8(ascii: "l")] {
      guard let letters = Leet.decode(word, one: one) else { continue }
      let id = table.find(letters, 0, letters.count)
      if id >= 0 { return id }
      let near = typos.find(letters, in: table)
      if near >= 0 { return near }
    }
    return -1
  }

  /// The word that is left when runs of one letter are cut to two, or to one.
  private func stretched(_ word: [UInt8]) -> Int32 {
    guard zip(word, word.dropFirst()).contains(where: { $0 == $1 }) else { return -1 }
    for most in [2, 1] {
      let cut = Self.squeezed(word, most: most)
      guard cut.count < word.count else { continue }
      let id = table.find(cut, 0, cut.count)
      if id >= 0, most == 2 || isCritical(id) || word.count - cut.count > 1 { return id }
    }
    return -1
  }

  private static func squeezed(_ word: [UInt8], most: Int) -> [UInt8] {
    var result: [UInt8] = []
    var run = 0
    for byte in word {
      run = byte == result.last ? run + 1 : 1
      if run <= most { result.append(byte) }
    }
    return result
  }
}
