import AmendsPolicy
import Screen
import Testing

@testable import Inbox

@Suite("Choosing a theme")
struct ThemePickerTests {
  private static func theme(_ name: String, _ appearance: Theme.Appearance = .dark) -> Theme {
    Theme(
      name: name, appearance: appearance,
      styles: [.text: Style(foreground: .rgb(200, 200, 200), background: .rgb(0, 0, 0))])
  }

  private static let options: [ThemeOption] = [
    ThemeOption(name: "dark", isOwn: false, content: .theme(theme("dark"))),
    ThemeOption(name: "paper", isOwn: false, content: .theme(theme("paper", .light))),
    ThemeOption(name: "mine", isOwn: true, content: .theme(faint)),
    ThemeOption(
      name: "broken", isOwn: true,
      content: .fault("theme “broken”, line 2, column 1: “pinkish” is no colour")),
  ]

  /// A theme in which something is hard to read.
  private static let faint = Theme(
    name: "mine", appearance: .dark,
    styles: [
      .text: Style(foreground: .rgb(200, 200, 200), background: .rgb(0, 0, 0)),
      .textDim: Style(foreground: .rgb(60, 60, 60)),
    ])

  private func driver(_ desk: FakeDesk = Sample.desk) -> Driver {
    var desk = desk
    desk.themes = Self.options
    return Driver(desk, screen: ScreenSettings(theme: Self.theme("dark")))
  }

  @Test("The themes are read each time, and the one in use is selected")
  func opens() {
    var driver = driver()
    #expect(driver.press("<f3>") == [.loadThemes])
    #expect(driver.top == "themes")
    driver.press("j<enter>")
    driver.desk.themes[1] = ThemeOption(
      name: "paper", isOwn: false, content: .theme(Self.theme("paper", .dark)))
    #expect(driver.press("<f3>") == [.loadThemes])
    #expect(driver.inbox.theme.appearance == .dark)
    #expect(driver.inbox.theme.name == "paper")
  }

  @Test("Going to a theme shows it at once; escape goes back to the one before")
  func preview() {
    var driver = driver()
    #expect(driver.press("<f3>j").last == nil || driver.inbox.theme.name == "paper")
    #expect(driver.inbox.theme.name == "paper")
    driver.press("<tab>")
    #expect(driver.inbox.theme.name == "mine")
    driver.press("<end>")
    #expect(driver.inbox.theme.name == "mine")
    driver.press("<home>")
    #expect(driver.inbox.theme.name == "dark")
    driver.press("jj<escape>")
    #expect(driver.inbox.theme.name == "dark")
    #expect(driver.top == "list")
  }

  @Test("Enter keeps it, and the answer says for how long")
  func keeps() {
    var driver = driver()
    #expect(driver.press("<f3>j<enter>").last == .keepTheme("paper"))
    #expect(driver.inbox.theme.name == "paper")
    #expect(driver.top == "list")
    #expect(driver.status == "theme paper kept")
  }

  @Test("A broken theme says where it is broken, and cannot be kept")
  func broken() {
    var driver = driver()
    driver.press("<f3>G")
    #expect(driver.text.contains("line 2"))
    #expect(driver.press("<enter>") == [.bell])
    #expect(driver.status.contains("pinkish"))
    #expect(driver.top == "themes")
    driver.press("<escape>")
    #expect(driver.inbox.theme.name == "dark")
  }

  @Test("What is hard to read in a theme of one's own is told")
  func remark() {
    var driver = driver()
    driver.press("<f3>jj")
    #expect(driver.text.contains("hard to read: text.dim"))
  }

  @Test("It lies over every screen, and gives it back as it was")
  func everywhere() {
    for keys in ["", "<enter>", "c", "o"] {
      var driver = driver()
      driver.press(keys)
      let before = driver.top
      driver.press("<f3>j")
      #expect(driver.top == "themes", "\(before)")
      driver.press("<enter>")
      #expect(driver.top == before)
    }
  }

  @Test("Other keys are refused with what there is to do")
  func otherKeys() {
    var driver = driver()
    driver.press("<f3>")
    #expect(driver.press("z") == [.bell])
    #expect(driver.status == "enter keeps the theme, escape goes back")
  }

  @Test("Themes that come too late, or not at all, do no harm")
  func late() {
    var driver = driver()
    driver.isAnswering = false
    driver.press("<f3>")
    #expect(driver.text.contains("reading"))
    #expect(driver.press("j<enter>") == [])
    driver.press("<escape>")
    driver.answerAll()
    #expect(driver.top == "list")
    #expect(driver.inbox.theme.name == "dark")
  }

  @Test("Where nobody has chosen, the terminal's background does; a choice ends that")
  func background() {
    var desk = Sample.desk
    desk.themes = Self.options
    let screen = ScreenSettings(theme: Self.theme("dark")) { Self.theme("light", .light) }
    var driver = Driver(desk, screen: screen)
    driver.send(.background(isLight: false))
    #expect(driver.inbox.theme.name == "dark")
    driver.send(.background(isLight: true))
    #expect(driver.inbox.theme.name == "light")
    driver.press("<f3>j<enter>")
    driver.send(.background(isLight: true))
    #expect(driver.inbox.theme.name == "paper")
    var chosen = self.driver()
    chosen.send(.background(isLight: true))
    #expect(chosen.inbox.theme.name == "dark")
  }

  @Test("The picker beside the screen that it changes")
  func picture() {
    var driver = driver()
    driver.press("<f3>j")
    Golden.check(driver, "themes")
    driver.press("G")
    Golden.check(driver, "themes-broken", sizes: [Golden.sizes[0]])
  }
}
