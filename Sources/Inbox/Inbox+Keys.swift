import AmendsPolicy
import Ledger
import Screen

extension Inbox {
  /// The topmost layer gets the key first; a full screen looks it up in the key map.
  mutating func press(_ key: KeyPress, at now: Instant) -> [Effect] {
    switch layers.last {
    case .why(let why): return press(key, in: why, at: now)
    case .help(let help): return press(key, in: help)
    case .palette(let palette): return press(key, in: palette, at: now)
    case .themes(let picker): return press(key, in: picker, at: now)
    case .views(let picker): return press(key, in: picker, at: now)
    case .prompt(let prompt): return press(key, in: prompt, at: now)
    case .choice(let choice): return press(key, in: choice, at: now)
    case .form(let form): return press(key, in: form, at: now)
    case .handOver(let handOver): return press(key, in: handOver, at: now)
    case .composer(let composer): return press(key, in: composer, at: now)
    case .customer, .outbox, .sheet, nil: return pressCommandKey(key, at: now)
    }
  }

  private mutating func pressCommandKey(_ key: KeyPress, at now: Instant) -> [Effect] {
    guard let command = settings.keymap.command(for: key, in: context) else {
      return refuse("\(key) does nothing here: ? shows the keys", at: now)
    }
    return give(command, at: now)
  }

  /// Motions move the help where it does not fit; every other key closes it.
  private mutating func press(_ key: KeyPress, in help: HelpScreen) -> [Effect] {
    let command = settings.keymap.command(for: key, in: .list)
    guard let steps = command?.steps(page: helpRoom), scroll(help, by: steps) else {
      return dismissOverlay()
    }
    return []
  }

  /// How many lines a box over the whole screen has room for.
  var helpRoom: Int { max(1, room(in: size).rows - 2) }

  /// Moves the help by some lines; `false` where all of it is in sight.
  mutating func scroll(_ help: HelpScreen, by steps: Int) -> Bool {
    let count = helpLines(in: help.context, narrow: size.columns < 60).count
    var help = help
    guard help.scroll.move(by: steps, of: count, room: helpRoom) else { return false }
    layers[layers.count - 1] = .help(help)
    return true
  }

  mutating func dismissOverlay() -> [Effect] {
    layers.removeLast()
    return []
  }

  private mutating func press(_ key: KeyPress, in choice: Choice, at now: Instant) -> [Effect] {
    if key == .escape { return answer(choice.escape, at: now) }
    if key == .enter, choice.enter != .nothing { return answer(choice.enter, at: now) }
    guard let option = choice.option(for: key) else {
      return refuse("one of the keys shown, or escape", at: now)
    }
    if let obstacle = option.obstacle { return refuse("not possible: \(obstacle)", at: now) }
    return answer(option.outcome, at: now)
  }

  /// Closes a question with an answer.
  private mutating func answer(_ outcome: Choice.Outcome, at now: Instant) -> [Effect] {
    layers.removeLast()
    switch outcome {
    case .cause(let cause): return setCause(cause)
    case .causes(let causes): return setCauses(causes)
    case .snooze(let snooze, let reviews): return set(snooze, on: reviews)
    case .askForSnooze(let reviews): return askForSnooze(of: reviews)
    case .effects(let effects): return effects
    case .enqueue(let item): return [.enqueue(item)]
    case .discard(let draft): return [.discardDraft(draft)]
    case .route(let route): return take(route, at: now)
    case .leaveComposer: return give(.back, at: now)
    case .quit: return [.quit]
    case .nothing: return []
    }
  }

  private mutating func press(
    _ key: KeyPress,
    in handOver: HandOver,
    at now: Instant
  ) -> [Effect] {
    switch key {
    case "y":
      layers.removeLast()
      return [.resolve(handOver.item.id, wasSent: true)]
    case "n":
      layers.removeLast()
      return [.resolve(handOver.item.id, wasSent: false)]
    case "c": return [.copy(handOver.item.text, what: "the reply")]
    default:
      return refuse("say y when you have sent it, or n when it will not be sent", at: now)
    }
  }
}
