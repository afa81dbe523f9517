public import AmendsPolicy

/// What an act was done to, by its identity alone.
public enum AuditObject: Hashable, Sendable {
  /// A reply in the outbox.
  case reply(OutboxID)
  /// A review.
  case review(ReviewID)
  /// An entry of a timeline.
  case event(EventID)
  /// A draft.
  case draft(DraftID)
  /// A customer.
  case customer(CustomerID)
  /// The desk as a whole.
  case desk

  /// The object as the chain writes it.
  public var text: String {
    switch self {
    case .reply(let id): "reply \(id.text)"
    case .review(let id): "review \(id.number)"
    case .event(let id): "event \(id.number)"
    case .draft(let id): "draft \(id.text)"
    case .customer(let id): "customer \(id.number)"
    case .desk: "desk"
    }
  }

  /// Reads what ``text`` writes; `nil` for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      guard text == "desk" else { return nil }
      self = .desk
      return
    }
    let number = Int64(parts[1])
    switch (parts[0], number) {
    case ("reply", _): self = .reply(OutboxID(parts[1]))
    case ("draft", _): self = .draft(DraftID(parts[1]))
    case ("review", let number?): self = .review(ReviewID(number))
    case ("event", let number?): self = .event(EventID(number))
    case ("customer", let number?): self = .customer(CustomerID(number))
    default: return nil
    }
  }
}

/// One entry of the audit: who did what to what, when, from where, and under which rules.
public struct AuditEntry: Hashable, Sendable {
  /// Its number, from 1 without a gap.
  public var number: Int64
  /// When it was done.
  public var at: Instant
  /// Who did it, and from where.
  public var acting: Acting
  /// What was done, as ``AuditAction`` has it; a newer program may know more.
  public var action: String
  /// Whom it concerns; the number stays when the person is erased.
  public var customer: CustomerID?
  /// What it was done to, as ``AuditObject`` writes it.
  public var object: String
  /// What belongs to it.
  public var details: AuditDetails
  /// The write that it belongs to, where its client gave it an identity.
  public var write: WriteID?
  /// The sum over the entry and the one before, in hexadecimal digits.
  public var hash: String

  /// An entry with all its parts.
  public init(
    number: Int64,
    at: Instant,
    acting: Acting,
    action: String,
    customer: CustomerID?,
    object: String,
    details: AuditDetails,
    write: WriteID?,
    hash: String
  ) {
    self.number = number
    self.at = at
    self.acting = acting
    self.action = action
    self.customer = customer
    self.object = object
    self.details = details
    self.write = write
    self.hash = hash
  }
}
