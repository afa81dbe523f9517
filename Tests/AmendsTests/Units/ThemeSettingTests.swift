import Foundation
import Testing

@testable import Amends

@Suite("The theme in a person's configuration")
struct ThemeSettingTests {
  private func changed(_ text: String, to theme: String = "nord") -> String? {
    ThemeLine.text(text, theme: theme, file: "config.toml", folder: "/etc/amends")
  }

  @Test(
    "Only the theme changes, everything else stays as it was written",
    arguments: [
      ("", "[screen]\ntheme = \"nord\"\n"),
      ("[screen]\ntheme = \"dark\"\n", "[screen]\ntheme = \"nord\"\n"),
      (
        "[agent]\nname = \"amy\"  # me\n\n[screen]\n  theme='dark'   # at night\nmouse = true\n",
        "[agent]\nname = \"amy\"  # me\n\n[screen]\n  theme = \"nord\"   # at night\nmouse = true\n"
      ),
      ("[screen]\nmouse = true\n", "[screen]\ntheme = \"nord\"\nmouse = true\n"),
      ("[agent]\nname = \"amy\"", "[agent]\nname = \"amy\"\n\n[screen]\ntheme = \"nord\"\n"),
      ("[keys]\nquit = \"Q\"\n", "[keys]\nquit = \"Q\"\n\n[screen]\ntheme = \"nord\"\n"),
      (
        "# theme = \"x\"\n[screen]\n# theme\n",
        "# theme = \"x\"\n[screen]\ntheme = \"nord\"\n# theme\n"
      ),
      ("[screen]\r\ntheme = \"dark\"\r\n", "[screen]\r\ntheme = \"nord\"\r\n"),
      ("[screen]\ntheme = \"a#b\" # c\n", "[screen]\ntheme = \"nord\" # c\n"),
      ("[screen]\ntheme = 3\n", "[screen]\ntheme = \"nord\"\n"),
      ("[screen]\ntheme = \"nord\"\n", "[screen]\ntheme = \"nord\"\n"),
      (
        "[contact]\ninterval_hours = \"x\"\n[screen]\n",
        "[contact]\ninterval_hours = \"x\"\n[screen]\ntheme = \"nord\"\n"
      ),
    ])
  func edits(_ before: String, _ after: String) {
    #expect(changed(before) == after)
  }

  @Test(
    "Where the file is not plain nothing is changed",
    arguments: [
      "screen = { theme = \"dark\" }\n", "screen.theme = \"dark\"\n", "[screen\n",
      "[agent]\nname = \"\"\"\n[screen]\ntheme = 'x'\n\"\"\"\n", "[[screen]]\n", "a = \"\u{0}\"\n",
    ])
  func leavesAlone(_ text: String) {
    #expect(changed(text) == nil)
  }

  @Test(
    "A name that would need quoting is never written",
    arguments: ["a\"b", "a\\b", "", "a\nb", "\u{1B}"])
  func names(_ name: String) {
    #expect(changed("", to: name) == nil)
  }

  @Test(
    "Whatever may stand in the file, what is read from it stays the same but for the theme",
    arguments: 0..<200)
  func damaged(_ seed: UInt64) {
    let whole = """
      [agent]
      name = "amy" # [screen]
      [screen]
      theme = "dark" # note
      mouse = true
      [keys]
      compose = ["c",
        "theme"]

      """
    var state = seed
    func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var bytes = Array(whole.utf8)
    let noise = Array("[]{}=.\"'\\#\nscreentheme".utf8)
    for _ in 0...below(5) {
      let place = below(bytes.count)
      if below(2) == 0 {
        bytes.insert(noise[below(noise.count)], at: place)
      } else {
        bytes.removeSubrange(place..<min(bytes.count, place + below(12)))
      }
    }
    let text = String(decoding: bytes, as: UTF8.self)
    guard let after = changed(text) else { return }
    func read(_ text: String) -> Configuration {
      ConfigurationReader.read(text, file: "config.toml", folder: "/etc/amends").configuration
    }
    var wanted = read(text)
    wanted.theme = "nord"
    #expect(read(after) == wanted)
  }
}

@Suite("The configuration's file when a theme is kept")
final class ThemeFileKeepingTests {
  private let folder = NSTemporaryDirectory() + "amends-theme-\(UUID().uuidString)"

  private var setting: ThemeSetting { ThemeSetting(file: folder + "/config.toml", folder: folder) }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func write(_ text: String, mode: Int = 0o640) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try text.write(toFile: setting.file, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: setting.file)
  }

  private var text: String? { try? String(contentsOfFile: setting.file, encoding: .utf8) }

  @Test("Where there is none, one is made that only its owner can read")
  func makes() throws {
    #expect(setting.keep("paper") == ("theme paper, kept in \(setting.file)", true))
    #expect(text == "[screen]\ntheme = \"paper\"\n")
    var info = stat()
    #expect(stat(setting.file, &info) == 0 && info.st_mode & 0o777 == 0o600)
  }

  @Test("One that is there keeps its permissions, and nothing is left beside it")
  func replaces() throws {
    try write("[screen]\ntheme = \"dark\"\n")
    #expect(setting.keep("paper").isKept)
    #expect(text == "[screen]\ntheme = \"paper\"\n")
    var info = stat()
    #expect(stat(setting.file, &info) == 0 && info.st_mode & 0o777 == 0o640)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["config.toml"])
  }

  @Test("A link, a folder and a file that is not plain are left alone; the line to write is told")
  func refuses() throws {
    try write("screen.theme = \"dark\"\n")
    let (words, isKept) = setting.keep("paper")
    #expect(!isKept)
    #expect(
      words.hasPrefix(
        "theme for this run: to keep it write theme = \"paper\" below [screen] in \(setting.file) ("
      ))
    #expect(text == "screen.theme = \"dark\"\n")
    let real = folder + "/real.toml"
    try FileManager.default.moveItem(atPath: setting.file, toPath: real)
    try FileManager.default.createSymbolicLink(atPath: setting.file, withDestinationPath: real)
    #expect(setting.keep("paper").words.contains("is a link"))
    try FileManager.default.removeItem(atPath: setting.file)
    try FileManager.default.createDirectory(
      atPath: setting.file, withIntermediateDirectories: false)
    #expect(!setting.keep("paper").isKept)
  }

  @Test("What an interruption has left beside it is in nobody's way")
  func leftover() throws {
    try write("[screen]\ntheme = \"dark\"\n")
    for ending in ["", ".part"] {
      try "x".write(
        toFile: "\(setting.file).\(getpid())\(ending)", atomically: true, encoding: .utf8)
    }
    #expect(setting.keep("paper").isKept)
    #expect(text == "[screen]\ntheme = \"paper\"\n")
  }
}
