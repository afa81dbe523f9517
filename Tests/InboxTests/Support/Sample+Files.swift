import AmendsPolicy
import Ledger

/// Files of customers.
extension Sample {
  /// A file around reviews, with the timeline that the facts make.
  static func file(
    _ reviews: [Review],
    name: String = "J. Rivera",
    zone: String? = nil,
    keys: [CustomerKey]? = nil,
    events: [ContactEvent] = [],
    timeline: [TimelineEntry] = [],
    outbox: OutboxSummary? = nil
  ) -> CustomerFile {
    let number = reviews.first?.customer.number ?? 1
    let customer = customer(number, name, zone: zone, events: events)
    return CustomerFile(
      customer: customer, keys: keys ?? [customer.key], reviews: reviews,
      timeline: timeline.isEmpty ? events.enumerated().map(entry) : timeline, events: events,
      outbox: outbox)
  }

  private static func entry(_ index: Int, _ event: ContactEvent) -> TimelineEntry {
    TimelineEntry(
      kind: .contact(EventID(Int64(index + 1)), event.kind), at: event.at, text: "",
      order: event.order)
  }

  /// The facts of a customer with a long story.
  static let story: [ContactEvent] = [
    ago(.days(9), .orderCompleted, order: "114-7863528-5211001"),
    ago(.days(8), .contacted),
    ago(.minutes(7 * 1440 + 91), .answered),
    ago(.days(7), .refundAsked),
    ago(.hours(30), .contacted),
  ]

  /// Every kind of entry that a timeline can show, oldest first.
  static let everyEntry: [TimelineEntry] =
    [
      TimelineEntry(
        kind: .contact(EventID(1), .orderCompleted), at: now - .days(400), text: "",
        order: "114-7863528-5211001"),
      TimelineEntry(
        kind: .review(ReviewID(1), rating: 1), at: now - .days(9),
        text: "Arrived with a cracked base"),
      TimelineEntry(
        kind: .changedReview(ReviewID(1), formerRating: 2), at: now - .minutes(12_900),
        text: "Arrived with a small crack"),
      TimelineEntry(
        kind: .removedReview(ReviewID(1)), at: now - .minutes(12_000),
        text: "Arrived with a cracked base"),
      TimelineEntry(
        kind: .contact(EventID(2), .contacted), at: now - .days(8),
        text: "We're sorry the glass base of your kettle arrived cracked.", actor: "amy",
        channel: "relay"),
      TimelineEntry(
        kind: .contact(EventID(3), .answered), at: now - .minutes(10_171),
        text: "Can I have my money back? I don't want another one.", channel: "relay"),
      TimelineEntry(
        kind: .contact(EventID(4), .refundAsked), at: now - .days(7), text: "Money back, please.",
        channel: "phone"),
      TimelineEntry(
        kind: .note(EventID(5)), at: now - .minutes(9900), text: "refund approved by warehouse",
        actor: "dan"),
      TimelineEntry(
        kind: .contact(EventID(6), .contacted), at: now - .days(6),
        text: "Called, nobody answered", actor: "dan", channel: "phone", broke: .interval),
      TimelineEntry(
        kind: .publicReply(ReviewID(1)), at: now - .days(5), text: "We are sorry about this.",
        actor: "amy"),
    ] + lateEntries

  private static let lateEntries: [TimelineEntry] = [
    TimelineEntry(
      kind: .contact(EventID(7), .optedOut), at: now - .days(4), text: "no more mails", actor: "amy"
    ),
    TimelineEntry(
      kind: .contact(EventID(8), .doNotContact), at: now - .days(3), text: "", actor: "amy"),
    TimelineEntry(kind: .contact(EventID(9), .complained), at: now - .days(2), text: ""),
    TimelineEntry(
      kind: .outbox(OutboxID("o1"), .held, leaves: now + .minutes(6)), at: now - .hours(2),
      text: "Your refund of $34.99 has been sent", actor: "amy"),
    TimelineEntry(
      kind: .outbox(OutboxID("o2"), .queued, leaves: now + .minutes(6)), at: now - .minutes(4),
      text: "Your refund of $34.99 is on its way", actor: "amy"),
  ]

  /// A reply in the outbox.
  static func item(
    _ number: Int64,
    _ state: OutboxState,
    leavesIn span: Span = .seconds(-5),
    reason: String = "",
    accepted: [String] = []
  ) -> OutboxItem {
    OutboxItem(
      id: OutboxID("o\(number)"), draft: DraftID("d\(number)"), review: ReviewID(number),
      customer: CustomerID(number), recipient: "buyer\(number)@marketplace.amazon.com",
      order: "114-7863528-521\(1000 + number)", text: SampleDraft.clean, state: state,
      reason: reason, acceptedWarnings: accepted, queuedAt: now - .hours(1), queuedBy: "amy",
      leavesAt: now + span)
  }

  /// A reply that was refused so often, and is tried again.
  static func retried(_ failures: Int, again span: Span) -> OutboxRow {
    var item = item(1, .queued, leavesIn: span, reason: "451 4.7.1 greylisted")
    item.progress = OutboxProgress(failures: failures, answer: item.reason)
    return outboxRow(item)
  }

  /// A reply that has been uncertain for so long; its permit was opened in the same moment.
  static func uncertainRow(
    since span: Span, channel: String = DepartureChannel.mail, evidence: String = ""
  ) -> OutboxRow {
    var item = item(7, .uncertain, reason: "the connection broke after the text")
    item.progress = OutboxProgress(
      channel: channel, permitAt: now - span, settledAt: now - span, evidence: evidence)
    return outboxRow(item, "R. Diaz")
  }

  /// A reply that ended so long ago.
  static func ended(
    _ number: Int64, _ state: OutboxState, _ span: Span, _ name: String, reason: String = ""
  ) -> OutboxRow {
    var item = item(number, state, reason: reason)
    item.progress = OutboxProgress(settledAt: now - span)
    return outboxRow(item, name)
  }

  static func outboxRow(_ item: OutboxItem, _ name: String = "J. Rivera") -> OutboxRow {
    OutboxRow(
      item: item, customer: customer(item.customer.number, name), rating: 1,
      headline: "Arrived with a cracked base")
  }

  /// An outbox with an item in every state.
  static let everyOutbox: [OutboxRow] = [
    outboxRow(item(1, .queued, leavesIn: .seconds(25))),
    outboxRow(item(2, .queued, leavesIn: .hours(41)), "M. Okafor"),
    outboxRow(item(3, .queued), "(no name)"),
    outboxRow(item(4, .sending), "山田太郎"),
    outboxRow(item(5, .committing), "Ana Lima"),
    outboxRow(
      item(
        6, .held,
        reason: "they wrote at 2026-11-27T13:20:00Z, after this was queued: read it first",
        accepted: ["no.remedy"]), "P. Novak"),
    outboxRow(item(7, .uncertain, reason: "the connection broke after the text"), "R. Diaz"),
    outboxRow(item(8, .failed, reason: "550 no such user"), "S. Haas"),
    outboxRow(item(9, .sent), "T. Berg"),
    outboxRow(item(10, .recalled), "U. Roth"),
  ]
}
