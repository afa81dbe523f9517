public import AmendsPolicy
public import Ledger

/// What recovery found out about an item in the hands of somebody who is gone.
public enum Recovered: Hashable, Sendable {
  /// Nothing irrevocable had happened: it is queued again.
  case queuedAgain(OutboxID)
  /// It had left.
  case sent(OutboxID)
  /// It certainly had not left: it is held.
  case undone(OutboxID)
  /// Nobody knows: a person has to say.
  case uncertain(OutboxID)
  /// It is held, because what was found contradicts what the desk says.
  case contradicted(OutboxID)
}

/// Takes up, when a program starts, what an earlier one held when it ended.
public struct Recovery<Desk: DepartureLedger, Post: Tracer>: Sendable {
  private let desk: Desk
  private let tracer: Post
  private let isGone: @Sendable (_ owner: String) -> Bool

  /// A recovery between a desk and the carrier that its messages went by.
  ///
  /// - Parameters:
  ///   - desk: Where the items are.
  ///   - tracer: Looks for messages in flight.
  ///   - isGone: Whether the holder of an item has ended; the items of the living are left alone.
  public init(
    desk: Desk,
    tracer: Post,
    isGone: @escaping @Sendable (_ owner: String) -> Bool
  ) {
    self.desk = desk
    self.tracer = tracer
    self.isGone = isGone
  }

  /// Brings every orphaned item into a state in which it can go on or be resolved.
  ///
  /// - Throws: ``DeskFault/storage(_:)`` when the desk cannot be read or written.
  public func run(at now: Instant) throws(DeskFault) -> [Recovered] {
    var found: [Recovered] = []
    for taken in try desk.taken() where isGone(taken.owner) {
      do throws(DeskFault) {
        found.append(try recover(taken, at: now))
      } catch .overtaken {
        continue
      }
    }
    return found
  }

  private func recover(_ taken: Taken, at now: Instant) throws(DeskFault) -> Recovered {
    let trace: Trace
    var doubt = "the program ended while it was leaving: look whether it was sent"
    do {
      trace = try tracer.trace(taken.fence)
    } catch {
      trace = .unknown
      doubt += " (\(error.inWords))"
    }
    return switch taken.state {
    case .sending: try takeBack(taken.fence, trace, at: now)
    case .committing: try close(taken.fence, trace, doubt, at: now)
    }
  }

  private func takeBack(
    _ fence: Fence,
    _ trace: Trace,
    at now: Instant
  ) throws(DeskFault) -> Recovered {
    if trace == .left {
      try desk.obstruct(fence, reason: CarrierFault.alreadyLeft.inWords, at: now)
      return .contradicted(fence.item)
    }
    try desk.release(fence)
    return .queuedAgain(fence.item)
  }

  private func close(
    _ fence: Fence,
    _ trace: Trace,
    _ doubt: String,
    at now: Instant
  ) throws(DeskFault) -> Recovered {
    switch trace {
    case .left:
      try desk.finish(fence, .sent, at: now)
      return .sent(fence.item)
    case .stopped:
      let reason = "the program ended before it left: let it go on, or take it back"
      try desk.finish(fence, .undone(reason: reason), at: now)
      return .undone(fence.item)
    case .unknown:
      try desk.finish(fence, .lost(reason: doubt), at: now)
      return .uncertain(fence.item)
    }
  }
}
