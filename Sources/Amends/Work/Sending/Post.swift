import AmendsPolicy
import Delivery
import DeskDelivery
import Ledger

/// A desk and what takes its replies away, whatever kind of carrier that is.
struct Post: Sendable {
  /// Brings the item that has been due longest, or the one named, to its outcome.
  let step: @Sendable (OutboxID?) throws(DeskFault) -> StepOutcome
  /// Takes up what others held, of whom it is told whether they are gone.
  let recover:
    @Sendable (Instant, @escaping @Sendable (String) -> Bool) throws(DeskFault) -> [Recovered]
  /// Looks for an attempt.
  let trace: @Sendable (Fence) throws(CarrierFault) -> Trace

  /// A carrier that takes replies away by itself.
  init(
    _ carrier: some Carrier,
    desk: StoreLedger,
    wording: PolicyCheck,
    owner: String,
    isStopping: @escaping @Sendable () -> Bool
  ) {
    let sender = Sender(
      desk: desk, wording: wording, carrier: carrier, owner: owner, isStopping: isStopping)
    step = { item throws(DeskFault) in
      guard let item else { return try sender.step(at: { SystemClock.now }) }
      return try sender.step(of: item, at: { SystemClock.now })
    }
    recover = { now, isGone throws(DeskFault) in
      try Recovery(desk: desk, tracer: carrier, isGone: isGone).run(at: now)
    }
    trace = { attempt throws(CarrierFault) in try carrier.trace(attempt) }
  }

  /// A person, who takes away only what is handed over.
  init(byHandFrom desk: StoreLedger) {
    step = { _ in .idle }
    recover = { now, isGone throws(DeskFault) in
      try Recovery(desk: desk, tracer: ByHand(), isGone: isGone).run(at: now)
    }
    trace = { attempt in ByHand().trace(attempt) }
  }
}
