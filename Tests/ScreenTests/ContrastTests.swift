import Testing

@testable import Screen

@Suite("Contrast")
struct ContrastTests {
  private func ratio(_ first: Int, _ second: Int) -> Double {
    Contrast.ratio(RGB(hex: first), RGB(hex: second))
  }

  @Test("The ratios of WCAG's own examples")
  func known() {
    #expect(ratio(0x000000, 0xFFFFFF) == 21)
    #expect(ratio(0xFFFFFF, 0xFFFFFF) == 1)
    #expect((ratio(0x777777, 0xFFFFFF) * 100).rounded() == 448)
    #expect((ratio(0xFFFFFF, 0x767676) * 100).rounded() == 454)
  }

  @Test(
    "A background is light where black letters are better",
    arguments: [
      (Color.rgb(255, 255, 255), true), (.rgb(0, 0, 0), false), (.rgb(0xFD, 0xF6, 0xE3), true),
      (.rgb(0x28, 0x2A, 0x36), false), (.ansi(.brightYellow), true), (.default, nil),
    ] as [(Color, Bool?)])
  func light(color: Color, isLight: Bool?) {
    #expect(color.isLight == isLight)
  }

  /// Whatever colours a theme may have: what can be read with all colours can be read with few.
  @Test(
    "Letters keep their contrast where there are fewer colours",
    arguments: [ColorDepth.indexed256, .ansi16, .ansi8])
  func stepsDown(depth: ColorDepth) throws {
    let levels: [UInt8] = [0, 0x33, 0x66, 0x99, 0xCC, 0xFF]
    let colors = levels.flatMap { red in
      levels.flatMap { green in levels.map { Color.rgb(red, green, $0) } }
    }
    for (index, letters) in colors.enumerated() {
      let behind = colors[(index * 31 + 7) % colors.count]
      let meant = try Contrast.ratio(#require(letters.shade), #require(behind.shade))
      let shown = depth.resolve(Style(foreground: letters, background: behind))
      guard let shade = depth.shade(of: shown.foreground),
        let ground = depth.shade(of: shown.background)
      else { continue }
      // With eight colours the best that a middle grey ground leaves is 4.08.
      let least = min(depth == .ansi8 ? 4.0 : Contrast.text, meant)
      #expect(Contrast.ratio(shade, ground) >= least, "\(letters) on \(behind)")
    }
  }

  @Test("The nearest colour is taken where it can be read")
  func nearest() {
    let red = Style(foreground: .rgb(0xFF, 0x10, 0x10), background: .rgb(0, 0, 0))
    #expect(ColorDepth.ansi16.resolve(red).foreground == 9)
    #expect(ColorDepth.ansi8.resolve(red).foreground != 1)
    let unknown = Style(foreground: .rgb(0xFF, 0x10, 0x10))
    #expect(ColorDepth.ansi8.resolve(unknown).foreground == 1)
  }
}

@Suite("Roles on the ground of others")
struct GroundTests {
  private let painted = Theme(
    name: "painted",
    styles: [
      .text: Style(foreground: .rgb(200, 200, 200), background: .rgb(10, 10, 10)),
      .textDim: Style(foreground: .rgb(120, 120, 120), attributes: .dim),
      .listSelected: Style(background: .rgb(30, 30, 60)),
      .listMarked: Style(attributes: .bold),
      .findingBlock: Style(
        foreground: .rgb(0, 0, 0), background: .rgb(255, 100, 100), attributes: .bold),
      .title: Style(foreground: .rgb(250, 250, 250), background: .rgb(40, 40, 80)),
    ])

  @Test("The selected row has one background, and nothing on it is dim")
  func bar() {
    for role in Role.allCases {
      let style = painted.style(role, on: .listSelected)
      #expect(style.background == .rgb(30, 30, 60), "\(role.rawValue)")
      #expect(style.attributes.isDisjoint(with: [.dim, .reverse]), "\(role.rawValue)")
    }
    #expect(painted.style(.textDim, on: .listSelected).foreground == .rgb(120, 120, 120))
    #expect(painted.style(.findingBlock, on: .listSelected).foreground == .rgb(200, 200, 200))
  }

  @Test("A bar with letters of its own, or changed over, has one look from end to end")
  func uniform() {
    let looks = [
      Style(foreground: .rgb(0, 0, 0), background: .rgb(255, 200, 0)),
      Style(attributes: [.reverse, .bold]),
    ]
    for look in looks {
      let theme = Theme(
        name: "x", styles: [.listSelected: look, .starsLow: Style(foreground: .ansi(.yellow))])
      let style = theme.style(.starsLow, on: .listSelected)
      #expect(style == theme.style(.listSelected, on: .listSelected))
    }
  }

  @Test("Elsewhere a role keeps a background of its own, and gets the row's weight")
  func others() {
    #expect(painted.style(.findingBlock, on: .footer).background == .rgb(255, 100, 100))
    #expect(painted.style(.textDim, on: .listMarked).attributes == .bold)
    #expect(painted.style(.textDim, on: .list).attributes == .dim)
    #expect(painted.style(.key, on: .list).background == .rgb(10, 10, 10))
  }

  @Test("Bars that would vanish among few colours are changed over")
  func fitted() {
    let poor = painted.fitted(to: .ansi8)
    #expect(poor[.listSelected].attributes.contains(.reverse))
    #expect(poor[.title].attributes.contains(.reverse))
    #expect(!poor[.findingBlock].attributes.contains(.reverse))
    #expect(painted.fitted(to: .trueColor) == painted)
  }

  @Test("Without colours every theme is the one of attributes, with its own signs")
  func mono() {
    let poor = painted.with(glyphs: .ascii).fitted(to: .mono)
    #expect(poor.name == "painted")
    #expect(poor.glyphs == .ascii)
    for role in Role.allCases { #expect(poor[role] == Theme.mono[role]) }
  }

  @Test("What is hard to read is told with the ratio that it has and needs")
  func weakSpots() {
    let spots = painted.weakSpots()
    #expect(spots.contains { $0.role == .textDim && $0.ground == .listSelected })
    #expect(spots.first?.description.contains(" to 1, needs 4.5") == true)
    #expect(Theme.mono.weakSpots().isEmpty)
  }
}
