import Testing

@testable import Screen

@Suite struct WrapTests {
  @Test(
    arguments: [
      ("", 5, [""]),
      ("hello", 5, ["hello"]),
      ("hello world", 5, ["hello ", "world"]),
      ("hello world", 7, ["hello ", "world"]),
      ("hello   world", 5, ["hello   ", "world"]),
      ("a bc def", 4, ["a bc ", "def"]),
      ("abcdefgh", 3, ["abc", "def", "gh"]),
      ("a abcdefgh", 3, ["a ", "abc", "def", "gh"]),
      ("one\ntwo\n", 9, ["one", "two", ""]),
      ("\n\n", 9, ["", "", ""]),
      ("日本語です", 4, ["日本", "語で", "す"]),
      ("ab日本", 3, ["ab", "日", "本"]),
      ("日", 1, ["日"]),
      ("e\u{301}e\u{301}e\u{301}", 2, ["e\u{301}e\u{301}", "e\u{301}"]),
      ("ab", 0, ["a", "b"]),
    ] as [(String, Int, [String])])
  func rows(text: String, columns: Int, expected: [String]) {
    let rows = Wrap.rows(of: text, columns: columns)
    let bytes = Array(text.utf8)
    #expect(rows.map { String(decoding: bytes[$0.range], as: UTF8.self) } == expected)
  }

  @Test func washedLinesLoseTheSpacesAtBreaks() {
    #expect(Wrap.lines(SafeText("hello   world"), columns: 5).map(\.string) == ["hello", "world"])
    #expect(Wrap.lines("a b\nc\td", columns: 4).map(\.string) == ["a b", "c", "d"])
    #expect(Wrap.lines("a\nb\nc", columns: 4, limit: 2).map(\.string) == ["a", "b"])
  }

  /// Every byte but the line breaks is in exactly one row, and no row is too wide but for spaces.
  @Test(arguments: 0..<100)
  func rowsCoverTheText(seed: Int) {
    var generator = SeededGenerator(UInt64(seed))
    let text = HostileText.make(&generator, pieces: 60)
    let columns = Int.random(in: 2...30, using: &generator)
    var end = 0
    for row in Wrap.rows(of: text, columns: columns) {
      let gap = Array(text.utf8)[end..<row.range.lowerBound]
      #expect(gap.isEmpty || String(decoding: gap, as: UTF8.self).allSatisfy(\.isNewline))
      end = row.range.upperBound
      let shown = String(decoding: Array(text.utf8)[row.range], as: UTF8.self)
      var words = shown[...]
      while let last = words.last, last == " " || last == "\t" || last == "\u{3000}" {
        words.removeLast()
      }
      #expect(words.count < 2 || CellWidth.columns(of: String(words)) <= columns)
    }
    #expect(end == text.utf8.count)
  }
}

@Suite struct ClusterTests {
  /// The quick ways through a text find the characters that Swift finds.
  @Test(arguments: 0..<200)
  func charactersAreThoseOfSwift(seed: Int) {
    var generator = SeededGenerator(UInt64(seed))
    let text = HostileText.make(&generator, pieces: 40)
    let bytes = Array(text.utf8)
    let found = Clusters(text).map { String(decoding: bytes[$0.range], as: UTF8.self) }
    #expect(found == text.map(String.init))
    for (cluster, character) in zip(Clusters(text), text) {
      #expect(cluster.isNewline == character.isNewline)
      #expect(cluster.width == (character.isNewline ? 0 : CellWidth.columns(of: character)))
    }
  }

  @Test(arguments: 0..<50)
  func bordersAreFoundFromAnyByte(seed: Int) {
    var generator = SeededGenerator(UInt64(seed))
    let buffer = TextBuffer(DraftText.clean(HostileText.make(&generator, pieces: 15)))
    let borders = [0] + Clusters(buffer.text).map(\.range.upperBound)
    for offset in 0...buffer.count {
      #expect(buffer.boundary(offset) == borders.last { $0 <= offset })
      #expect(buffer.boundary(offset, upwards: true) == borders.first { $0 >= offset })
    }
  }
}
