import AmendsPolicy
import Ledger
import Store

/// The question whether a person may be written to.
struct CooldownQuestion {
  var key: CustomerKey
  var order: String?
  var isProactive: Bool
  /// The instant asked about, up to which facts count; `nil` for now and all facts.
  var at: Instant?

  /// Asks the desk; nobody ever wrote to a person whom it does not know.
  func answer(
    from store: DeskStore,
    _ workplace: Workplace,
    now: Instant
  ) throws(DeskError) -> Cooldown {
    let customer = try store.customer(for: key)
    let instant = at ?? now
    var events: [ContactEvent] = []
    if let customer {
      events = try store.events(of: customer.id)
      events =
        at == nil ? events + (try unsettled(customer, store)) : events.filter { $0.at <= instant }
    }
    let (standing, zone) = (ContactStanding(events), workplace.zones.zone(customer?.zone))
    let order = order.map { OrderStanding(order: $0, in: events) }
    let answer = store.limits.answer(
      ContactRequest(at: instant, isProactive: isProactive, order: order), standing: standing,
      zone: zone)
    let clocks = ClockRequest(
      contact: answer, standing: standing, order: order, limits: store.limits, zone: zone,
      now: instant
    ).clocks
    return Cooldown(
      key: key, isKnown: customer != nil, at: instant, answer: answer, clocks: clocks)
  }

  /// A reply of which nobody knows whether it left counts as one that did.
  private func unsettled(
    _ customer: Customer,
    _ store: DeskStore
  ) throws(DeskError) -> [ContactEvent] {
    guard let item = try store.customerFile(customer.id)?.outbox,
      item.state == .uncertain || item.state == .committing
    else { return [] }
    return [ContactEvent(.contacted, at: item.leavesAt)]
  }
}

/// What the contact limits say about a person.
struct Cooldown {
  var key: CustomerKey
  /// Whether the desk knows the person.
  var isKnown: Bool
  var at: Instant
  var answer: ContactAnswer
  /// What holds a message, and what runs beside.
  var clocks: [ContactClock]

  /// The answer as the command line's contract has it.
  var json: JSONValue {
    .object(
      [JSONValue.Member(key: "customer", value: .string(key.text))] + answer.members + [
        JSONValue.Member(key: "why", value: .array(answer.holds.map { .string($0.reason) }))
      ])
  }

  /// The answer in plain words, a line for each clock.
  var lines: [String] {
    let unknown = isKnown ? "" : " (unknown: nobody has written to them)"
    return ["\(key.text)\(unknown): \(verdict)"] + clocks.map { "  \($0.line)" }
  }

  private var verdict: String {
    if let until = answer.until {
      return "not before \(ISO8601.text(until)), in \((until - at).inWords)"
    }
    if answer.isForGood { return "no, and waiting will not change it" }
    let answering = answer.answering.map { ", in answer to what they wrote at \(ISO8601.text($0))" }
    return "may be written to at \(ISO8601.text(at))\(answering ?? "")"
  }
}

extension ContactAnswer {
  /// The members that every answer about contact has.
  var members: [JSONValue.Member] {
    [
      JSONValue.Member(key: "allowed", value: .bool(isAllowed)),
      JSONValue.Member(key: "until", value: .text(until.map { ISO8601.text($0) })),
      JSONValue.Member(key: "limit", value: .text(limit?.rawValue)),
    ]
  }
}
