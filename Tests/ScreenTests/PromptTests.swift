import Screen
import Testing

@Suite struct PromptTests {
  private func typed(_ keys: String, into text: String = "", history: [String] = []) -> Prompt {
    var prompt = Prompt(text)
    for key in keys.split(separator: " ") {
      guard let key = KeyPress(parsing: String(key)) else { continue }
      _ = prompt.press(key, history: history)
    }
    return prompt
  }

  @Test(arguments: [
    ("a b c", "", "abc"), ("ctrl-a x", "bc", "xbc"), ("ctrl-u x", "abc", "x"),
    ("ctrl-w", "one two", "one "), ("alt-b ctrl-k", "one two", "one "), ("backspace", "ab", "a"),
    ("ctrl-b delete", "ab", "a"), ("ctrl-w ctrl-y ctrl-y", "ab", "abab"), ("ctrl-z", "ab", "ab"),
    ("x ctrl-_", "ab", "ab"),
  ])
  func editing(keys: String, start: String, text: String) {
    #expect(typed(keys, into: start).text == text)
  }

  @Test func historyGoesUpAndComesBack() {
    let history = ["first", "second"]
    #expect(typed("x up", history: history).text == "second")
    #expect(typed("x up up", history: history).text == "first")
    #expect(typed("x up up up", history: history).text == "first")
    #expect(typed("x up up down down", history: history).text == "x")
    #expect(typed("x down", history: history).text == "x")
    #expect(typed("up", history: []).text == "")
  }

  private func press(_ key: KeyPress, into prompt: inout Prompt) -> EditOutcome {
    prompt.press(key)
  }

  @Test func pastedLinesBecomeOne() {
    var prompt = Prompt()
    #expect(press(.paste("a\r\nb\tc\u{1B}"), into: &prompt) == .changed)
    #expect(prompt.text == "a b    c")
    #expect(press(.enter, into: &prompt) == .ignored)
    #expect(press(.escape, into: &prompt) == .ignored)
    prompt.set("x\ny")
    #expect(prompt.text == "x y")
    #expect(prompt.cursor == 3)
  }

  @Test(
    arguments: [
      ("abc", 6, "abc", 3), ("abcdefgh", 5, "efgh", 4), ("日本語日本語", 5, "本語", 4), ("", 5, "", 0),
      ("abc", 1, "", 0), ("abc", 0, "", 0),
    ] as [(String, Int, String, Int)])
  func drawsThePartAroundTheCursor(text: String, columns: Int, shown: String, cursor: Int) {
    var grid = Grid(Size(rows: 1, columns: 8))
    let place = Prompt(text).draw(into: &grid, at: 0, 0, columns: columns, style: .plain)
    #expect(grid.text() == [shown])
    #expect(place == Point(row: 0, column: cursor))
  }
}
