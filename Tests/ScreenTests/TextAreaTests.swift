import Testing

@testable import Screen

@Suite struct TextAreaTests {
  @Test(
    arguments: [
      ("he|llo", "left", "h|ello"), ("|hello", "left", "|hello"), ("he|llo", "right", "hel|lo"),
      ("hello|", "right", "hello|"), ("ab\n|cd", "left", "ab|\ncd"),
      ("日|本", "right", "日本|"), ("e\u{301}|x", "left", "|e\u{301}x"), ("|👨‍👩‍👧x", "right", "👨‍👩‍👧|x"),
      ("one two| three", "ctrl-left", "one |two three"), ("one |two", "alt-b", "|one two"),
      ("one| two three", "ctrl-right", "one two| three"), ("don't| x", "alt-b", "|don't x"),
      ("one\ntw|o", "home", "one\n|two"), ("one\n|two", "end", "one\ntwo|"),
      ("one\ntw|o", "ctrl-a", "one\n|two"), ("one\n|two", "ctrl-e", "one\ntwo|"),
      ("one\ntw|o", "ctrl-home", "|one\ntwo"), ("o|ne\ntwo", "ctrl-end", "one\ntwo|"),
      ("abc\nde|f", "up", "ab|c\ndef"), ("ab|c\ndef", "down", "abc\nde|f"),
      ("ab|c", "up", "|abc"), ("ab|c", "down", "abc|"),
      ("abcd|\nx\nabcd", "down down", "abcd\nx\nabcd|"),
      ("ab|c\n\nabc", "down down", "abc\n\nab|c"),
      ("日本|\nabcd", "down", "日本\nabcd|"), ("abc|d\n日本", "down", "abcd\n日|本"),
    ] as [(String, String, String)])
  func moving(before: String, keys: String, after: String) {
    var area = TextArea(marked: before)
    area.press(keys)
    #expect(area.marked == after)
  }

  @Test(
    arguments: [
      ("ab|", "c", "abc|"), ("a|b", "enter", "a\n|b"), ("a|b", "space", "a |b"),
      ("ab|c", "backspace", "a|c"), ("|abc", "backspace", "|abc"), ("ab|c", "delete", "ab|"),
      ("a\n|b", "backspace", "a|b"), ("e\u{301}|", "backspace", "|"), ("日本|", "backspace", "日|"),
      ("|👨‍👩‍👧x", "delete", "|x"), ("one two|", "ctrl-w", "one |"), ("one |two", "alt-d", "one |"),
      ("one |two three", "ctrl-k", "one |"), ("one|\ntwo", "ctrl-k", "one|two"),
      ("one tw|o", "ctrl-u", "|o"), ("|one", "ctrl-u", "|one"), ("|one", "ctrl-w", "|one"),
      ("one two|", "ctrl-w ctrl-y ctrl-y", "one twotwo|"),
      ("one |two", "alt-backspace ctrl-v", "one |two"),
    ] as [(String, String, String)])
  func editing(before: String, keys: String, after: String) {
    var area = TextArea(marked: before)
    area.press(keys)
    #expect(area.marked == after)
  }

  @Test(
    arguments: [
      ("a|bc", "shift-right shift-right", "a[bc|"), ("abc|", "shift-left", "ab|c["),
      ("a|bc", "shift-right left", "a|bc"), ("a|bc", "ctrl-space right right", "a[bc|"),
      ("a|bc", "ctrl-space right ctrl-space", "ab|c"), ("a[bc|d", "x", "ax|d"),
      ("a[bc|d", "backspace", "a|d"), ("a[bc|d", "ctrl-x", "a|d"),
      ("a[bc|d", "ctrl-x ctrl-v", "abc|d"),
      ("a[bc|d", "ctrl-c end ctrl-v", "abcdbc|"), ("ab|cd", "alt-a", "[abcd|"),
      ("one two|", "ctrl-shift-left", "one |two["), ("a[b|c", "ctrl-k", "a|c"),
      ("a[b\nc|d", "shift-delete", "a|d"), ("ab|c", "ctrl-x", "ab|c"),
    ] as [(String, String, String)])
  func selecting(before: String, keys: String, after: String) {
    var area = TextArea(marked: before)
    area.press(keys)
    #expect(area.marked == after)
  }

  @Test(
    arguments: [
      ("ab cd|", "ctrl-z", "ab |"), ("ab cd|", "ctrl-z ctrl-z", "|"),
      ("ab cd|", "ctrl-z ctrl-z ctrl-z alt-z", "ab |"),
      ("ab cd|", "ctrl-z ctrl-z alt-z alt-z", "ab cd|"),
      ("ab cd|", "left x ctrl-_", "ab c|d"), ("ab cd|", "backspace backspace ctrl-z", "ab cd|"),
      ("ab cd|", "home delete delete ctrl-z", "|ab cd"), ("ab cd|", "ctrl-z x alt-z", "ab x|"),
      ("ab cd|", "enter ctrl-z", "ab cd|"),
    ] as [(String, String, String)])
  func undoing(typed: String, keys: String, after: String) {
    var area = TextArea()
    for character in typed where character != "|" { _ = area.press(KeyPress(character)) }
    area.press(keys)
    #expect(area.marked == after)
  }

  @Test(
    arguments: [
      ("one two three|", "up", "one t|wo three"), ("one two |three", "home", "one two |three"),
      ("one |two three", "end", "one two| three"), ("on|e two three", "down", "one two th|ree"),
      ("one two |three", "left", "one two| three"),
    ] as [(String, String, String)])
  func rowsAsTheyAreShown(before: String, keys: String, after: String) {
    var area = TextArea(marked: before, columns: 8)
    area.press(keys)
    #expect(area.marked == after)
  }

  @Test func pagesGoByTheHeight() {
    var area = TextArea(marked: "|a\nb\nc\nd\ne\nf", rows: 3)
    area.press("pagedown")
    #expect(area.marked == "a\nb\n|c\nd\ne\nf")
    area.press("pagedown pagedown pagedown")
    #expect(area.marked == "a\nb\nc\nd\ne\n|f")
    area.press("pageup")
    #expect(area.marked == "a\nb\nc\n|d\ne\nf")
  }

  @Test(
    arguments: [
      ("a\r\nb\rc\u{2028}d", "a\nb\nc\nd"), ("a\tb", "a    b"), ("\u{1B}[31mx\u{7}\u{0}", "[31mx"),
      ("a\u{202E}b\u{200B}c\u{FEFF}", "abc"), ("a\u{9B}b\u{7F}", "ab"), ("👨‍👩‍👧 \u{E0041}", "👨‍👩‍👧 "),
      ("x\u{1B}[201~y", "x[201~y"), ("\u{1FAE8} ❤️", "\u{1FAE8} ❤️"),
    ] as [(String, String)])
  func pastedTextIsCleaned(raw: String, clean: String) {
    var area = TextArea()
    #expect(press(.paste(raw), into: &area) == .changed)
    #expect(area.text == clean)
    #expect(TextArea(raw).text == clean)
    area.replaceAll(with: raw)
    #expect(area.text == clean)
  }

  private func press(_ key: KeyPress, into area: inout TextArea) -> EditOutcome { area.press(key) }

  @Test func outcomesTellWhatHappened() {
    var area = TextArea("ab")
    #expect(press(.left, into: &area) == .moved)
    #expect(press("x", into: &area) == .changed)
    #expect(press(.tab, into: &area) == .ignored)
    #expect(press(KeyPress(.function(1)), into: &area) == .ignored)
    #expect(press(.control("c"), into: &area) == .ignored)
    #expect(press(.alt("a"), into: &area) == .moved)
    #expect(press(.control("c"), into: &area) == .moved)
    #expect(area.clipboard == "axb")
    #expect(area.selectedText == "axb")
  }

  @Test func replacingARangeIsOneStep() {
    var area = TextArea("Say please. Thanks.")
    area.replace(4..<10, with: "sorry")
    #expect(area.text == "Say sorry. Thanks.")
    #expect(area.cursor == 9)
    let couldUndo = area.undo()
    let couldUndoAgain = area.undo()
    #expect(couldUndo && !couldUndoAgain)
    #expect(area.text == "Say please. Thanks.")
    area.select(4..<10)
    #expect(area.selection == 4..<10)
  }

  @Test func placesInsideOfCharactersAreMovedToTheirBorders() {
    var area = TextArea("日本e\u{301}")
    area.moveCursor(to: 4)
    #expect(area.cursor == 3)
    area.moveCursor(to: 7)
    #expect(area.cursor == 6)
    area.moveCursor(to: 999)
    #expect(area.cursor == 9)
    area.replace(1..<2, with: "x")
    #expect(area.text == "x本e\u{301}" || area.text == "x日本e\u{301}")
  }
}
