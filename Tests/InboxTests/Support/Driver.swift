import AmendsPolicy
import Ledger
import Screen

@testable import Inbox

/// An inbox with a desk behind it and a clock that only the test moves.
struct Driver {
  var inbox: Inbox
  var desk: FakeDesk
  var now: Instant
  var size: Size
  /// Everything that was asked for, in order.
  var effects: [Effect] = []
  /// Whether the desk answers at once; otherwise what was asked for waits in `unanswered`.
  var isAnswering: Bool
  var unanswered: [Effect] = []

  /// An inbox that has started; everything that it read at the start is answered, unless told otherwise.
  init(
    _ desk: FakeDesk = FakeDesk(),
    settings: InboxSettings = Sample.settings(),
    screen: ScreenSettings = ScreenSettings(),
    at now: Instant = Sample.now,
    size: Size = Size(rows: 24, columns: 80),
    isAnswering: Bool = true,
    hasTour: Bool = false
  ) {
    inbox = Inbox(settings: settings, screen: screen, hasTour: hasTour)
    self.desk = desk
    self.now = now
    self.size = size
    self.isAnswering = isAnswering
    run(inbox.start(size: size))
  }

  /// Presses keys in the notation of `KeyScript`; returns what they asked for.
  @discardableResult
  mutating func press(_ keys: String) -> [Effect] {
    KeyScript.keys(keys).flatMap { send(.key($0)) }
  }

  /// Clicks, or turns the wheel; returns what that asked for.
  @discardableResult
  mutating func mouse(_ button: MousePress.Button = .left, _ row: Int, _ column: Int) -> [Effect] {
    send(.mouse(MousePress(button, at: Point(row: row, column: column))))
  }

  @discardableResult
  mutating func paste(_ text: String) -> [Effect] { send(.key(.paste(text))) }

  /// Lets something happen; returns what it asked for, answers' own wishes not included.
  @discardableResult
  mutating func send(_ event: Event) -> [Effect] {
    let asked = inbox.update(event, at: now)
    run(asked)
    return asked
  }

  @discardableResult
  mutating func answer(_ answer: Answer) -> [Effect] { send(.answered(answer)) }

  mutating func resize(_ size: Size) {
    self.size = size
    send(.resized(size))
  }

  /// Moves the clock, with the tick that the program would send.
  mutating func wait(_ span: Span) {
    now = now + span
    send(.ticked)
  }

  /// Answers what has waited, oldest first, and what that leads to.
  mutating func answerAll() {
    let waiting = unanswered
    unanswered = []
    let wasAnswering = isAnswering
    isAnswering = true
    for effect in waiting { answerFromDesk(effect) }
    isAnswering = wasAnswering
  }

  private mutating func run(_ asked: [Effect]) {
    effects += asked
    guard isAnswering else {
      unanswered += asked
      return
    }
    for effect in asked { answerFromDesk(effect) }
  }

  private mutating func answerFromDesk(_ effect: Effect) {
    for answer in desk.answers(to: effect, at: now) { self.answer(answer) }
  }

  func frame(_ size: Size? = nil, theme: Theme = SampleTheme.byRole) -> Frame {
    inbox.render(size ?? self.size, at: now, theme: theme)
  }

  /// The rows of the picture as text.
  var rows: [String] { frame().grid.text() }

  /// The picture as one text.
  var text: String { rows.joined(separator: "\n") }

  var status: String { inbox.status?.text ?? "" }
}
