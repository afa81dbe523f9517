import AmendsPolicy
import Ledger

extension ContactWords {
  /// The words for a review of the list: that it is snoozed, else what may be done about its writer.
  init(_ row: ReviewRow, rules: ContactRules, at now: Instant) {
    if let snooze = row.review.activeSnooze(at: now) {
      self.init(snooze, rules: rules, at: now)
    } else {
      self.init(row.customer, outbox: row.outbox, rules: rules, at: now)
    }
  }

  /// The words for a review that is snoozed: a time of day, within a week its day as well, else the date.
  init(_ snooze: Snooze, rules: ContactRules, at now: Instant) {
    guard let end = snooze.end else {
      self.init(text: "snoozed for reply", tone: .waiting, changesAt: nil)
      return
    }
    let time = LocalTime(end, in: rules.shopZone)
    let isFar = time.days(after: LocalTime(now, in: rules.shopZone)) > 6
    let change = rules.clockChange(of: end, at: now)
    self.init(
      text: "snoozed \(isFar ? time.day : rules.clock(end, at: now))", tone: .waiting,
      changesAt: change.map { min($0, end) } ?? end)
  }
}

extension ContactRules {
  /// Until when a review is snoozed: `until Mon 30 Nov 09:00`.
  func words(of snooze: Snooze) -> String {
    guard let end = snooze.end else { return "until they write" }
    let time = LocalTime(end, in: shopZone)
    return "until \(time.weekday) \(time.day) \(time.clock)"
  }
}

extension Snooze {
  /// When it is over by itself; `nil` where it never is.
  var end: Instant? {
    if case .until(let end) = self { end } else { nil }
  }
}
