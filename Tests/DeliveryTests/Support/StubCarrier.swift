import AmendsPolicy
import Delivery
import Synchronization

/// A carrier that does what it is told, and tells what was done.
final class StubCarrier: Carrier {
  enum Call: Equatable { case prepared(Letter, Fence), left, discarded }

  private let calls = Mutex<[Call]>([])
  private let fault: CarrierFault?
  private let outcome: Outcome
  private let meanwhile: @Sendable () -> Void

  /// A carrier that refuses, or brings every message to an outcome; `meanwhile` happens between
  /// preparing and the permit.
  init(
    fault: CarrierFault? = nil,
    outcome: Outcome = .sent,
    meanwhile: @escaping @Sendable () -> Void = {}
  ) {
    self.fault = fault
    self.outcome = outcome
    self.meanwhile = meanwhile
  }

  var done: [Call] { calls.withLock(\.self) }

  func prepare(
    _ letter: Letter,
    as attempt: Fence,
    at now: Instant
  ) throws(CarrierFault) -> Message {
    if let fault { throw fault }
    log(.prepared(letter, attempt))
    meanwhile()
    return Message(carrier: self)
  }

  func trace(_ attempt: Fence) -> Trace { .unknown }

  private func log(_ call: Call) { calls.withLock { $0.append(call) } }

  struct Message: ReadyMessage {
    var carrier: StubCarrier

    func leave() -> Outcome {
      carrier.log(.left)
      return carrier.outcome
    }

    func discard() { carrier.log(.discarded) }
  }
}
