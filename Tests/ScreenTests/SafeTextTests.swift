import Testing

@testable import Screen

@Suite struct SafeTextTests {
  @Test(
    arguments: [
      ("plain", "plain", 5),
      ("", "", 0),
      ("a\nb\r\nc\rd", "a b c d", 7),
      ("a\tb", "a b", 3),
      ("\u{1B}[31mred\u{1B}[0m", "␛[31mred␛[0m", 12),
      ("\u{1B}]0;title\u{7}", "␛]0;title␇", 10),
      ("a\u{0}b\u{8}c\u{7F}", "a␀b␈c␡", 6),
      ("\u{9B}2J", "‹U+009B›2J", 10),
      ("\u{85}", "‹U+0085›", 8),
      ("abc\u{202E}def", "abc‹U+202E›def", 14),
      ("\u{2066}x\u{2069}", "‹U+2066›x‹U+2069›", 17),
      ("a\u{2028}b\u{2029}c", "a b c", 5),
      ("a\u{200B}b\u{FEFF}c\u{AD}d\u{200D}e", "abcde", 5),
      ("\u{E0041}", "‹U+E0041›", 9),
      ("🏴\u{E0067}\u{E0062}\u{E007F}!", "🏴!", 3),
      ("\u{E000}\u{10FFFF}\u{378}", "���", 3),
      ("e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", "e\u{301}\u{302}\u{303}\u{304}", 1),
      ("\u{301}a", "◌\u{301}a", 2),
      ("👨‍👩‍👧‍👦!", "👨!", 3),
      ("👍🏽", "👍", 2),
      ("🇩🇪🇫", "DEF", 3),
      ("❤️1️⃣", "❤1", 2),
      ("日本語", "日本語", 6),
      ("\u{1112}\u{1161}\u{11AB}", "한", 2),
      ("\u{1161}", "�", 1),
      ("<br />&#39;", "<br />&#39;", 11),
    ] as [(String, String, Int)])
  func washing(raw: String, washed: String, width: Int) {
    let text = SafeText(raw)
    #expect(Array(text.string.unicodeScalars) == Array(washed.unicodeScalars))
    #expect(text.width == width)
  }

  @Test func linesKeepBreaksAndExpandTabs() {
    let lines = SafeText.lines("one\ttwo\r\nthree\rfour\n\u{2028}日\tx\n")
    #expect(lines.map(\.string) == ["one two", "three", "four", "", "日  x", ""])
    #expect(lines.map(\.width) == [7, 5, 4, 0, 5, 0])
  }

  @Test(
    arguments: [
      ("hello", 5, "hello"), ("hello", 4, "hel…"), ("hello", 1, "h"), ("hello", 0, ""),
      ("hello", -3, ""), ("日本語", 5, "日本…"), ("日本語", 4, "日…"), ("日本語", 2, "…"), ("日本語", 1, ""),
      ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
    ] as [(String, Int, String)])
  func prefix(raw: String, columns: Int, expected: String) {
    let text = SafeText(raw).prefix(columns: columns)
    #expect(text.string == expected)
    #expect(text.width <= max(0, columns))
    #expect(text == SafeText(raw, columns: columns))
  }

  @Test func aLongTextIsOnlyWashedAsFarAsItIsShown() {
    #expect(SafeText(String(repeating: "日", count: 100_000), columns: 7).string == "日日日…")
  }

  @Test func paddingFillsUpAndCuts() {
    #expect(SafeText("日").padded(columns: 4).string == "日  ")
    #expect(SafeText("hello").padded(columns: 3).string == "he…")
    #expect((["a", "b"] as [SafeText]).joined(separator: ", ").string == "a, b")
  }

  @Test(arguments: 0..<200)
  func hostileTextIsHarmless(seed: Int) {
    var generator = SeededGenerator(UInt64(seed))
    let raw = HostileText.make(&generator, pieces: 40)
    for text in SafeText.lines(raw) + [SafeText(raw), SafeText(raw, columns: 9)] {
      let kinds = text.string.unicodeScalars.map(CellWidth.kind(of:))
      #expect(kinds.allSatisfy { $0 == .mark || $0 == .narrow || $0 == .wide })
      #expect(kinds.first != .mark)
      #expect(text.width == text.string.unicodeScalars.reduce(0) { $0 + CellWidth.columns(of: $1) })
      #expect(SafeText(text.string) == text)
    }
  }
}
