public import Ledger

/// The right to move one item: of all claims of an item only the newest counts.
public struct Fence: Hashable, Sendable {
  /// The item.
  public let item: OutboxID
  /// Counts the claims of the item, from 1.
  public let number: Int64

  /// The claim of an item by its number.
  public init(item: OutboxID, number: Int64) {
    self.item = item
    self.number = number
  }
}

/// A claimed item, with what has to be looked at again before it leaves.
public struct Claim: Hashable, Sendable {
  /// The right to move it.
  public var fence: Fence
  /// The item as it stands after the claim.
  public var item: OutboxItem
  /// The review that it answers.
  public var review: Review
  /// Who gets it.
  public var customer: Customer
  /// The mail of theirs that it answers; `nil` where none is known.
  public var thread: MailThread?

  /// A claim with all its parts.
  public init(
    fence: Fence, item: OutboxItem, review: Review, customer: Customer, thread: MailThread? = nil
  ) {
    self.fence = fence
    self.item = item
    self.review = review
    self.customer = customer
    self.thread = thread
  }
}

/// How far an item is that somebody holds.
public enum TakenState: Hashable, Sendable, CaseIterable {
  /// Nothing irrevocable has happened.
  case sending
  /// The permit is open.
  case committing
}

/// An item that somebody holds, perhaps somebody who is gone.
public struct Taken: Hashable, Sendable {
  /// The right under which it is held.
  public var fence: Fence
  /// How far it is.
  public var state: TakenState
  /// Who holds it, as ``ProcessIdentity`` writes it.
  public var owner: String

  /// An item in somebody's hands.
  public init(fence: Fence, state: TakenState, owner: String) {
    self.fence = fence
    self.state = state
    self.owner = owner
  }
}
