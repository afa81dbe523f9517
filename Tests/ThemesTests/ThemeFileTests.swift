import Screen
import Testing
import Themes

@Suite struct ThemeFileTests {
  private func theme(_ text: String, parents: [String: String] = [:]) throws -> Theme {
    try ThemeFile.parse(text, name: "mine").theme { parents[$0] }
  }

  @Test func readsEveryFormOfStyle() throws {
    let theme = try theme(
      """
      appearance = "light"
      [styles]
      "text" = { fg = "ink", bg = "#fff" }
      key = "bright-red"
      list.selected = { modifiers = ["bold", "reverse"] }
      "status.error" = { fg = "#0080ff", modifiers = [] }
      [palette]
      ink = "#102030"
      [glyphs]
      set = "ascii"
      star = "★"
      sparks = "_#"
      """)
    #expect(theme.name == "mine")
    #expect(theme.appearance == .light)
    #expect(theme[.text] == Style(foreground: .rgb(16, 32, 48), background: .rgb(255, 255, 255)))
    #expect(theme[.key].foreground == .ansi(.brightRed))
    #expect(theme[.listSelected].attributes == [.bold, .reverse])
    #expect(theme[.statusError].foreground == .rgb(0, 128, 255))
    #expect(theme.glyphs[.star] == "★")
    #expect(theme.glyphs[.pointer] == Glyphs.ascii[.pointer])
    #expect(theme.glyphs.sparks.map(\.string) == ["_", "#"])
  }

  @Test func childrenChangePalettesAndStylesOfTheirParents() throws {
    let parent = "[styles]\nkey = 'accent'\nborder = 'accent'\n[palette]\naccent = 'red'"
    let child = "inherits = 'base'\n[styles]\nborder = 'blue'\n[palette]\naccent = 'green'"
    let theme = try theme(child, parents: ["base": parent])
    #expect(theme[.key].foreground == .ansi(.green))
    #expect(theme[.border].foreground == .ansi(.blue))
  }

  @Test(
    arguments: [
      ("[styles]\n  key = \"pinkish\"", 2, 3, "no colour"),
      ("[styles]\nkey = \"#12345\"", 2, 1, "no colour"),
      ("[styles]\nkeys = \"red\"", 2, 1, "did you mean “key”"),
      ("[styles]\n\n\"list.selecte\" = \"red\"", 3, 1, "did you mean “list.selected”"),
      ("[styles]\nkey = 3", 2, 1, "a colour belongs here"),
      ("[styles]\nkey = { fg = 3 }", 2, 1, "a colour belongs here"),
      ("[styles]\nkey = { fg = \"red\", font = \"x\" }", 2, 1, "unknown name “font”"),
      ("[styles]\nkey = { fg = \"red\", modifiers = \"bold\" }", 2, 1, "is a list"),
      ("[styles]\nkey = { modifiers = [\"bald\"] }", 2, 1, "did you mean “bold”"),
      ("styles = 3", 1, 1, "is a table"),
      ("appearance = \"dork\"", 1, 1, "did you mean “dark”"),
      ("colour = \"x\"", 1, 1, "unknown name “colour”"),
      ("[glyphs]\nstar = \"⭐\"", 2, 1, "one column wide"),
      ("[glyphs]\nstar = \"\\u001b\"", 2, 1, "one column wide"),
      ("[glyphs]\nstar = \"ab\"", 2, 1, "one column wide"),
      ("[glyphs]\nset = \"emoji\"", 2, 1, "unicode"),
      ("[glyphs]\nsparks = \"x\"", 2, 1, "two steps"),
      ("\ninherits = \"nobody\"", 2, 1, "no theme “nobody”"),
      ("inherits = \"a\"", 1, 1, "mine → a → b → a"),
      ("[styles", 1, 8, ""),
      ("[styles]\nkey = \"red", 2, 11, ""),
    ] as [(String, Int, Int, String)])
  func faultsHaveAPlace(text: String, line: Int, column: Int, words: String) throws {
    let parents = ["a": "inherits = 'b'", "b": "inherits = 'a'"]
    let error = #expect(throws: ThemeError.self) { try theme(text, parents: parents) }
    #expect(error?.line == line)
    #expect(error?.column == column)
    #expect(words.isEmpty || error?.reason.contains(words) == true, "\(String(describing: error))")
  }

  @Test func aFaultInAParentNamesTheParent() {
    let error = #expect(throws: ThemeError.self) {
      try theme("inherits = 'base'", parents: ["base": "[styles]\nkey = 'nocolour'"])
    }
    #expect(error?.theme == "base")
    #expect(error?.description.hasPrefix("theme “base”, line 2, column 1: ") == true)
  }

  @Test func ownThemesGoBeforeBuiltInOnes() throws {
    let own = ["dark": "inherits = 'dark'\n[styles]\nkey = 'magenta'"]
    let theme = try Themes.named("dark") { own[$0] }
    #expect(theme[.key].foreground == .ansi(.magenta))
    #expect(theme[.border] == (try Themes.named("dark"))[.border])
    #expect(throws: ThemeError.self) { try Themes.named("none") }
  }
}
