import AmendsPolicy
import Ledger
import Screen

/// What the outbox says of an item, and when that changes.
struct OutboxWords: Equatable {
  /// Where it stands.
  var text: String
  var role: Role
  /// What explains it, or asks for something; empty for nothing.
  var remark = ""
  /// The instant at which the words change by themselves; `nil` where they do not.
  var changesAt: Instant?

  /// The words for an item of the outbox, as it is shown at an instant.
  init(_ item: OutboxItem, in screen: OutboxScreen, _ settings: InboxSettings, at now: Instant) {
    let reason = ClockedText(item.reason, rules: settings.rules, at: now)
    self.init(text: "", role: .cooldownReady, remark: reason.text)
    switch item.state {
    case .queued: wait(item, screen, settings, at: now)
    case .committing where item.isHandedOver(settings.sending):
      (text, role) = ("handed over: sent?", .cooldownDue)
    case .sending, .committing: text = "leaving"
    case .held: (text, role) = ("held", .cooldownDue)
    case .uncertain: doubt(item, settings, at: now)
    case .sent: end("sent", .textDim, item, settings.rules, at: now)
    case .failed: end("failed", .cooldownDue, item, settings.rules, at: now)
    case .recalled: (text, role) = ("recalled", .textDim)
    }
    changesAt = [changesAt, reason.changesAt].compactMap(\.self).min()
  }

  private init(text: String, role: Role, remark: String) {
    self.text = text
    self.role = role
    self.remark = remark
  }

  private mutating func wait(
    _ item: OutboxItem,
    _ screen: OutboxScreen,
    _ settings: InboxSettings,
    at now: Instant
  ) {
    let begin = max(item.leavesAt, screen.sender?.restsUntil ?? item.leavesAt)
    guard item.leavesAt <= now || begin > item.leavesAt else { return countDown(item, at: now) }
    switch settings.sending {
    case .byHand: text = "ready to hand over"
    case .manual where screen.sender?.isThisProgram != false:
      text = "due"
      remark = Self.key(.sendNow, settings) + " sends it"
    case .inbox, .worker, .manual: leave(screen, at: now)
    }
  }

  private mutating func countDown(_ item: OutboxItem, at now: Instant) {
    role = .cooldownWaiting
    guard item.progress.failures > 0 else {
      let left = Countdown(until: item.leavesAt, at: now, precise: true)
      (text, changesAt) = ("leaves in \(left.text)", left.changesAt)
      return
    }
    text = "next try in \((item.leavesAt - now).inWords)"
    remark = "\(Words.ordinal(item.progress.failures + 1)) try: \(remark)"
    changesAt = Countdown(until: item.leavesAt, at: now, precise: false).changesAt
  }

  private mutating func leave(_ screen: OutboxScreen, at now: Instant) {
    guard let sender = screen.sender else {
      (text, role) = ("waits for a sender", .cooldownWaiting)
      return
    }
    if let until = sender.restsUntil, now < until {
      (text, role, changesAt) = ("waits for the server", .cooldownWaiting, until)
    } else {
      text = "leaving now"
    }
  }

  /// That it was sent is believed at once, that it was not only when no server can take it any more.
  private mutating func doubt(_ item: OutboxItem, _ settings: InboxSettings, at now: Instant) {
    (text, role) = ("uncertain", .cooldownDue)
    if let since = item.progress.settledAt { note(since, settings.rules, at: now) }
    let yes = Self.key(.resolveSent, settings)
    let no = Self.key(.resolveUnsent, settings)
    guard let from = item.unsentFrom, now < from else {
      remark = "was it sent? \(yes) or \(no)"
      return
    }
    remark = "was it sent? \(yes), or \(no) from \(settings.rules.clock(from, at: now))"
    let changes = [changesAt, from, settings.rules.clockChange(of: from, at: now)]
    changesAt = changes.compactMap(\.self).min()
  }

  private mutating func end(
    _ words: String,
    _ role: Role,
    _ item: OutboxItem,
    _ rules: ContactRules,
    at now: Instant
  ) {
    (text, self.role) = (words, role)
    if let at = item.progress.settledAt { note(at, rules, at: now) }
  }

  /// Adds since when: `uncertain since 14:02`, `sent 14:02`, `sent Thu 14:02`.
  private mutating func note(_ instant: Instant, _ rules: ContactRules, at now: Instant) {
    let clock = rules.clock(instant, at: now)
    text += text == "uncertain" && clock.utf8.count == 5 ? " since \(clock)" : " \(clock)"
    changesAt = rules.clockChange(of: instant, at: now)
  }

  private static func key(_ command: Command, _ settings: InboxSettings) -> String {
    settings.keymap.keys(for: command, in: .outbox).first.map { "\($0)" } ?? command.rawValue
  }
}

extension OutboxItem {
  /// Whether a person has its text and has not said yet whether it was sent.
  fileprivate func isHandedOver(_ mode: SendingMode) -> Bool {
    mode == .byHand || progress.channel == DepartureChannel.byHand
  }
}
