import Reader
import ReaderSamples
import Testing

@Suite struct TokenizerTests {
  private let tokenizer: Tokenizer
  private let texts: [String]

  init() throws {
    tokenizer = Tokenizer(model: try Tiny.model())
    texts = Tiny.sample.pieces.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func findsTheBestOfAllWays() {
    var random = SampleNumbers(seed: 21)
    for _ in 0..<300 {
      let length = Int.random(in: 1...9, using: &random)
      let word = String((0..<length).map { _ in "abcdeüzß".randomElement(using: &random) ?? "a" })
      #expect(tokenizer.tokens(of: word).map(\.id) == best("\u{2581}" + word).ids, "\(word)")
    }
  }

  @Test func wordsAreSolvedByThemselves() {
    let words = ["abcde", "zz", "eü", "bad"]
    let together = tokenizer.tokens(of: " \t" + words.joined(separator: " \r\n ") + "  ")
    #expect(together.map(\.id) == words.flatMap { best("\u{2581}" + $0).ids })
    #expect(together.count { $0.startsWord } == words.count)
  }

  @Test func eachUnknownCharacterIsOne() {
    #expect(tokenizer.tokens(of: "zßz").map(\.id).suffix(3) == [3, 3, 3])
  }

  @Test func normalisesCodePoints() {
    #expect(ids("\u{FB01}") == ids("fi"))
    #expect(ids("a\u{A0}\u{3000}b") == ids("a b"))
    #expect(ids("a\u{AD}b") == ids("ab"))
    #expect(ids("\u{FF01}") == ids("!"))
    #expect(ids("a\u{B4}") == ids("a \u{301}"))
  }

  @Test func nothingHasNoTokens() {
    for text in ["", " ", "\n\t ", "\u{AD}", "\u{0}", "\u{A0}"] { #expect(ids(text) == []) }
  }

  @Test func tokensKnowTheirBytes() {
    let text = "  ab \u{FB01} ½\u{AD}z 🙂!"
    for token in tokenizer.tokens(of: text) {
      let bytes = Array(text.utf8)[token.range]
      #expect(String(validating: bytes, as: UTF8.self) != nil)
      #expect(!bytes.contains(0x20))
    }
    let ranges = tokenizer.tokens(of: " a  é").map(\.range)
    #expect(ranges.first?.lowerBound == 1 && ranges.last == 4..<6)
    #expect(tokenizer.tokens(of: "½").map(\.range).allSatisfy { $0 == 0..<2 })
  }

  @Test func partsKeepTheirPlaces() {
    let text = "abc de ab"
    var copy = text
    let found = copy.withUTF8 { tokenizer.tokens(of: $0, in: 4..<9) }
    #expect(found.map(\.id) == ids("de ab"))
    #expect(found.first?.range.lowerBound == 4 && found.last?.range.upperBound == 9)
  }

  @Test func aLimitEndsAfterTheWordThatReachesIt() {
    let found = tokenizer.tokens(of: String(repeating: "ab ", count: 1000), limit: 10)
    #expect((10..<20).contains(found.count))
  }

  @Test func veryLongWordsAreCut() {
    let found = tokenizer.tokens(of: String(repeating: "z", count: 3000))
    #expect(found.count == 3001)
    #expect(found.count { $0.startsWord } == 1)
    #expect(found.last?.range == 2999..<3000)
  }

  @Test func everyByteIsText() {
    var random = SampleNumbers(seed: 3)
    for length in 0..<300 {
      let bytes = (0..<length).map { _ in UInt8(random.next() >> 56) }
      let found = bytes.withUnsafeBufferPointer { tokenizer.tokens(of: $0, in: 0..<length) }
      #expect(found.allSatisfy { $0.range.lowerBound >= 0 && $0.range.upperBound <= length })
      let repaired = String(decoding: bytes, as: UTF8.self)
      for token in tokenizer.tokens(of: repaired) {
        #expect(String(validating: Array(repaired.utf8)[token.range], as: UTF8.self) != nil)
      }
    }
  }

  @Test(arguments: [
    "👩‍👩‍👧‍👦👩‍👩‍👧‍👦", "e\u{301}\u{302}\u{303}\u{304}", "\u{202E}abc\u{202C}", "\u{2581}\u{2581} \u{2581}a",
    "\u{10FFFF}\u{FFFE}", "a\u{0}b\u{0}", "\u{FEFF}abc", "🇩🇪🇫🇷",
  ])
  func hostileTextsHaveTokens(_ text: String) {
    let found = tokenizer.tokens(of: text)
    #expect(!found.isEmpty)
    #expect(zip(found, found.dropFirst()).allSatisfy { $0.range.lowerBound <= $1.range.lowerBound })
  }

  private func ids(_ text: String) -> [Int32] { tokenizer.tokens(of: text).map(\.id) }

  /// The best way to cut a word, out of all ways.
  private func best(_ word: String) -> (ids: [Int32], score: Double) {
    let scalars = Array(word.unicodeScalars)
    guard !scalars.isEmpty else { return ([], 0) }
    let unknown = Double(Tiny.sample.scores.min() ?? 0) - 10
    var best: (ids: [Int32], score: Double) = ([], -.infinity)
    for length in 1...min(6, scalars.count) {
      var head = ""
      head.unicodeScalars.append(contentsOf: scalars.prefix(length))
      var rest = ""
      rest.unicodeScalars.append(contentsOf: scalars.dropFirst(length))
      let place = texts.firstIndex { $0.unicodeScalars.elementsEqual(head.unicodeScalars) }
      guard
        let (id, score) = place.map({ (Int32($0), Double(Tiny.sample.scores[$0])) })
          ?? (length == 1 ? (3, unknown) : nil)
      else { continue }
      let tail = self.best(rest)
      if score + tail.score > best.score { best = ([id] + tail.ids, score + tail.score) }
    }
    return best
  }
}
