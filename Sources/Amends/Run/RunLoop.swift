import AmendsPolicy
import Inbox
import Ledger
import Screen
import Terminal

/// The one thread that owns the terminal: waits, takes in everything that came, draws once.
struct RunLoop: ~Copyable {
  private var inbox: Inbox
  private var terminal: Terminal
  private let themes: ThemeShelf
  private let notify: NoticeWay
  /// The theme in use with what this terminal makes of it.
  private var fitted: (theme: Theme, shown: Theme)?
  private let runner: EffectRunner
  private let mailbox: Mailbox<Event>
  private let editorFolder: String
  private let wording: LateWording
  private var complaints: [String]
  private var exitCode: Int32?

  init(
    options: InboxOptions,
    runner: EffectRunner,
    mailbox: Mailbox<Event>
  ) throws(TerminalError) {
    terminal = try Terminal(options.terminal)
    themes = options.themes
    notify = options.notify
    inbox = Inbox(
      settings: options.settings, screen: options.screen, hasTour: options.hasTour)
    editorFolder = options.editorFolder
    wording = options.wording
    complaints = terminal.notes + options.complaints
    self.runner = runner
    self.mailbox = mailbox
  }

  /// Runs until the inbox is left or the terminal is gone; gives the exit code.
  mutating func run() -> Int32 {
    perform(inbox.start(size: terminal.size))
    runner.takeUpDepartures()
    runner.warmUp(wording)
    for complaint in complaints { mailbox.post(.answered(.failed(complaint))) }
    while exitCode == nil {
      takeIn(terminal.wait(for: mailbox.descriptor, timeout: timeout()))
      if exitCode == nil { draw() }
    }
    runner.finishWrites()
    return exitCode ?? 0
  }

  /// How many milliseconds nothing will change by itself; `nil` for ever.
  ///
  /// poll(2) does not count the time in which the machine sleeps: where a review is to come back by itself, the
  /// clock is looked at every minute.
  private func timeout() -> Int? {
    let now = SystemClock.now
    guard let change = inbox.nextChange(after: now) else { return nil }
    let wait = max(change - now, Span(milliseconds: 0))
    return Int((inbox.awaitsSnoozed ? min(wait, .minutes(1)) : wait).milliseconds)
  }

  /// Signals first, then answers, then keys until none is left: a held key is drawn once, not a hundred times.
  private mutating func takeIn(_ wake: Wake) {
    let now = SystemClock.now
    if wake.mustLeave {
      exitCode = 128 + (wake.leaveSignal ?? 1)
      return
    }
    if wake.mustSuspend { terminal.suspend() }
    if wake.mustDraw || wake.mustSuspend {
      perform(inbox.update(.resized(terminal.size), at: now))
    }
    for event in mailbox.drain() { perform(inbox.update(event, at: now)) }
    if wake.hasKeys {
      for input in terminal.inputs() { perform(inbox.update(Event(input), at: now)) }
    }
    if wake == Wake() { perform(inbox.update(.ticked, at: now)) }
  }

  private mutating func draw() {
    terminal.draw(inbox.render(terminal.size, at: SystemClock.now, theme: shownTheme()))
  }

  /// The theme in use, as this terminal can show it.
  private mutating func shownTheme() -> Theme {
    if let fitted, fitted.theme == inbox.theme { return fitted.shown }
    let theme = inbox.theme.fitted(to: terminal.depth)
    let shown = terminal.showsUnicode ? theme : theme.with(glyphs: .ascii)
    fitted = (inbox.theme, shown)
    return shown
  }

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .bell: terminal.bell()
      case .notify(let notice): terminal.notify(SafeText("Amends: \(notice.words)"), by: notify)
      case .loadThemes: themes.load(into: mailbox)
      case .keepTheme(let name): themes.keep(name, answering: mailbox)
      case .redraw: terminal.forgetPicture()
      case .suspend:
        terminal.suspend()
        perform(inbox.update(.resized(terminal.size), at: SystemClock.now))
      case .copy(let text, let what): copy(text, what)
      case .edit(let draft): edit(draft)
      case .quit: exitCode = 0
      default: runner.begin(effect)
      }
    }
  }

  private mutating func copy(_ text: String, _ what: String) {
    let words =
      switch terminal.copy(text) {
      case .terminal: "\(what) was given to the terminal's clipboard"
      case .tmux: "\(what) was given to tmux, which hands it to the clipboard"
      case .unavailable: "this terminal takes no clipboard: \(what) must be copied by hand"
      }
    perform(inbox.update(.answered(.done(words, undo: nil)), at: SystemClock.now))
  }

  private mutating func edit(_ draft: Draft) {
    guard let loan = EditorLoan(of: draft, in: editorFolder) else {
      return perform(inbox.update(.answered(.edited(draft.id, nil)), at: SystemClock.now))
    }
    let status = terminal.run(EditorLoan.command, arguments: [loan.path])
    let text = loan.giveBack(keeping: status == 0)
    perform(inbox.update(.answered(.edited(draft.id, text)), at: SystemClock.now))
  }
}

extension Event {
  /// What came from the terminal, as the inbox takes it in.
  fileprivate init(_ input: Input) {
    self =
      switch input {
      case .key(let key): .key(key)
      case .mouse(let press): .mouse(press)
      case .background(let color): .background(isLight: color.isLight ?? false)
      }
  }
}
