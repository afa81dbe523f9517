import Glibc
import Testing

/// A real program on a pseudo terminal: what it sends, what it understands, how it leaves.
@Suite(.serialized) struct ProbeTests {
  @Test func showsWideAndCombiningCharactersInAnyLocale() throws {
    for locale in ["LC_ALL=C.UTF-8", "LC_ALL=C"] {
      let terminal = try PseudoTerminal(environment: ["TERM=xterm-256color", locale])
      terminal.expect("10x40 indexed256")
      terminal.expect("日本 e\u{301} ready")
      terminal.type("q")
      #expect(terminal.end() == 0)
    }
  }

  @Test(arguments: [
    ("x", "<x>"), ("\u{1B}", "<escape>"), ("\u{1B}x", "<alt-x>"), ("\u{1B}[1;5D", "<ctrl-left>"),
    ("\u{1B}[1;2A", "<shift-up>"), ("\u{1B}OP", "<f1>"), ("\u{1B}[3;5~", "<ctrl-delete>"),
    ("\u{1B}[Z", "<shift-tab>"), ("\u{1B}[H", "<home>"), ("\u{1A}", "<ctrl-z>"),
    ("\u{3}", "<ctrl-c>"), ("\u{13}", "<ctrl-s>"), ("é", "<é>"), ("\r", "<enter>"),
    ("\u{1B}[200~qq\rq\u{1B}[201~", "<pasted text of 4 characters>"),
    ("\u{1B}[200~a\u{1B}[201~q\u{1B}[201~", "<pasted text of 2 characters>"),
    ("\u{1B}[?1;2cz", "<z>"),
  ])
  func understands(sent: String, shown: String) throws {
    let terminal = try PseudoTerminal()
    terminal.expect("ready")
    terminal.type(sent)
    terminal.expect(shown)
    terminal.type("q")
    #expect(terminal.end() == 0)
  }

  @Test(arguments: [
    ("vt100", "mono"), ("xterm", "ansi8"), ("no-such-terminal", "indexed256"),
  ])
  func showsWhatTheTerminalCan(name: String, depth: String) throws {
    let terminal = try PseudoTerminal(environment: ["TERM=\(name)", "LC_ALL=C.UTF-8"])
    terminal.expect("10x40 \(depth)")
    terminal.type("q")
    #expect(terminal.end() == 0)
  }

  @Test func refusesATerminalWithoutACursor() throws {
    let terminal = try PseudoTerminal(environment: ["TERM=dumb"])
    terminal.expect("error: the terminal “dumb” has no cursor to move")
    #expect(terminal.end() == 3 << 8)
  }

  @Test func followsTheSizeOfTheWindow() throws {
    let terminal = try PseudoTerminal()
    terminal.expect("10x40")
    for (rows, columns) in [(1, 1), (50, 160), (3, 7)] as [(UInt16, UInt16)] {
      terminal.resize(rows: rows, columns: columns)
      terminal.expect(String("\(rows)x\(columns) indexed256".prefix(Int(columns))))
    }
    terminal.type("q")
    #expect(terminal.end() == 0)
  }

  @Test func sendsOnlyWhatChanged() throws {
    let terminal = try PseudoTerminal()
    terminal.expect("ready")
    let start = terminal.output.count
    terminal.type("x")
    terminal.expect("<x>", after: start)
    #expect(terminal.output.count - start < 60)
    terminal.type("\u{1B}[15~")
    terminal.expect("ready", after: start)
    terminal.type("q")
    #expect(terminal.end() == 0)
  }

  @Test func wakesForMessagesOfOtherThreads() throws {
    let terminal = try PseudoTerminal()
    terminal.expect("ready")
    terminal.type("m")
    terminal.expect("message 7")
  }

  @Test func copiesByTheTerminal() throws {
    let terminal = try PseudoTerminal()
    terminal.expect("ready")
    terminal.type("c")
    terminal.expect("\u{1B}]52;c;Y29waWVk\u{7}")
  }

  /// The shell never reads an argument, whatever it holds.
  @Test func runsProgramsOnTheTerminal() throws {
    let terminal = try PseudoTerminal()
    terminal.expect("ready")
    terminal.type("r")
    terminal.expect("$HOME; `id`")
    terminal.expect("status 0")
  }

  @Test func leavesTheTerminalAsItWas() throws {
    let terminal = try PseudoTerminal()
    terminal.expect("\u{1B}[?2004h")
    terminal.expect("ready")
    terminal.type("q")
    terminal.expect("\u{1B}[?2004l")
    terminal.expect("\u{1B}[?1049l")
    terminal.expect("left")
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
  func leavesInOrderOnSignals(signal: Int32) throws {
    let terminal = try PseudoTerminal()
    terminal.expect("ready")
    kill(terminal.process, signal)
    terminal.expect("left")
    #expect(terminal.end() == 0)
  }

  @Test func restoresTheTerminalBeforeACrash() throws {
    let terminal = try PseudoTerminal()
    terminal.expect("ready")
    terminal.type("!")
    terminal.expect("\u{1B}[?1049l")
    #expect(terminal.end().map { $0 & 0x7F } == SIGABRT)
  }

  @Test func endsWithItsTerminal() throws {
    let terminal = try PseudoTerminal()
    terminal.expect("ready")
    terminal.hangUp()
    #expect(terminal.end() != nil)
  }
}
