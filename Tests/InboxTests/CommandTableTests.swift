import Screen
import Testing

@testable import Inbox

@Suite("Command table")
struct CommandTableTests {
  private static let contexts = CommandContext.all

  @Test("Every command has an entry, and one only")
  func entries() {
    #expect(CommandTable.all.count == Command.allCases.count)
    #expect(Set(CommandTable.all.map(\.command)) == Set(Command.allCases))
    #expect(Set(Command.allCases.map(\.rawValue)).count == Command.allCases.count)
  }

  @Test("Every command says what it does, in words that differ")
  func words() {
    for info in CommandTable.all {
      #expect(!info.title.isEmpty && info.title.count <= 16, "\(info.command)")
      #expect(!info.help.isEmpty && info.help.count <= 60, "\(info.command)")
      #expect(!info.contexts.isEmpty, "\(info.command)")
    }
    #expect(Set(CommandTable.all.map(\.help)).count == CommandTable.all.count)
  }

  @Test("Every default key is one, in the notation that help shows")
  func keysParse() {
    for info in CommandTable.all {
      for text in info.keys + info.listKeys + info.composerKeys {
        #expect(KeyPress(parsing: text)?.description == text, "\(text) of \(info.command)")
      }
    }
  }

  @Test("The default keys make a key map: no key gives two commands")
  func noConflict() throws {
    let map = try Keymap()
    for context in Self.contexts {
      for info in CommandTable.commands(in: context) {
        for text in info.keys(in: context) {
          let key = try #require(KeyPress(parsing: text))
          #expect(map.command(for: key, in: context) == info.command)
        }
      }
    }
  }

  @Test("In the composer no letter is a command")
  func lettersAreText() throws {
    let map = try Keymap()
    for scalar in UInt8(0x20)...0x7E {
      let key = KeyPress(Character(Unicode.Scalar(scalar)))
      #expect(map.command(for: key, in: .composer) == nil, "\(key)")
    }
  }

  @Test("Every screen can be left, and shows help and palette")
  func waysOut() throws {
    let map = try Keymap()
    for context in Self.contexts {
      let way: Command = context == .list ? .quit : .back
      for command in [way, .help, .palette] {
        #expect(!map.keys(for: command, in: context).isEmpty, "\(command) in \(context.name)")
      }
    }
  }

  @Test("The foot names the work before the ways about, and no place twice")
  func footer() {
    for context in Self.contexts {
      let places = CommandTable.footer(of: context).compactMap(\.footer)
      #expect(places == places.sorted())
      #expect(Set(places).count == places.count, "\(context.name)")
    }
    #expect(CommandTable.footer(of: .list).first?.command == .open)
    #expect(CommandTable.footer(of: .composer).first?.command == .queueReply)
    #expect(CommandTable.footer(of: .outbox).last?.command == .help)
  }

  @Test("Help and palette begin with the work, and end with the motions")
  func order() {
    for context in Self.contexts where context != .composer {
      let commands = CommandTable.commands(in: context).map(\.command)
      #expect(commands.first == (context == .list ? .open : .back))
      #expect(commands.last == .moveLast)
    }
  }
}
