import AmendsPolicy
import Inbox
import Ledger
import Screen
import Terminal

/// The one thread that owns the terminal: waits, takes in everything that came, draws once.
struct RunLoop: ~Copyable {
  private var inbox: Inbox
  private var terminal: Terminal
  private let theme: Theme
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
    theme = terminal.showsUnicode ? options.theme : options.theme.with(glyphs: .ascii)
    inbox = Inbox(settings: options.settings)
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
  private func timeout() -> Int? {
    let now = SystemClock.now
    return inbox.nextChange(after: now).map { Int(max(0, ($0 - now).milliseconds)) }
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
      for key in terminal.keys() { perform(inbox.update(.key(key), at: now)) }
    }
    if wake == Wake() { perform(inbox.update(.ticked, at: now)) }
  }

  private mutating func draw() {
    terminal.draw(inbox.render(terminal.size, at: SystemClock.now, theme: theme))
  }

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .bell: terminal.bell()
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
