import AmendsPolicy
import Ledger

/// What the explanation of the clocks says: pure words, drawn elsewhere.
struct WhyContent: Equatable {
  /// Whether the person may be written to.
  enum Verdict: Equatable {
    case yes
    case later
    case never
    /// A reply is on its way already.
    case queued
  }

  /// One clock in words.
  struct Entry: Equatable {
    enum Sign: Equatable {
      /// It stands against a message until it ends.
      case holds
      /// It stands against every message.
      case forbids
      /// It has run out, and somebody should have acted.
      case overdue
      /// Somebody should act before it runs out.
      case due
      /// It runs beside.
      case runs
      /// It is over, or there is nothing for it to measure.
      case rests
    }

    var sign: Sign
    var name: String
    /// How it stands, with its countdown.
    var course: String
    /// Why, and who says so.
    var ground: String
  }

  var verdict: Verdict
  /// The answer in a sentence.
  var answer: String
  var entries: [Entry]
  /// When the words change by themselves; `nil` where they do not.
  var changesAt: Instant?
}

extension WhyContent {
  /// The words for clocks, beneath the answer to the question whether the person may be written to.
  init(
    _ clocks: [ContactClock], of file: CustomerFile, _ contact: ContactAnswer,
    routes: [RouteAnswer], reply: OutboxWords?, rules: ContactRules, at now: Instant
  ) {
    var teller = ClockTeller(rules: rules, now: now)
    if let reply {
      (verdict, answer) = (.queued, teller.tell(reply))
    } else if let outbox = file.outbox {
      (verdict, answer) = (.queued, teller.tell(outbox, of: file.customer))
    } else {
      (verdict, answer) = teller.tell(contact, routes: routes)
    }
    entries = clocks.map { teller.entry($0) }
    changesAt = teller.changesAt
  }
}

/// Puts clocks into words, and notes when those change.
private struct ClockTeller {
  let rules: ContactRules
  let now: Instant
  private(set) var changesAt: Instant?

  init(rules: ContactRules, now: Instant) {
    self.rules = rules
    self.now = now
  }

  private mutating func note(_ change: Instant?) {
    changesAt = [changesAt, change].compactMap(\.self).min()
  }

  private mutating func date(_ instant: Instant) -> String {
    note(rules.dateChange(of: instant, at: now))
    return rules.date(instant, at: now)
  }

  private mutating func left(until end: Instant, precise: Bool = false) -> String {
    let left = Countdown(until: end, at: now, precise: precise)
    note(left.changesAt)
    return left.text
  }

  private mutating func days(until end: Instant) -> String {
    let left = DayCount(until: end, at: now)
    note(left.changesAt)
    return left.text
  }

  /// A reply in words, as the outbox has them.
  mutating func tell(_ reply: OutboxWords) -> String {
    note(reply.changesAt)
    return "The reply: "
      + [reply.text, reply.remark].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// A reply that is on its way to a customer, as the list has it.
  mutating func tell(_ outbox: OutboxSummary, of customer: Customer) -> String {
    let words = ContactWords(customer, outbox: outbox, rules: rules, at: now)
    note(words.changesAt)
    let waits = outbox.state == .queued && outbox.leavesAt > now
    let rest = waits ? ", leaves in \(left(until: outbox.leavesAt, precise: true))" : ""
    return "No: a reply to them is in the outbox already (\(words.text)\(rest))."
  }

  /// Whether a message may leave, as the limits say, and as the ways that there are for it say.
  mutating func tell(
    _ contact: ContactAnswer, routes: [RouteAnswer]
  ) -> (WhyContent.Verdict, String) {
    if contact.limit == .unanswered { return (.never, "Not until they write.") }
    if contact.isForGood { return (.never, "No, and waiting will not change it.") }
    let way: ContactRoute = contact.answering == nil ? .orderMessage : .thread
    if let route = routes.first(where: { $0.route == way }), !route.isAllowed {
      return (.never, "No: \(route.reason).")
    }
    if let until = contact.until {
      let (when, rest) = (date(until), left(until: until, precise: true))
      return (.later, "Not before \(when), in \(rest).")
    }
    return (
      .yes, contact.answering == nil ? "Yes: they may be written to now." : "Yes: answer them now."
    )
  }

  mutating func entry(_ clock: ContactClock) -> WhyContent.Entry {
    let (sign, course) = course(of: clock)
    let start = clock.began.map { " · \(beginning(at: $0))" } ?? ""
    return WhyContent.Entry(
      sign: sign, name: clock.name, course: course + start,
      ground: "\(clock.why) · \(clock.origin.words)")
  }

  /// A delay can run over an instant that has not come yet, as the end of a window: it holds from then on.
  private mutating func beginning(at instant: Instant) -> String {
    if instant >= now { note(max(instant, now + Span(milliseconds: 1))) }
    return "\(instant > now ? "from" : "since") \(date(instant))"
  }

  private mutating func course(
    of clock: ContactClock
  ) -> (sign: WhyContent.Entry.Sign, words: String) {
    switch (clock.subject, clock.course) {
    case (.limit(.unanswered), .endless): (.forbids, "until they write")
    case (_, .endless): (.forbids, "never ends")
    case (.limit, .runs(let end)) where clock.isHolding:
      (.holds, "ends \(date(end)), in \(left(until: end))")
    case (.limit(.quietHours), .runs(let start)):
      (.runs, "begin \(date(start)), in \(left(until: start))")
    case (.reply, .runs(let due)): (.due, "due \(date(due)), in \(left(until: due))")
    case (.reply, .over(let due)): (.overdue, "overdue since \(date(due))")
    case (.reply, .idle): (.rests, "nothing of theirs waits for one")
    case (_, .runs(let end)): (.runs, "closes \(date(end)), in \(days(until: end))")
    case (_, .over(let end)): (.rests, "over since \(date(end))")
    case (_, .idle), (_, .unknown): (.rests, "not known")
    }
  }
}
