import Screen
import Testing

@Suite struct KeyPressTests {
  @Test(
    arguments: [
      ("a", KeyPress("a")), ("G", KeyPress("G")), ("$", KeyPress("$")), ("-", KeyPress("-")),
      ("ü", KeyPress("ü")), ("space", KeyPress(" ")), ("ctrl-s", .control("s")),
      ("alt-f", .alt("f")), ("alt-:", .alt(":")), ("alt-A", .alt("A")),
      ("ctrl-space", .control(" ")),
      ("enter", .enter), ("escape", .escape), ("tab", .tab), ("shift-tab", .backtab),
      ("backspace", .backspace), ("delete", .delete), ("insert", KeyPress(.insert)),
      ("up", .up), ("shift-left", KeyPress(.left, .shift)),
      ("ctrl-right", KeyPress(.right, .control)),
      ("ctrl-alt-shift-down", KeyPress(.down, [.control, .alt, .shift])), ("home", .home),
      ("end", .end), ("pageup", .pageUp), ("pagedown", .pageDown), ("f1", KeyPress(.function(1))),
      ("f12", KeyPress(.function(12))), ("ctrl--", .control("-")), ("alt--", .alt("-")),
      ("ctrl-_", .control("_")), ("alt-enter", KeyPress(.enter, .alt)),
    ] as [(String, KeyPress)])
  func notation(text: String, key: KeyPress) {
    #expect(KeyPress(parsing: text) == key)
    #expect(key.description == text)
  }

  @Test(
    arguments: [
      ("Ctrl-S", "ctrl-s"), ("CTRL-ALT-x", "ctrl-alt-x"), ("alt-ctrl-x", "ctrl-alt-x"),
      ("Return", "enter"), ("esc", "escape"), ("PgDn", "pagedown"), ("page-up", "pageup"),
      ("backtab", "shift-tab"), ("ctrl-i", "tab"), ("ctrl-m", "enter"), ("ctrl-[", "escape"),
      ("ctrl-S", "ctrl-s"), ("shift-a", "A"), ("F5", "f5"),
    ] as [(String, String)])
  func otherSpellings(text: String, normal: String) {
    #expect(KeyPress(parsing: text)?.description == normal)
  }

  @Test(arguments: ["", "ctrl-", "f0", "f13", "foo", "ctrl-foo", " ", "\n", "\u{1B}", "hyper-a"])
  func whatIsNoKey(text: String) {
    #expect(KeyPress(parsing: text) == nil)
  }

  @Test func typedLettersAreThoseWithoutModifiers() {
    #expect(KeyPress("x").typed == "x")
    #expect(KeyPress.control("x").typed == nil)
    #expect(KeyPress.enter.typed == nil)
    #expect(KeyPress.paste("x").typed == nil)
  }

  @Test func aLiteralIsAKey() {
    let key: KeyPress = "y"
    #expect(key == KeyPress("y"))
    #expect(KeyPress.paste("abc").description == "pasted text of 3 characters")
  }
}
