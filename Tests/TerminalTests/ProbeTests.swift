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

  /// Sent when all of the first frame has been.
  private let titleAfterTheFirstFrame = "\u{1B}]2;Probe – 1\u{7}"

  @Test func sendsOnlyWhatChanged() throws {
    let terminal = try PseudoTerminal()
    terminal.expect(titleAfterTheFirstFrame)
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

  @Test func givesTheTitleBackBeforeACrash() throws {
    for (name, back) in [
      ("xterm-256color", "\u{1B}[23;0;0t"), ("tmux-256color", "\u{1B}[23;2t"),
    ] {
      let terminal = try PseudoTerminal(environment: ["TERM=\(name)", "LC_ALL=C.UTF-8"])
      terminal.expect("ready")
      terminal.type("!")
      terminal.expect(back)
      #expect(terminal.end().map { $0 & 0x7F } == SIGABRT)
    }
  }

  /// A title that was kept again after a stop would be the program's own.
  @Test func keepsTheTitleOnceForEachStop() throws {
    for (name, keep, back) in [
      ("xterm-256color", "\u{1B}[22;0;0t", "\u{1B}[23;0;0t"),
      ("tmux-256color", "\u{1B}[22;2t", "\u{1B}[23;2t"),
    ] {
      let terminal = try PseudoTerminal(environment: ["TERM=\(name)", "LC_ALL=C.UTF-8"])
      terminal.expect("ready")
      terminal.stop()
      let start = terminal.output.count
      kill(terminal.process, SIGCONT)
      terminal.expect("ready", after: start)
      terminal.type("q")
      #expect(terminal.end() == 0)
      let output = String(decoding: terminal.output, as: UTF8.self)
      #expect(output.split(separator: keep, omittingEmptySubsequences: false).count == 3)
      #expect(output.split(separator: back, omittingEmptySubsequences: false).count == 3)
    }
  }

  /// xterm's entry keeps the title with the screen; tmux's does not, so that we do.
  @Test func keepsTheTitleOfTheShell() throws {
    for (name, keep, back) in [
      ("xterm-256color", "\u{1B}[22;0;0t", "\u{1B}[23;0;0t"),
      ("tmux-256color", "\u{1B}[22;2t", "\u{1B}[23;2t"),
    ] {
      let terminal = try PseudoTerminal(environment: ["TERM=\(name)", "LC_ALL=C.UTF-8"])
      terminal.expect(keep)
      terminal.expect("\u{1B}]2;Probe – 1\u{7}")
      terminal.type("q")
      terminal.expect(back)
      terminal.expect("left")
    }
  }

  @Test func reportsTheMouseOnlyWhereItIsWanted() throws {
    let terminal = try PseudoTerminal(
      environment: ["TERM=xterm-256color", "LC_ALL=C.UTF-8", "PROBE_MOUSE=1"])
    terminal.expect("\u{1B}[?1000h\u{1B}[?1006h")
    terminal.expect("ready")
    terminal.type("\u{1B}[<0;7;3M\u{1B}[<0;7;3m\u{1B}[<65;1;1M")
    terminal.expect("<left 2,6>")
    terminal.expect("<wheelDown 0,0>")
    terminal.type("\u{1B}[M`!!")
    terminal.expect("<wheelUp 0,0>")
    terminal.type("!")
    terminal.expect("\u{1B}[?1006l\u{1B}[?1000l")
    let plain = try PseudoTerminal()
    plain.expect("ready")
    plain.type("q")
    plain.expect("left")
    #expect(!String(decoding: plain.output, as: UTF8.self).contains("?1000"))
  }

  @Test func asksForTheBackgroundAndGoesOn() throws {
    let environment = ["TERM=xterm-256color", "LC_ALL=C.UTF-8", "PROBE_BACKGROUND=1"]
    let terminal = try PseudoTerminal(environment: environment)
    terminal.expect("\u{1B}]11;?\u{1B}\\\u{1B}[c")
    terminal.expect("ready")
    terminal.type("\u{1B}]11;rgb:ffff/ff")
    terminal.type("ff/dddd\u{1B}\\\u{1B}[?6")
    terminal.expect("<light true>")
    terminal.type("2;4cx")
    terminal.expect("<x>")
    #expect(!String(decoding: terminal.output, as: UTF8.self).contains("<c>"))
    terminal.type("q")
    #expect(terminal.end() == 0)
    let silent = try PseudoTerminal(environment: environment)
    silent.expect("ready")
    silent.type("x")
    silent.expect("<x>")
    silent.type("q")
    #expect(silent.end() == 0)
  }

  /// The inbox wakes by itself, as often as something on it changes: that ends nothing that is under way.
  @Test func waitsForTheRestWhenItWakesByItself() throws {
    let terminal = try PseudoTerminal(
      environment: ["TERM=xterm-256color", "LC_ALL=C.UTF-8", "PROBE_BACKGROUND=1"])
    terminal.expect("\u{1B}[c")
    terminal.type("t\u{1B}]11;rgb:ffff/ff")
    terminal.expect("tick")
    terminal.type("ff/dddd\u{1B}\\\u{1B}[?62;4c")
    terminal.expect("<light true>")
    let start = terminal.output.count
    terminal.type("t\u{1B}[200~ab")
    terminal.expect("tick", after: start)
    terminal.type("cd\u{1B}[201~")
    terminal.expect("<pasted text of 4 characters>")
    terminal.type("q")
    #expect(terminal.end() == 0)
  }

  @Test func tellsByBellOrDesktop() throws {
    let terminal = try PseudoTerminal()
    terminal.expect("ready")
    terminal.type("9")
    terminal.expect("\u{1B}]9;2 due\u{7}")
    terminal.type("7")
    terminal.expect("\u{1B}]777;notify;Amends;2 due\u{7}")
    for environment in [["TERM=vt100"], ["TERM=xterm-256color", "TMUX=x"]] {
      let poor = try PseudoTerminal(environment: environment + ["LC_ALL=C.UTF-8"])
      poor.expect("ready")
      let start = poor.output.count
      poor.type("9")
      poor.expect("\u{7}", after: start)
      #expect(!String(decoding: poor.output, as: UTF8.self).contains("]9;"))
    }
  }

  /// Most terminals with direct colours have no entry of that kind in TERM.
  @Test func showsDirectColoursWhereAnEntryHasThem() throws {
    let entries = try TerminfoFolder(
      """
      xterm-direct|an entry for tests,
      \tRGB, colors#0x1000000, pairs#0x7FFF,
      \tsetab=\\E[48;2;%p1%d;%p1%d;%p1%dm, setaf=\\E[38;2;%p1%d;%p1%d;%p1%dm, use=xterm-256color,
      """)
    let common = ["TERM=xterm-256color", "LC_ALL=C.UTF-8", "TERMINFO_DIRS=\(entries.path):"]
    for (promise, depth) in [
      ("truecolor", "trueColor"), ("24bit", "trueColor"), ("no", "indexed256"),
    ] {
      let terminal = try PseudoTerminal(environment: common + ["COLORTERM=\(promise)"])
      terminal.expect("10x40 \(depth)")
      terminal.type("q")
      #expect(terminal.end() == 0)
    }
    let without = try PseudoTerminal(
      environment: ["TERM=tmux-256color", "LC_ALL=C.UTF-8", "COLORTERM=truecolor"])
    without.expect("10x40 indexed256")
  }

  @Test func endsWithItsTerminal() throws {
    let terminal = try PseudoTerminal()
    terminal.expect("ready")
    terminal.hangUp()
    #expect(terminal.end() != nil)
  }
}
