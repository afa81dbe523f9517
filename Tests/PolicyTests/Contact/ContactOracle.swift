import AmendsPolicy

/// The contact limits said a second time, straight from the rules and the bare list of facts.
struct ContactOracle {
  var limits: ContactLimits
  var events: [ContactEvent]
  var zone: Zone
  var isProactive: Bool
  var order: String?

  /// Whether a message may leave at an instant.
  func isFree(_ instant: Instant) -> Bool {
    !has(.complained) && !has(.doNotContact) && !isOptedOut && isInOrder(instant)
      && (isAnswer || (isPatient(instant) && isHeard)) && isDay(instant)
  }

  private func has(_ kind: ContactEventKind) -> Bool { events.contains { $0.kind == kind } }

  private func newest(_ isWanted: (ContactEvent) -> Bool) -> Instant? {
    events.filter(isWanted).map(\.at).max()
  }

  private var lastContact: Instant? { newest { $0.kind == .contacted } }
  private var lastInbound: Instant? { newest(\.kind.isInbound) }

  /// They wrote, and nothing was written at that instant or since.
  private func isUnanswered(before contact: Instant?) -> Bool {
    guard let lastInbound else { return false }
    return contact.map { lastInbound > $0 } ?? true
  }

  private var isAnswer: Bool { !isProactive && isUnanswered(before: lastContact) }

  private var isOptedOut: Bool {
    guard let optOut = newest({ $0.kind == .optedOut }) else { return false }
    return !(isAnswer && (lastInbound ?? optOut) > optOut)
  }

  private func isPatient(_ instant: Instant) -> Bool {
    lastContact.map { instant.milliseconds - $0.milliseconds >= limits.interval.milliseconds }
      ?? true
  }

  private var isHeard: Bool {
    let unanswered = events.filter { event in
      event.kind == .contacted && (lastInbound.map { event.at >= $0 } ?? true)
    }
    return unanswered.count < limits.maximumUnanswered
  }

  private func isInOrder(_ instant: Instant) -> Bool {
    guard isProactive, let order else { return true }
    let completed = newest { $0.kind == .orderCompleted && $0.order == order }
    let isOpen = completed.map { instant <= $0 + limits.orderWindow } ?? true
    return isOpen && !events.contains { $0.order == order && isProactiveContact($0) }
  }

  /// A message before which they had written nothing since the message before it.
  private func isProactiveContact(_ event: ContactEvent) -> Bool {
    guard event.kind == .contacted else { return false }
    let before = events.filter { $0.kind == .contacted && $0.at < event.at }.map(\.at).max()
    return !events.contains { other in
      other.kind.isInbound && other.at <= event.at && (before.map { other.at > $0 } ?? true)
    }
  }

  private func isDay(_ instant: Instant) -> Bool {
    let minute = zone.localMinute(at: instant)
    let (from, to) = (limits.quietHours.from, limits.quietHours.to)
    return from <= to ? !(from..<to).contains(minute) : minute >= to && minute < from
  }
}

extension ContactOracle {
  /// A random history of up to a dozen facts in the days before an instant.
  static func random(before now: Instant, zone: Zone, _ dice: inout ContactDice) -> ContactOracle {
    let orders = ["111-1111111-1111111", "222-2222222-2222222", nil]
    var used: Set<Instant> = []
    let events = (0..<Int.random(in: 0...12, using: &dice)).compactMap { _ -> ContactEvent? in
      let at = now - .minutes(.random(in: 0...14_400, using: &dice))
      let event = ContactEvent(kind(&dice), at: at, order: dice.pick(orders))
      return event.kind == .contacted && !used.insert(at).inserted ? nil : event
    }
    let limits = ContactLimits(
      interval: .minutes(.random(in: 1...4_000, using: &dice)),
      maximumUnanswered: .random(in: 1...3, using: &dice),
      orderWindow: .minutes(.random(in: 10_000...20_000, using: &dice)),
      quietHours: QuietHours(
        from: .random(in: 0..<1440, using: &dice), to: .random(in: 0..<1440, using: &dice)))
    return ContactOracle(
      limits: limits, events: events, zone: zone, isProactive: dice.isLucky(0.4),
      order: dice.pick(orders))
  }

  private static func kind(_ dice: inout ContactDice) -> ContactEventKind {
    if dice.isLucky(0.06) { return dice.pick([.optedOut, .doNotContact, .complained]) }
    return dice.pick([.contacted, .contacted, .answered, .answered, .refundAsked, .orderCompleted])
  }

  /// What the limits themselves say.
  func answer(at instant: Instant) -> ContactAnswer {
    let standing = order.map { OrderStanding(order: $0, in: events) }
    return limits.answer(
      ContactRequest(at: instant, isProactive: isProactive, order: standing),
      standing: ContactStanding(events), zone: zone)
  }
}
