public import AmendsPolicy
public import Ledger

/// What one step of the sender did.
public enum StepOutcome: Hashable, Sendable {
  /// Nothing was due.
  case idle
  /// An item left.
  case sent(OutboxID)
  /// An item waits for a person.
  case held(OutboxID, DepartureHold)
  /// An item waits for a later instant.
  case postponed(OutboxID, until: Instant, DepartureHold)
  /// An item's permit was opened, but it certainly did not leave; it is held with the reason.
  case undone(OutboxID, reason: String)
  /// An item was refused for good, with the reason.
  case refused(OutboxID, reason: String)
  /// Nobody knows whether an item left, with what is known.
  case lost(OutboxID, reason: String)
  /// An item was taken back, or taken by another, on the way.
  case overtaken(OutboxID)
}

/// Walks the due items of the outbox, one a step, each to exactly one outcome.
///
/// claim → wording again → ready at the carrier → limits again and permit, in one transaction → leave →
/// finish. It never sleeps and reads no clock: the run loop calls ``step(at:)`` when ``nextDue()`` has come.
public struct Sender<
  Desk: DepartureLedger, Wording: WordingCheck, Post: Carrier
>: Sendable {
  private let desk: Desk
  private let wording: Wording
  private let carrier: Post
  private let owner: String

  /// A sender between a desk and a carrier.
  ///
  /// - Parameters:
  ///   - desk: Where the items are.
  ///   - wording: Reads their texts again.
  ///   - carrier: Takes them away.
  ///   - owner: Who sends, as ``ProcessIdentity`` writes it.
  public init(desk: Desk, wording: Wording, carrier: Post, owner: String) {
    self.desk = desk
    self.wording = wording
    self.carrier = carrier
    self.owner = owner
  }

  /// The earliest instant at which a step has something to do; `nil` where nothing is queued.
  ///
  /// - Throws: ``DeskFault`` when the desk cannot be read.
  public func nextDue() throws(DeskFault) -> Instant? { try desk.nextDue() }

  /// Brings the item that has been due longest to its outcome.
  ///
  /// - Throws: ``DeskFault/storage(_:)`` when a step could not be recorded: sending stops, and recovery
  ///   sorts out what was in flight.
  public func step(at now: Instant) throws(DeskFault) -> StepOutcome {
    guard let claim = try desk.claimDue(at: now, by: owner) else { return .idle }
    do throws(DeskFault) {
      return try depart(claim, at: now)
    } catch .overtaken {
      return .overtaken(claim.item.id)
    }
  }

  private func depart(_ claim: Claim, at now: Instant) throws(DeskFault) -> StepOutcome {
    let ready: Post.Ready
    do throws(DepartureHold) {
      ready = try prepare(claim, at: now)
    } catch {
      return try desk.settle(claim, error, at: now)
    }
    if let obstacle = try permit(ready, claim, at: now) {
      return try desk.settle(claim, .obstacle(obstacle), at: now)
    }
    let outcome = ready.leave()
    try desk.finish(claim.fence, outcome, at: now)
    return StepOutcome(claim.item.id, outcome)
  }

  private func prepare(_ claim: Claim, at now: Instant) throws(DepartureHold) -> Post.Ready {
    let accepted = claim.item.acceptedWarnings
    if let hold = wording.opinion(on: claim).hold(accepted: accepted) { throw hold }
    let letter = try Letter(claim)
    do {
      return try carrier.prepare(letter, as: claim.fence, at: now)
    } catch {
      throw .carrier(error)
    }
  }

  /// Asks for the permit, and throws the ready message away where there is none.
  ///
  /// Where the storage fails nobody knows whether the permit is open: the message then stays where it is,
  /// as recovery's evidence that it has not left.
  private func permit(
    _ ready: Post.Ready,
    _ claim: Claim,
    at now: Instant
  ) throws(DeskFault) -> Obstacle? {
    do throws(DeskFault) {
      guard case .refused(let obstacle) = try desk.commit(claim.fence, at: now) else { return nil }
      ready.discard()
      return obstacle
    } catch .overtaken {
      ready.discard()
      throw .overtaken
    }
  }
}

extension StepOutcome {
  /// The step that ended with an outcome of the carrier.
  init(_ item: OutboxID, _ outcome: Outcome) {
    self =
      switch outcome {
      case .sent: .sent(item)
      case .undone(let reason), .deferred(let reason): .undone(item, reason: reason)
      case .refused(let reason): .refused(item, reason: reason)
      case .lost(let reason): .lost(item, reason: reason)
      }
  }
}

extension DepartureLedger {
  /// Records why a claimed item does not leave: until later where time alone frees it, held otherwise.
  func settle(
    _ claim: Claim,
    _ hold: DepartureHold,
    at now: Instant
  ) throws(DeskFault) -> StepOutcome {
    guard let until = hold.clearsAt else {
      try obstruct(claim.fence, reason: hold.inWords, at: now)
      return .held(claim.item.id, hold)
    }
    try postpone(claim.fence, until: until, reason: hold.inWords)
    return .postponed(claim.item.id, until: until, hold)
  }
}
