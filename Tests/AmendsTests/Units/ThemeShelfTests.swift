import Foundation
import Inbox
import Testing
import Themes

@testable import Amends

@Suite("The themes to choose from")
final class ThemeShelfTests {
  private let folder = NSTemporaryDirectory() + "amends-shelf-\(UUID().uuidString)"

  private var shelf: ThemeShelf {
    ThemeShelf(folder: folder, kept: ThemeSetting(file: folder + "/config.toml", folder: folder))
  }

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func write(_ name: String, _ text: String) throws {
    try text.write(toFile: "\(folder)/\(name).toml", atomically: true, encoding: .utf8)
  }

  private func option(_ name: String) throws -> ThemeOption {
    try #require(shelf.options.first { $0.name == name })
  }

  @Test("The built-in ones come first, all of them usable and readable")
  func builtIn() {
    #expect(shelf.options.map(\.name) == Themes.names)
    for option in shelf.options { #expect(option.remark == "" && !option.isOwn, "\(option.name)") }
  }

  @Test("One's own stand behind them, or in the place of one with their name")
  func own() throws {
    try write("mine", "inherits = \"paper\"\n")
    try write("nord", "inherits = \"nord\"\n[palette]\nink = \"#ffffff\"\n")
    #expect(shelf.options.map(\.name) == Themes.names + ["mine"])
    #expect(try option("mine").isOwn)
    #expect(try option("nord").isOwn)
    #expect(try !option("dark").isOwn)
  }

  @Test("A broken one says where, an unreadable one why, a faint one what cannot be read")
  func remarks() throws {
    try write("broken", "[styles]\nkey = \"pinkish\"\n")
    try write("faint", "inherits = \"dark\"\n[palette]\nfaint = \"#444444\"\n")
    try FileManager.default.createDirectory(
      atPath: folder + "/folder.toml", withIntermediateDirectories: false)
    #expect(try option("broken").remark.contains("line 2, column 1"))
    #expect(try option("faint").remark.contains("hard to read: "))
    #expect(try option("folder").remark.contains("not a plain file"))
  }

  @Test("A file that changes is read anew")
  func anew() throws {
    try write("mine", "[styles]\nkey = \"pinkish\"\n")
    #expect(try !option("mine").remark.isEmpty)
    try write("mine", "inherits = \"paper\"\n")
    #expect(try option("mine").remark.isEmpty)
  }

  @Test(
    "A name never leads out of the folder", arguments: ["../config", "/etc/passwd", ".hidden", ""])
  func names(_ name: String) {
    #expect(throws: ThemeFault.self) { try shelf.theme(name) }
  }
}
