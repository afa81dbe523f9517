import Screen
import Testing

@testable import Inbox

@Suite("Key map")
struct KeymapTests {
  @Test("A person's keys replace the default ones")
  func override() throws {
    let map = try Keymap(overrides: ["open": ["o"], "outbox": ["ctrl-o", "Z"]])
    #expect(map.command(for: "o", in: .list) == .open)
    #expect(map.command(for: .enter, in: .list) == nil)
    #expect(map.command(for: .control("o"), in: .list) == .outbox)
    #expect(map.keys(for: .open, in: .list) == ["o"])
  }

  @Test("The composer keeps its keys, so that letters stay text")
  func composerStays() throws {
    let map = try Keymap(overrides: ["help": ["h"], "hold": ["H"]])
    #expect(map.command(for: "h", in: .list) == .help)
    #expect(map.command(for: "h", in: .composer) == nil)
    #expect(map.keys(for: .help, in: .composer) == [KeyPress(.function(1))])
  }

  @Test("A command without keys is left to the palette")
  func empty() throws {
    let map = try Keymap(overrides: ["mark": []])
    #expect(map.keys(for: .mark, in: .list).isEmpty)
    #expect(map.command(for: "x", in: .list) == nil)
  }

  @Test("An unknown command is named")
  func unknown() {
    #expect(throws: KeymapError.unknownCommand("fly")) {
      try Keymap(overrides: ["fly": ["f"]])
    }
    #expect("\(KeymapError.unknownCommand("fly"))".contains("“fly”"))
  }

  @Test("A key that is none is named with its command")
  func unreadable() {
    let error = KeymapError.unreadableKey("ctrl+x", command: "mark")
    #expect(throws: error) { try Keymap(overrides: ["mark": ["ctrl+x"]]) }
    #expect("\(error)".contains("ctrl-s"))
  }

  @Test("One key for two commands of a screen is told, with both")
  func conflict() throws {
    let error = #expect(throws: KeymapError.self) { try Keymap(overrides: ["mark": ["c"]]) }
    let words = try #require(error).description
    #expect(words.contains("compose") && words.contains("mark") && words.contains("inbox"))
  }

  @Test("Two commands that never meet may share a key")
  func apart() throws {
    let map = try Keymap(overrides: ["record-contact": ["x"]])
    #expect(map.command(for: "x", in: .customer) == .record)
    #expect(map.command(for: "x", in: .list) == .mark)
  }

  @Test("The foot and the help name a person's own keys")
  func shown() throws {
    let map = try Keymap(overrides: ["open": ["ctrl-o"]])
    var driver = Driver(Sample.desk, settings: Sample.settings(keymap: map))
    #expect(driver.rows.last?.hasPrefix(" ctrl-o open") == true)
    driver.press("?")
    #expect(driver.text.contains("ctrl-o"))
  }
}
