/// What the limits on proactive messages need to know of one order.
public struct OrderStanding: Hashable, Sendable {
  /// When the order was completed, if that is known.
  public var completed: Instant?
  /// When the order's one proactive message was written, if it was.
  public var proactive: Instant?

  /// An order of which nothing is known.
  public init() {}

  /// The standing of one order within all the facts of its buyer.
  ///
  /// A message counts as proactive when it answered nothing: the person had written nothing since the
  /// shop's message before it.
  public init(order: String, in events: some Sequence<ContactEvent>) {
    var standing = ContactStanding()
    for event in events.sorted(by: ContactEvent.inTime) {
      if event.order == order { note(event, answering: standing.newestUnanswered != nil) }
      standing.note(event)
    }
  }

  private mutating func note(_ event: ContactEvent, answering: Bool) {
    switch event.kind {
    case .orderCompleted: completed = event.at
    case .contacted where !answering: proactive = event.at
    default: break
    }
  }
}
