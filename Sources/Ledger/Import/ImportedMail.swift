public import AmendsPolicy

/// What a message of the seller's mailbox is.
public enum MailKind: String, Sendable, CaseIterable {
  /// A buyer wrote to the shop.
  case message
  /// The marketplace's copy of what the shop wrote to a buyer, from wherever.
  case copy
  /// What the shop wrote to a buyer, as a mail program keeps it.
  case sent
  /// A buyer wants to return something.
  case returnRequest = "return-request"
  /// A buyer wants to cancel an order.
  case cancelRequest = "cancel-request"
  /// A buyer has opened an A-to-z claim about an order.
  case claim
  /// The marketplace has closed a claim.
  case claimClosed = "claim-closed"
  /// Another notice of the marketplace about a buyer.
  case notice
  /// A message of the shop came back: the buyer has opted out of unsolicited messages.
  case optOut = "opt-out"

  /// Whether it is something that the shop wrote.
  public var isOwn: Bool { self == .copy || self == .sent }
}

/// A message of the seller's mailbox as far as it concerns one person.
public struct ImportedMail: Hashable, Sendable {
  /// Unique among all messages and their persons: importing it again changes nothing.
  public var identity: String
  /// What it is.
  public var kind: MailKind
  /// Every key that the marketplace itself gives for the person, strongest first; never empty.
  public var keys: [CustomerKey]
  /// The person's name as the marketplace gives it; empty where it gives none.
  public var name: String
  /// The order that it is about, where one is named.
  public var order: String?
  /// When it was written.
  public var at: Instant
  /// What was written, without the marketplace's frame and without quoted history; for notices, what they say.
  public var text: String
  /// What has to be known of how it was read; empty for nothing.
  public var remark: String
  /// The message's own identity, which an answer names; `nil` where it has none.
  public var reference: MessageReference?
  /// The messages before it, oldest first.
  public var earlier: [MessageReference]

  /// A message with all that is known of it.
  public init(
    identity: String,
    kind: MailKind,
    keys: [CustomerKey],
    name: String = "",
    order: String? = nil,
    at: Instant,
    text: String,
    remark: String = "",
    reference: MessageReference? = nil,
    earlier: [MessageReference] = []
  ) {
    self.identity = identity
    self.kind = kind
    self.keys = keys
    self.name = name
    self.order = order
    self.at = at
    self.text = text
    self.remark = remark
    self.reference = reference
    self.earlier = earlier
  }
}

/// What the messages were that the desk did not know, by what they are to it.
public struct MailTally: Hashable, Sendable {
  /// Messages that buyers wrote.
  public var messages = 0
  /// Own messages that are new contacts: they were made elsewhere.
  public var contacts = 0
  /// Copies of contacts that are known already: they count once.
  public var copies = 0
  /// Messages that came back because their buyers opted out.
  public var optOuts = 0
  /// Requests, claims and other notices.
  public var notices = 0

  /// Nothing yet.
  public init() {}

  /// Adds another tally to this one.
  public mutating func add(_ other: MailTally) {
    messages += other.messages
    contacts += other.contacts
    copies += other.copies
    optOuts += other.optOuts
    notices += other.notices
  }
}
