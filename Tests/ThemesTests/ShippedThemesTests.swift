import Glibc
import Screen
import Testing
import Themes

@Suite struct ShippedThemesTests {
  @Test func thoseOfTheManual() {
    #expect(
      Set(Themes.names).isSuperset(of: ["dark", "light", "high-contrast", "mono", "solarized"]))
  }

  /// No role is left to chance: each is named by the theme or by one that it inherits from.
  @Test(arguments: Themes.names)
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

  /// Text has a contrast of 4.5 to 1 to what is behind it (WCAG 2.1, success criterion 1.4.3).
  ///
  /// A theme that leaves the
  /// background to the terminal is measured on black or white, whichever it was made for, and only
  /// where it names the shade.
  @Test(arguments: Themes.names)
  func textCanBeRead(name: String) throws {
    let theme = try Themes.named(name)
    let base = theme[.text]
    for role in Role.allCases {
      for behind in [base, theme[.listSelected].over(base)] {
        let style = theme[role].over(behind)
        guard let contrast = contrast(of: style, in: theme) else { continue }
        #expect(contrast >= 4.5, "\(role.rawValue) in \(name): \(contrast)")
      }
    }
  }

  @Test func monoIsTheBuiltInOne() throws {
    let mono = try Themes.named("mono")
    for role in Role.allCases { #expect(mono[role] == Theme.mono[role], "\(role.rawValue)") }
  }

  @Test(arguments: Themes.names)
  func aBlockingFindingIsSeenWithoutColour(name: String) throws {
    let theme = try Themes.named(name)
    #expect(theme[.findingBlock].attributes != theme[.findingOK].attributes)
    #expect(theme[.draftBlock].attributes.contains(.underline))
    #expect(theme[.draftWarn].attributes.contains(.underline))
    #expect(theme[.listSelected] != theme[.list])
  }

  private func contrast(of style: Style, in theme: Theme) -> Double? {
    guard let letters = luminance(style.foreground) else { return nil }
    let assumed: Double? = theme.appearance == .any ? nil : theme.appearance == .light ? 1 : 0
    guard let behind = luminance(style.background) ?? assumed else { return nil }
    return (max(letters, behind) + 0.05) / (min(letters, behind) + 0.05)
  }

  private func luminance(_ color: Color) -> Double? {
    guard case .rgb(let red, let green, let blue) = color else { return nil }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// The curve of sRGB.
  private func linear(_ level: UInt8) -> Double {
    let share = Double(level) / 255
    return share > 0.04045 ? pow((share + 0.055) / 1.055, 2.4) : share / 12.92
  }
}
