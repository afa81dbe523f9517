import AmendsPolicy
import Ledger

/// What the outbox says of whoever sends, and when that changes.
struct SenderWords: Equatable {
  /// Who sends, for the header.
  var text: String
  /// Why nothing leaves at the moment; empty where nothing speaks against it.
  var warning = ""
  /// The instant at which the words change by themselves; `nil` where they do not.
  var changesAt: Instant?

  init(_ screen: OutboxScreen, mode: SendingMode, rules: ContactRules, at now: Instant) {
    text = Self.who(screen, mode)
    guard screen.isLoaded, mode != .byHand else { return }
    if let sender = screen.sender, let until = sender.restsUntil, now < until {
      let again = mode == .inbox && sender.isThisProgram ? ", s tries at once" : ""
      let reason = ClockedText(sender.reason, rules: rules, at: now)
      warning = "nothing leaves until \(rules.clock(until, at: now))\(again): \(reason.text)"
      changesAt = [until, rules.clockChange(of: until, at: now), reason.changesAt]
        .compactMap(\.self).min()
    } else if mode == .worker, screen.sender == nil {
      warning = "replies wait until somebody starts `amends send` on this machine"
    }
  }

  private static func who(_ screen: OutboxScreen, _ mode: SendingMode) -> String {
    guard mode != .byHand else { return "sent by hand" }
    guard screen.isLoaded else { return "" }
    if let sender = screen.sender, !sender.isThisProgram { return "\(sender.name) sends" }
    return switch mode {
    case .manual: "leaves at your word"
    case .inbox where screen.sender != nil: "this inbox sends"
    default: "nobody sends"
    }
  }
}
