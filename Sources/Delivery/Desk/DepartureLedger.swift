public import AmendsPolicy
public import Ledger

/// What leaving needs of the desk: every step durable when it returns, and refused to whoever was overtaken.
///
/// An item moves only along ``OutboxState/after(_:)``. All steps after a claim name its ``Fence``; a desk
/// compares it with the newest claim in the same transaction and throws ``DeskFault/overtaken`` where
/// another took the item, or its agent took it back.
public protocol DepartureLedger: Sendable {
  /// The earliest instant at which a queued item wants to leave; `nil` where none is queued.
  ///
  /// - Throws: ``DeskFault`` when the desk cannot be read.
  func nextDue() throws(DeskFault) -> Instant?

  /// Takes the queued item that has been due longest; `nil` where none is due.
  ///
  /// - Parameters:
  ///   - now: What is due at this instant may leave.
  ///   - owner: Who takes it, as ``ProcessIdentity`` writes it.
  /// - Returns: The claim, with what has to be looked at again.
  /// - Throws: ``DeskFault`` when nothing could be taken.
  func claimDue(at now: Instant, by owner: String) throws(DeskFault) -> Claim?

  /// Takes one item for a person who sends it by hand now, whenever it would leave by itself.
  ///
  /// A held item is resumed and taken in one step.
  /// - Parameters:
  ///   - item: The item, `queued` or `held`.
  ///   - now: When it is taken.
  ///   - owner: Who takes it, as ``ProcessIdentity`` writes it.
  /// - Returns: The claim, with what has to be looked at again.
  /// - Throws: ``DeskFault/overtaken`` where it is neither queued nor held.
  func claim(_ item: OutboxID, at now: Instant, by owner: String) throws(DeskFault) -> Claim

  /// Asks everything again and opens the permit, in one durable transaction.
  ///
  /// The desk evaluates ``OutboxItem/obstacle(given:limits:at:)`` on what it reads in that transaction. A
  /// refusal leaves the item claimed.
  /// - Throws: ``DeskFault``; after ``DeskFault/storage(_:)`` the permit may be open or not.
  func commit(_ fence: Fence, at now: Instant) throws(DeskFault) -> Permission

  /// Records what became of the message, and closes its permit.
  ///
  /// An item without a permit can be finished as deferred or refused. What was deferred waits as
  /// `RetryPlan.reply` says, and is held once it was tried often enough.
  /// A true answer that comes late, when recovery has already made the item `uncertain`, is accepted from
  /// the holder of the same fence.
  /// - Throws: ``DeskFault`` when it could not be recorded; the item then stays as it was.
  func finish(_ fence: Fence, _ outcome: Outcome, at now: Instant) throws(DeskFault)

  /// Holds a claimed item for a person to look at, with the reason.
  ///
  /// - Throws: ``DeskFault`` when it could not be recorded.
  func obstruct(_ fence: Fence, reason: String, at now: Instant) throws(DeskFault)

  /// Puts a claimed item back into the queue until a later instant, with the reason.
  ///
  /// - Throws: ``DeskFault`` when it could not be recorded.
  func postpone(_ fence: Fence, until later: Instant, reason: String) throws(DeskFault)

  /// Puts a claimed item back into the queue as it was.
  ///
  /// - Throws: ``DeskFault`` when it could not be recorded.
  func release(_ fence: Fence) throws(DeskFault)

  /// Every item that somebody holds: `sending` or `committing`, with who holds it.
  ///
  /// - Throws: ``DeskFault`` when the desk cannot be read.
  func taken() throws(DeskFault) -> [Taken]
}
