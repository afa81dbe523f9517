public import AmendsPolicy

/// What happened to the answered review after the reply was queued.
public enum ReviewChange: Hashable, Sendable {
  /// Its text or its stars are different ones now.
  case changed
  /// The marketplace does not show it any more.
  case removed
}

/// What is known of customer and review in the transaction that opens the permit.
public struct LeavingFacts: Sendable {
  /// Where shop and person stand now.
  public var standing: ContactStanding
  /// What is known of the item's order; `nil` where it names none.
  public var order: OrderStanding?
  /// The zone in which the person lives.
  public var zone: Zone
  /// The newest contact of the shop that was recorded after the item was queued, whenever it was made.
  public var contactMeanwhile: Instant?
  /// What became of the review since the item was queued.
  public var reviewChange: ReviewChange?

  /// Facts about a person, with nothing that came between unless it is set.
  public init(
    standing: ContactStanding,
    order: OrderStanding? = nil,
    zone: Zone,
    contactMeanwhile: Instant? = nil,
    reviewChange: ReviewChange? = nil
  ) {
    self.standing = standing
    self.order = order
    self.zone = zone
    self.contactMeanwhile = contactMeanwhile
    self.reviewChange = reviewChange
  }
}

/// Why a queued reply may not leave at this moment.
public enum Obstacle: Hashable, Sendable {
  /// The person wrote after the reply was queued.
  case newMessage(Instant)
  /// A contact was recorded after the reply was queued.
  case contactMeanwhile(Instant)
  /// The review is not the one that was answered.
  case review(ReviewChange)
  /// Contact limits hold.
  case limits(ContactAnswer)
  /// Nothing is sent at all; the reply keeps its time, as it is not the reply that is in the way.
  case frozen(Freeze, leavesAt: Instant)
  /// This very reply has left already, before the desk was restored from an older state.
  case left(Instant)

  /// The instant from which the reply may leave by itself; `nil` where a person has to look first.
  public var clearsAt: Instant? {
    switch self {
    case .limits(let answer): answer.until
    case .frozen(_, let leavesAt): leavesAt
    case .newMessage, .contactMeanwhile, .review, .left: nil
    }
  }

  /// The obstacle in plain words, for the outbox screen.
  public var inWords: String {
    switch self {
    case .newMessage(let at):
      "they wrote at \(ISO8601.text(at)), after this was queued: read it first"
    case .contactMeanwhile(let at):
      "another contact, of \(ISO8601.text(at)), was recorded after this was queued"
    case .review(.changed): "the review was changed after this was queued: read it first"
    case .review(.removed): "the review was removed after this was queued"
    case .limits(let answer): answer.holds.map(\.reason).joined(separator: "; ")
    case .frozen(let freeze, _): freeze.inWords
    case .left(let at): "it left on \(ISO8601.text(at)) already, says the spool: recall it"
    }
  }
}

extension OutboxItem {
  /// Says what stands against leaving at an instant: the last question before the permit is opened.
  ///
  /// What holds for good comes first, then what a person has to look at, then what time will clear.
  /// - Returns: The weightiest obstacle; `nil` when the reply may leave.
  public func obstacle(
    given facts: LeavingFacts,
    limits: ContactLimits,
    at now: Instant
  ) -> Obstacle? {
    let answer = limits.answer(
      ContactRequest(at: now, isProactive: isProactive, order: facts.order),
      standing: facts.standing,
      zone: facts.zone
    )
    if answer.isForGood { return .limits(answer) }
    if let wrote = newMessage(facts.standing) { return .newMessage(wrote) }
    if let change = facts.reviewChange { return .review(change) }
    if let contact = facts.contactMeanwhile { return .contactMeanwhile(contact) }
    return answer.isAllowed ? nil : .limits(answer)
  }

  private func newMessage(_ standing: ContactStanding) -> Instant? {
    guard let wrote = standing.lastInbound else { return nil }
    if let heardUntil, wrote <= heardUntil { return nil }
    return wrote
  }
}
