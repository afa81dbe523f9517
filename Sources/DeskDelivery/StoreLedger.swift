package import AmendsPolicy
package import Delivery
package import Ledger
package import Store

/// The desk as leaving sees it.
package struct StoreLedger: DepartureLedger {
  package let store: DeskStore
  /// Over which channel messages leave, as timelines show it.
  let channel: String
  /// What the audit notes of a message that is about to leave.
  let notes: @Sendable (OutboxID) -> LeavingNotes
  /// Reads the clocks at the moment at which a permit is asked for.
  let clock: @Sendable () -> ClockReading

  /// A desk from which messages leave over a channel, named as timelines show it.
  ///
  /// - Parameters:
  ///   - store: The desk.
  ///   - channel: The channel's name.
  ///   - clock: Reads the clocks at the moment at which a permit is asked for.
  ///   - notes: What the audit notes of a message that is about to leave.
  package init(
    store: DeskStore,
    channel: String,
    clock: @escaping @Sendable () -> ClockReading,
    notes: @escaping @Sendable (OutboxID) -> LeavingNotes = { _ in LeavingNotes() }
  ) {
    self.store = store
    self.channel = channel
    self.clock = clock
    self.notes = notes
  }

  package func nextDue() throws(DeskFault) -> Instant? {
    do { return try store.nextDue() } catch { throw DeskFault(error) }
  }

  /// Looks at the clocks first: what was frozen for them alone may be over.
  package func claimDue(at now: Instant, by owner: String) throws(DeskFault) -> Claim? {
    do {
      try store.note(clock())
      return try store.claim(dueAt: now, by: owner).map(Claim.init)
    } catch {
      throw DeskFault(error)
    }
  }

  package func claim(_ item: OutboxID, at now: Instant, by owner: String) throws(DeskFault) -> Claim
  {
    do { return Claim(try store.claim(item, by: owner)) } catch { throw DeskFault(error) }
  }

  /// The message leaves by the clocks as they stand now; the instant at which the step began is older.
  package func commit(_ fence: Fence, at now: Instant) throws(DeskFault) -> Permission {
    do {
      switch try store.commit(
        fence.item, fence: fence.number, at: clock(), channel: channel, noting: notes(fence.item))
      {
      case .granted: return .granted
      case .refused(let obstacle): return .refused(obstacle)
      }
    } catch { throw DeskFault(error) }
  }

  package func finish(_ fence: Fence, _ outcome: Outcome, at now: Instant) throws(DeskFault) {
    do {
      try store.finish(fence.item, fence: fence.number, DepartureResult(outcome), at: now)
    } catch { throw DeskFault(error) }
  }

  package func obstruct(_ fence: Fence, reason: String, at now: Instant) throws(DeskFault) {
    do {
      try store.obstruct(fence.item, fence: fence.number, reason: reason, at: now)
    } catch { throw DeskFault(error) }
  }

  package func postpone(_ fence: Fence, until later: Instant, reason: String) throws(DeskFault) {
    do {
      try store.postpone(fence.item, fence: fence.number, until: later, reason: reason)
    } catch { throw DeskFault(error) }
  }

  package func release(_ fence: Fence) throws(DeskFault) {
    do { try store.release(fence.item, fence: fence.number) } catch { throw DeskFault(error) }
  }

  package func taken() throws(DeskFault) -> [Taken] {
    do { return try store.taken().map(Taken.init) } catch { throw DeskFault(error) }
  }
}

extension DeskFault {
  /// The fault that an error of the desk is to whoever sends.
  package init(_ error: DeskError) {
    switch error {
    case .lostClaim, .transition: self = .overtaken
    default: self = .storage(error.description)
    }
  }
}

extension Claim {
  init(_ claim: OutboxClaim) {
    self.init(
      fence: Fence(item: claim.item.id, number: claim.fence), item: claim.item,
      review: claim.review, customer: claim.customer, thread: claim.thread)
  }
}

extension Taken {
  init(_ item: TakenItem) {
    self.init(
      fence: Fence(item: item.id, number: item.fence),
      state: item.state == .committing ? .committing : .sending, owner: item.owner)
  }
}

extension DepartureResult {
  init(_ outcome: Outcome) {
    self =
      switch outcome {
      case .sent: .sent
      case .undone(let reason): .undone(reason: reason)
      case .deferred(let reason): .deferred(reason: reason)
      case .refused(let reason): .refused(reason: reason)
      case .lost(let reason): .lost(reason: reason)
      }
  }
}
