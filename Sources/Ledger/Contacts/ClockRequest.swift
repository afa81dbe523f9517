public import AmendsPolicy

/// Everything that the clocks of a person depend on, and of a review of theirs where one is at hand.
public struct ClockRequest: Sendable {
  /// What the contact limits say to a message.
  public var contact: ContactAnswer
  /// Where shop and person stand.
  public var standing: ContactStanding
  /// What is known of the order that is written about; `nil` where none is.
  public var order: OrderStanding?
  /// The review at hand.
  public var review: Review?
  /// In which ways the shop may react to the review.
  public var routes: [RouteAnswer]
  /// The limits.
  public var limits: ContactLimits
  /// The zone in which the person lives.
  public var zone: Zone
  /// The present instant.
  public var now: Instant

  /// Asks about a person, and about a review where one is given.
  public init(
    contact: ContactAnswer, standing: ContactStanding, order: OrderStanding?,
    review: Review? = nil, routes: [RouteAnswer] = [], limits: ContactLimits, zone: Zone,
    now: Instant
  ) {
    self.contact = contact
    self.standing = standing
    self.order = order
    self.review = review
    self.routes = routes
    self.limits = limits
    self.zone = zone
    self.now = now
  }

  /// Every clock: what holds a message first, the one that decides before the others; then those that run beside.
  public var clocks: [ContactClock] {
    holding + [reply, orderWindow, window, quietHours].compactMap(\.self)
  }

  private var holding: [ContactClock] {
    contact.holds.map { hold in
      ContactClock(
        .limit(hold.limit), isHolding: true, began: hold.since,
        course: hold.until.map { .runs(until: $0) } ?? .endless, why: hold.reason,
        origin: hold.limit.origin)
    }
  }

  private func isHeld(by limit: ContactLimit) -> Bool {
    contact.holds.contains { $0.limit == limit }
  }

  private var reply: ContactClock {
    let why = "\(ReplyClock.span.inWords) from their oldest unanswered message, on holidays as well"
    let course: ContactClock.Course =
      switch standing.replyDue {
      case nil: .idle
      case let due? where now < due: .runs(until: due)
      case let due?: .over(since: due)
      }
    return ContactClock(
      .reply, began: standing.oldestUnanswered, course: course, why: why,
      origin: .marketplace(ReplyClock.source))
  }

  /// The window for messages that answer nothing, where it does not hold one already.
  private var orderWindow: ContactClock? {
    guard !isHeld(by: .orderWindow) else { return nil }
    let span = limits.orderWindow.inWords
    let known = "messages that answer nothing: \(span) from the completion of the order"
    guard let order else { return orderWindow(.unknown, "\(known); no order is known") }
    guard let closing = limits.windowEnd(of: order) else {
      return orderWindow(.unknown, "\(known), of which nobody has told")
    }
    return orderWindow(course(until: closing), known, since: order.completed)
  }

  private func orderWindow(
    _ course: ContactClock.Course, _ why: String, since: Instant? = nil
  ) -> ContactClock {
    ContactClock(
      .limit(.orderWindow), began: since, course: course, why: why,
      origin: ContactLimit.orderWindow.origin)
  }

  /// A window is open to its last instant.
  private func course(until closing: Instant) -> ContactClock.Course {
    now <= closing ? .runs(until: closing) : .over(since: closing)
  }

  /// How long the marketplace itself lets something be done about the review.
  private var window: ContactClock? {
    guard let review else { return nil }
    switch review.kind {
    case .sellerFeedback:
      let span = RemovalAnswer.window
      return window(
        .removal, of: review, span, .removalRequest,
        "the marketplace takes requests for \(span.inWords)",
        origin: .marketplace(RemovalAnswer.windowSource))
    case .productReview:
      let span = RouteRequest.brandWindow
      return window(
        .brandTool, of: review, span, .brandTemplate,
        "the brand's tool keeps reviews for \(span.inWords)",
        origin: .marketplace(ContactRoute.brandTemplate.source))
    }
  }

  /// While it is open, whether the way that it leaves open may be taken is told with it.
  private func window(
    _ subject: ContactClock.Subject, of review: Review, _ span: Span, _ route: ContactRoute,
    _ why: String, origin: RuleOrigin
  ) -> ContactClock {
    let course = course(until: review.postedAt + span)
    let reason = routes.first { $0.route == route }?.reason
    let isOpen = if case .runs = course { true } else { false }
    return ContactClock(
      subject, began: review.postedAt, course: course,
      why: isOpen ? [why, reason].compactMap(\.self).joined(separator: "; ") : why, origin: origin)
  }

  /// When the quiet hours will delay a message; or until when they would, where something else forbids it for good.
  private var quietHours: ContactClock? {
    guard !isHeld(by: .quietHours) else { return nil }
    let (hours, reason) = (limits.quietHours, limits.quietReason(in: zone))
    let origin = ContactLimit.quietHours.origin
    if hours.contains(now, in: zone) {
      return ContactClock(
        .limit(.quietHours), isHolding: true,
        course: .runs(until: hours.firstFree(from: now, in: zone)), why: reason, origin: origin)
    }
    return hours.nextStart(after: now, in: zone).map { start in
      ContactClock(
        .limit(.quietHours), course: .runs(until: start),
        why: "\(reason) delay what would leave then", origin: origin)
    }
  }
}
