import AmendsPolicy
import Ledger

/// What the NEXT CONTACT column says of a person, and when it will say something else.
struct ContactWords: Equatable {
  /// How the words are to be coloured; each state has its own wording as well.
  enum Tone: Equatable {
    case ready
    case waiting
    case due
    case never
    case queued
    case uncertain
  }

  var text: String
  var tone: Tone
  /// The instant at which the words change by themselves; `nil` where they do not.
  var changesAt: Instant?

  /// The words for a person at an instant; `precise` counts seconds.
  init(
    _ customer: Customer,
    outbox: OutboxSummary?,
    rules: ContactRules,
    at now: Instant,
    precise: Bool = false
  ) {
    if let outbox {
      self = Self.waiting(outbox, rules: rules, at: now)
      return
    }
    let answer = rules.answer(customer, at: now)
    if answer.isForGood {
      self.init(text: Self.never(answer), tone: .never, changesAt: nil)
    } else if let due = customer.standing.replyDue {
      self = Self.reply(due: due, at: now)
    } else if let until = answer.until {
      let left = Countdown(until: until, at: now, precise: precise)
      self.init(text: "in \(left.text)", tone: .waiting, changesAt: left.changesAt)
    } else {
      let quiet = rules.nextQuietStart(for: customer, after: now)
      self.init(text: "ready", tone: .ready, changesAt: quiet)
    }
  }

  init(text: String, tone: Tone, changesAt: Instant?) {
    self.text = text
    self.tone = tone
    self.changesAt = changesAt
  }

  private static func never(_ answer: ContactAnswer) -> String {
    switch answer.limit {
    case .unanswered: "until they write"
    case .complaint: "never: complained"
    case .doNotContact: "never: no contact"
    case .optedOut: "never: opted out"
    case .orderOnce: "never: order once"
    case .orderWindow: "never: window over"
    default: "never"
    }
  }

  /// The reply clock runs from the oldest unanswered message.
  private static func reply(due: Instant, at now: Instant) -> ContactWords {
    if now >= due {
      let late = RoughSpan(now - due)
      return ContactWords(text: "overdue \(late.text)", tone: .due, changesAt: due + late.nextStep)
    }
    let left = RoughSpan(due - now)
    return ContactWords(text: "reply due \(left.text)", tone: .due, changesAt: due - left.lastStep)
  }

  private static func waiting(
    _ outbox: OutboxSummary,
    rules: ContactRules,
    at now: Instant
  ) -> ContactWords {
    switch outbox.state {
    case .uncertain:
      ContactWords(text: "uncertain", tone: .uncertain, changesAt: nil)
    case .held:
      ContactWords(text: "held: see outbox", tone: .uncertain, changesAt: nil)
    case .sending, .committing:
      ContactWords(text: "leaving", tone: .queued, changesAt: nil)
    default:
      ContactWords(
        text: "queued \(rules.clock(outbox.leavesAt, at: now))", tone: .queued,
        changesAt: rules.clockChange(of: outbox.leavesAt, at: now))
    }
  }
}
