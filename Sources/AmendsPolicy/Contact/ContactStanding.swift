/// Where shop and person stand: all that the limits need of a history, in constant size.
///
/// It is a pure fold of the facts in order of time, so it does not matter in which order they arrive.
public struct ContactStanding: Hashable, Sendable {
  /// The newest message that the shop wrote.
  public var lastContact: Instant?
  /// How many messages of the shop stand unanswered in a row.
  public var unansweredContacts = 0
  /// The oldest message of the person that the shop has not answered yet: the reply clock runs from it.
  public var oldestUnanswered: Instant?
  /// The newest message of the person that the shop has not answered yet.
  public var newestUnanswered: Instant?
  /// The newest message that the person wrote, answered or not.
  public var lastInbound: Instant?
  /// When the person last asked for a refund of their own will.
  public var refundAsked: Instant?
  /// When the person last opted out.
  public var optedOut: Instant?
  /// When the person was marked as never to be contacted.
  public var doNotContact: Instant?
  /// When the person complained to the marketplace.
  public var complained: Instant?

  /// The standing of two strangers.
  public init() {}

  /// The standing after all given facts, whatever order they come in.
  public init(_ events: some Sequence<ContactEvent>) {
    for event in events.sorted(by: ContactEvent.inTime) { note(event) }
  }

  /// Takes in one fact that is not older than any taken in before.
  public mutating func note(_ event: ContactEvent) {
    switch event.kind {
    case .contacted: noteContact(at: event.at)
    case .answered: noteInbound(at: event.at)
    case .refundAsked:
      noteInbound(at: event.at)
      refundAsked = event.at
    case .optedOut: optedOut = event.at
    case .doNotContact: doNotContact = event.at
    case .complained: complained = event.at
    case .orderCompleted: break
    }
  }

  private mutating func noteContact(at instant: Instant) {
    lastContact = instant
    unansweredContacts += 1
    oldestUnanswered = nil
    newestUnanswered = nil
  }

  private mutating func noteInbound(at instant: Instant) {
    lastInbound = instant
    unansweredContacts = 0
    if oldestUnanswered == nil { oldestUnanswered = instant }
    newestUnanswered = instant
  }
}

extension ContactEvent {
  /// Order of time; at the same instant what the person wrote comes first, so that a message of the
  /// shop counts as its answer and not the other way round: the stricter reading.
  ///
  /// Facts that still tie differ in nothing that a standing looks at.
  public static func inTime(_ first: ContactEvent, _ second: ContactEvent) -> Bool {
    if first.at != second.at { return first.at < second.at }
    if first.rank != second.rank { return first.rank < second.rank }
    return (first.order ?? "") < (second.order ?? "")
  }

  /// One rank for every fact keeps the order transitive: a fact of neither side must not hide that
  /// a message of the person precedes one of the shop.
  private var rank: Int {
    if kind.isInbound { return 0 }
    return kind == .contacted ? 2 : 1
  }
}
