import AmendsPolicy
import Ledger
import Screen

extension Inbox {
  mutating func workOnPerson(_ command: Command, at now: Instant) -> [Effect] {
    guard let screen = customerScreen, let file = screen.file else { return [] }
    let order = screen.currentReview?.order
    let key = file.customer.key
    switch command {
    case .record: return push(.form(Form(recording: key, order: order)))
    case .note: return push(.prompt(PromptLayer(.note(file.customer.id))))
    case .merge: return push(.prompt(PromptLayer(.merge(file.customer.id))))
    case .refundAsked: return [.record(refundAsked(on: screen, key: key, order: order, at: now))]
    case .optOut: return askToRecord(.optedOut, of: file.customer, at: now)
    default: return askToRecord(.doNotContact, of: file.customer, at: now)
    }
  }

  /// Marks the selected message of theirs, else their newest one, else the present, as asking for a refund.
  private func refundAsked(
    on screen: CustomerScreen,
    key: CustomerKey,
    order: String?,
    at now: Instant
  ) -> ContactRecord {
    let message = screen.selectedInbound ?? screen.newestInbound
    return ContactRecord(
      customer: key,
      event: ContactEvent(.refundAsked, at: message?.at ?? now, order: message?.order ?? order),
      channel: message?.channel ?? "", note: message?.text ?? "")
  }

  private mutating func askToRecord(
    _ kind: ContactEventKind,
    of customer: Customer,
    at now: Instant
  ) -> [Effect] {
    let record = ContactRecord(customer: customer.key, event: ContactEvent(kind, at: now))
    let what = kind == .optedOut ? "opted out of messages" : "is never to be contacted"
    return push(
      .choice(
        Choice(
          title: "Record that \(customer.displayName) \(what)?",
          lines: ["Replies that wait in the outbox are held. u undoes it."],
          options: [.init("y", "yes, record it", .effects([.record(record)]))])))
  }
}

extension CustomerScreen {
  var selectedInbound: TimelineEntry? {
    guard let entry = selectedEntry, entry.isInbound else { return nil }
    return entry
  }

  var newestInbound: TimelineEntry? { timeline.last { $0.isInbound } }
}

extension TimelineEntry {
  var isInbound: Bool {
    if case .contact(_, let kind) = kind { return kind.isInbound }
    return false
  }
}

extension Customer {
  /// The name, or the key where no name is known.
  var displayName: String { name.isEmpty ? "(no name)" : name }
}
