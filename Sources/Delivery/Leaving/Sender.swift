public import AmendsPolicy
public import Ledger

/// Walks the due items of the outbox, one a step, each to exactly one outcome.
///
/// claim → wording again → ready at the carrier → limits again and permit, in one transaction → leave →
/// finish. It never sleeps, and is given its clock: the run loop calls for a step when ``nextDue()`` has come.
public struct Sender<
  Desk: DepartureLedger, Wording: WordingCheck, Post: Carrier
>: Sendable {
  private let desk: Desk
  private let wording: Wording
  private let carrier: Post
  private let owner: String
  private let isStopping: @Sendable () -> Bool

  /// The present instant, asked for anew at each part of a step, because a carrier may take minutes.
  public typealias Clock = @Sendable () -> Instant

  /// A sender between a desk and a carrier.
  ///
  /// - Parameters:
  ///   - desk: Where the items are.
  ///   - wording: Reads their texts again.
  ///   - carrier: Takes them away.
  ///   - owner: Who sends, as ``ProcessIdentity`` writes it.
  ///   - isStopping: Whether an item that has no permit yet is to be put back.
  public init(
    desk: Desk,
    wording: Wording,
    carrier: Post,
    owner: String,
    isStopping: @escaping @Sendable () -> Bool = { false }
  ) {
    self.desk = desk
    self.wording = wording
    self.carrier = carrier
    self.owner = owner
    self.isStopping = isStopping
  }

  /// The earliest instant at which a step has something to do; `nil` where nothing is queued.
  ///
  /// - Throws: ``DeskFault`` when the desk cannot be read.
  public func nextDue() throws(DeskFault) -> Instant? { try desk.nextDue() }

  /// Brings the item that has been due longest to its outcome.
  ///
  /// - Throws: ``DeskFault/storage(_:)`` when a step could not be recorded: sending stops, and recovery
  ///   sorts out what was in flight.
  public func step(at clock: Clock) throws(DeskFault) -> StepOutcome {
    guard let claim = try desk.claimDue(at: clock(), by: owner) else { return .idle }
    return try bring(claim, at: clock)
  }

  /// A step that takes no time.
  ///
  /// - Throws: ``DeskFault/storage(_:)`` when a step could not be recorded.
  public func step(at now: Instant) throws(DeskFault) -> StepOutcome { try step(at: { now }) }

  /// Brings one item to its outcome at a person's word, whenever it would leave by itself.
  ///
  /// - Throws: ``DeskFault/storage(_:)`` when a step could not be recorded.
  public func step(of item: OutboxID, at clock: Clock) throws(DeskFault) -> StepOutcome {
    let claim: Claim
    do throws(DeskFault) {
      claim = try desk.claim(item, at: clock(), by: owner)
    } catch .overtaken {
      return .overtaken(item)
    }
    return try bring(claim, at: clock)
  }

  private func bring(_ claim: Claim, at clock: Clock) throws(DeskFault) -> StepOutcome {
    do throws(DeskFault) {
      return try depart(claim, at: clock)
    } catch .overtaken {
      return .overtaken(claim.item.id)
    }
  }

  private func depart(_ claim: Claim, at clock: Clock) throws(DeskFault) -> StepOutcome {
    let ready: Post.Ready
    do throws(DepartureHold) {
      ready = try prepare(claim, at: clock())
    } catch {
      return try desk.settle(claim, error, at: clock())
    }
    if isStopping() { return try putBack(claim, ready) }
    if let obstacle = try permit(ready, claim, at: clock()) {
      return try desk.settle(claim, .obstacle(obstacle), at: clock())
    }
    let outcome = ready.leave()
    try desk.finish(claim.fence, outcome, at: clock())
    return StepOutcome(claim.item.id, outcome)
  }

  private func putBack(_ claim: Claim, _ ready: Post.Ready) throws(DeskFault) -> StepOutcome {
    ready.discard()
    try desk.release(claim.fence)
    return .released(claim.item.id)
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

extension DepartureLedger {
  /// Records why a claimed item does not leave: until later where time alone frees it, tried again or
  /// refused where the carrier says so, held otherwise.
  func settle(
    _ claim: Claim,
    _ hold: DepartureHold,
    at now: Instant
  ) throws(DeskFault) -> StepOutcome {
    let item = claim.item.id
    switch (hold, hold.clearsAt) {
    case (.carrier(.transient(let reason)), _):
      try finish(claim.fence, .deferred(reason: reason), at: now)
      return .unreached(item, reason: reason)
    case (.carrier(.permanent(let reason)), _):
      try finish(claim.fence, .refused(reason: reason), at: now)
      return .refused(item, reason: reason)
    case (_, let until?):
      try postpone(claim.fence, until: until, reason: hold.inWords)
      return .postponed(item, until: until, hold)
    case (_, nil):
      try obstruct(claim.fence, reason: hold.inWords, at: now)
      return .held(item, hold)
    }
  }
}
