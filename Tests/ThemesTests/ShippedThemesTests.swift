import Screen
import Testing
import Themes

@Suite("The themes that the program brings")
struct ShippedThemesTests {
  /// Those that take the terminal's colours, so that nobody can measure them.
  private static let unpainted = ["terminal", "mono"]
  private static let painted = Themes.names.filter { !unpainted.contains($0) }
  private static let depths = ColorDepth.allCases.filter { $0 > .mono }

  @Test("Those of the manual are there, light and dark")
  func known() throws {
    #expect(Themes.names.count >= 10)
    #expect(
      Set(Themes.names).isSuperset(of: [
        "dark", "light", "high-contrast", "colour-blind", "colour-blind-light", "mono", "solarized",
        "solarized-light", "terminal",
      ]))
    #expect(try Themes.named(Themes.usual).appearance == .dark)
    #expect(try Themes.named(Themes.usualOnLight).appearance == .light)
  }

  @Test(
    "No role is left to chance: each is named by the theme or by one above it",
    arguments: Themes.names)
  func everyRoleIsNamed(name: String) throws {
    var named: Set<Role> = []
    var next: String? = name
    while let current = next {
      let file = try ThemeFile.parse(try #require(Themes.text(of: current)), name: current)
      named.formUnion(file.roles)
      next = file.inherits
    }
    #expect(Set(Role.allCases).subtracting(named).isEmpty)
    #expect(try Themes.named(name).name == name)
  }

  @Test("A theme's appearance is what its background is", arguments: painted)
  func appearance(name: String) throws {
    let theme = try Themes.named(name)
    #expect(theme[.text].background.isLight == (theme.appearance == .light))
  }

  /// WCAG 2.1, success criteria 1.4.3 and 1.4.11, on the theme's own backgrounds; with 256, 16 and 8
  /// colours in xterm's usual shades.
  @Test("Every role can be read on everything that it is drawn upon", arguments: painted, depths)
  func contrast(name: String, depth: ColorDepth) throws {
    let theme = try Themes.named(name).fitted(to: depth)
    for role in Role.allCases {
      for ground in role.grounds {
        #expect(
          theme.contrast(of: role, on: ground, at: depth) != nil, "\(role.rawValue) on \(ground)")
      }
    }
    #expect(theme.weakSpots(at: depth).map(\.description) == [])
  }

  @Test(
    "High contrast is 7 to 1 and more (success criterion 1.4.6)",
    arguments: ["high-contrast", "high-contrast-light"])
  func highContrast(name: String) throws {
    let theme = try Themes.named(name)
    for role in Role.allCases where role.leastContrast == Contrast.text {
      for ground in role.grounds {
        let contrast = try #require(theme.contrast(of: role, on: ground, at: .trueColor))
        #expect(contrast >= 7, "\(role.rawValue) on \(ground.rawValue): \(contrast)")
      }
    }
  }

  @Test("Nothing is dim, which each terminal shows as it likes", arguments: painted)
  func dim(name: String) throws {
    let theme = try Themes.named(name)
    for role in Role.allCases {
      #expect(!theme[role].attributes.contains(.dim), "\(role.rawValue)")
    }
  }

  @Test(
    "The selected row is one bar, and can be seen", arguments: Themes.names, ColorDepth.allCases)
  func selectedRow(name: String, depth: ColorDepth) throws {
    let theme = try Themes.named(name).fitted(to: depth)
    let bar = depth.resolve(theme.style(.listSelected, on: .listSelected))
    let row = depth.resolve(theme.style(.list, on: .list))
    #expect(bar.background != row.background || bar.attributes.contains(.reverse))
    for role in Role.allCases {
      let part = depth.resolve(theme.style(role, on: .listSelected))
      #expect(part.background == bar.background, "\(role.rawValue)")
      #expect(part.attributes.contains(.reverse) == bar.attributes.contains(.reverse))
      #expect(!part.attributes.contains(.dim))
      if bar.attributes.contains(.reverse) { #expect(part.foreground == bar.foreground) }
    }
  }

  @Test("The theme mono is the one that needs no file")
  func mono() throws {
    let mono = try Themes.named("mono")
    for role in Role.allCases { #expect(mono[role] == Theme.mono[role], "\(role.rawValue)") }
  }

  @Test("A blocking finding is seen without colour", arguments: Themes.names)
  func blocking(name: String) throws {
    let theme = try Themes.named(name)
    #expect(theme[.findingBlock].attributes != theme[.findingOK].attributes)
    #expect(theme[.draftBlock].attributes.contains(.underline))
    #expect(theme[.draftWarn].attributes.contains(.underline))
  }
}
