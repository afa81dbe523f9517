import Glibc
import Terminal

/// Examines the terminal that the inbox would be shown on.
struct TerminalExamination {
  private static let leastColumns = 40
  private static let leastRows = 10

  var diagnoses: [Diagnosis] {
    [terminal, colors, locale] + (Environment.value("TMUX") == nil ? [] : [clipboard])
  }

  private var terminal: Diagnosis {
    guard isatty(STDOUT_FILENO) == 1, isatty(STDIN_FILENO) == 1 else {
      return .note(
        "terminal", "this is none: the inbox needs one, every other command works",
        remedy: "run `amends doctor` in the terminal in which you will work")
    }
    guard let name = Environment.value("TERM"), name != "dumb" else {
      return .fault(
        "terminal", "TERM does not say what the terminal can do",
        remedy: "run: export TERM=xterm-256color")
    }
    return size(name)
  }

  private func size(_ name: String) -> Diagnosis {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return .note("terminal", "\(name), of unknown size", remedy: "run: resize, or stty size")
    }
    let words = "\(name), \(size.ws_col)x\(size.ws_row)"
    guard Int(size.ws_col) >= Self.leastColumns, Int(size.ws_row) >= Self.leastRows else {
      return .note(
        "terminal", words,
        remedy: "make the window larger than \(Self.leastColumns)x\(Self.leastRows)")
    }
    return .ok("terminal", words)
  }

  private var colors: Diagnosis {
    if Environment.value("NO_COLOR") != nil { return .ok("colours", "none: NO_COLOR is set") }
    let term = Environment.value("TERM") ?? ""
    if term.hasSuffix("direct") { return .ok("colours", "any") }
    if let entry = Terminal.directEntry { return .ok("colours", "any (by \(entry))") }
    if ["truecolor", "24bit"].contains(Environment.value("COLORTERM")) {
      return .ok(
        "colours", "the nearest of 256; any with an entry for direct colours (Debian: ncurses-term)"
      )
    }
    if term.hasSuffix("256color") { return .ok("colours", "256") }
    return .ok("colours", "what \(term.isEmpty ? "the terminal" : term) has; themes adapt")
  }

  private var locale: Diagnosis {
    setlocale(LC_CTYPE, "")
    let codes = nl_langinfo(Int32(CODESET)).map { String(cString: $0) } ?? ""
    guard codes == "UTF-8" else {
      return .note(
        "locale", "\(codes): letters beyond ASCII are shown as question marks",
        remedy: "run: export LC_ALL=C.UTF-8")
    }
    return .ok("locale", codes)
  }

  /// tmux passes a copied text on to the terminal unless it was told not to.
  private var clipboard: Diagnosis {
    guard let answer = Self.tmux("set-clipboard") else {
      return .note(
        "clipboard", "tmux does not say whether it passes copied texts on",
        remedy: "see that `tmux show-options -s set-clipboard` works")
    }
    guard answer != "off" else {
      return .note(
        "clipboard", "tmux keeps copied texts to itself",
        remedy: "run: tmux set-option -s set-clipboard external")
    }
    return .ok("clipboard", "tmux passes copied texts on (\(answer))")
  }

  private static func tmux(_ option: String) -> String? {
    guard let stream = popen("tmux show-options -sv \(option) 2>/dev/null", "r") else { return nil }
    defer { pclose(stream) }
    var line = [CChar](repeating: 0, count: 256)
    guard fgets(&line, Int32(line.count), stream) != nil else { return nil }
    let text = String(
      decoding: line.prefix { $0 > 0x20 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return text.isEmpty ? nil : text
  }
}
