import Testing

@testable import Screen

@Suite struct ColorTests {
  @Test(
    arguments: [
      (Color.default, ColorDepth.indexed256, -1),
      (.rgb(255, 0, 0), .mono, -1),
      (.ansi(.red), .ansi8, 1),
      (.ansi(.brightRed), .ansi8, 1),
      (.ansi(.brightBlack), .ansi8, 7),
      (.ansi(.brightRed), .ansi16, 9),
      (.ansi(.brightRed), .indexed256, 9),
      (.ansi(.red), .trueColor, 1),
      (.rgb(255, 0, 0), .ansi8, 1),
      (.rgb(255, 0, 0), .ansi16, 9),
      (.rgb(255, 0, 0), .indexed256, 196),
      (.rgb(0, 0, 0), .indexed256, 16),
      (.rgb(255, 255, 255), .indexed256, 231),
      (.rgb(128, 128, 128), .indexed256, 244),
      (.rgb(0x12, 0x34, 0x56), .trueColor, 0x123456),
      (.rgb(0, 0, 0), .trueColor, 0),
      (.rgb(0, 0, 9), .trueColor, 16),
    ] as [(Color, ColorDepth, Int)])
  func indexOfColours(color: Color, depth: ColorDepth, index: Int) {
    #expect(depth.index(of: color) == index)
  }

  /// Each colour of the cube and of the greys is nearest to itself, but for doubles of one shade.
  @Test func coloursOfThePaletteStayThemselves() {
    for index in 16..<256 {
      let shade = Palette.shade256(index)
      let color = Color.rgb(UInt8(shade.red), UInt8(shade.green), UInt8(shade.blue))
      #expect(Palette.shade256(ColorDepth.indexed256.index(of: color)) == shade)
    }
  }

  @Test(arguments: [
    (0, ColorDepth.mono), (-1, .mono), (8, .ansi8), (16, .ansi16), (88, .ansi16),
    (256, .indexed256), (0x100_0000, .trueColor),
  ])
  func depthOfTerminals(colors: Int, depth: ColorDepth) {
    #expect(ColorDepth(colors: colors) == depth)
  }

  /// Colours that fall together on a poor terminal are shown changed over instead of unreadable.
  @Test func lettersNeverVanish() {
    let style = Style(foreground: .ansi(.brightBlue), background: .ansi(.blue))
    #expect(ColorDepth.ansi16.resolve(style).attributes == [])
    let poor = ColorDepth.ansi8.resolve(style)
    #expect(poor.foreground == -1 && poor.background == -1 && poor.attributes == .reverse)
  }

  @Test func layersKeepColoursOfTheLower() {
    let base = Style(background: .ansi(.blue), attributes: .bold)
    let style = Style(foreground: .ansi(.red), attributes: .underline).over(base)
    #expect(style.foreground == .ansi(.red))
    #expect(style.background == .ansi(.blue))
    #expect(style.attributes == [.bold, .underline])
  }
}

@Suite struct ThemeTests {
  @Test func shorterNamesGiveTheLook() {
    let theme = Theme(
      name: "x", styles: [.list: Style(attributes: .bold), .text: Style(attributes: .dim)])
    #expect(theme[.listSelected].attributes == .bold)
    #expect(theme[.cooldownDue].attributes == .dim)
    #expect(theme.with(glyphs: .ascii)[.listSelected].attributes == .bold)
    #expect(Role.listSelected.fallbacks == [.list, .text])
  }

  @Test func monoHasNoColour() {
    for role in Role.allCases {
      #expect(Theme.mono[role].foreground == .default && Theme.mono[role].background == .default)
    }
  }

  @Test(arguments: [Glyphs.unicode, .ascii])
  func signsAreOneColumnWide(glyphs: Glyphs) {
    for glyph in Glyph.allCases { #expect(glyphs[glyph].width == 1, "\(glyph)") }
    #expect(glyphs.sparks.count == 8)
    #expect(glyphs.sparks.allSatisfy { $0.width == 1 })
  }

  @Test func wideSignsAreRefused() {
    var glyphs = Glyphs.unicode
    let tookWide = glyphs.set(.star, to: "⭐")
    let tookNarrow = glyphs.set(.star, to: "x")
    #expect(!tookWide && tookNarrow)
    #expect(glyphs[.star] == "x")
  }
}
