import Delivery
import Ledger
import Store
import Synchronization

/// Tells what a sender without a screen does: replies on the standard output, a line each, all else beside it.
final class SendReport: Sendable {
  private struct State {
    var failures = 0
    /// Why nothing more is written; the sender goes on all the same.
    var fault: Failure?
  }

  private let store: DeskStore
  private let isJSON: Bool
  private let state = Mutex(State())

  init(store: DeskStore, isJSON: Bool) {
    self.store = store
    self.isJSON = isJSON
  }

  /// Tells of something that happened while the sender runs.
  func take(_ notice: SenderRun.Notice) {
    switch notice {
    case .stepped(let outcome): take(outcome)
    case .standsBy(let other):
      StandardError.say("\(Self.words(for: other)) already: standing by until it ends")
    case .takesOver: StandardError.say("the other sender has ended: sending now")
    case .rests(let until, let reason):
      StandardError.say(
        "the server takes nothing: resting until \(ISO8601.text(until)): \(reason)")
    }
  }

  private func take(_ outcome: StepOutcome) {
    let item = outcome.item.flatMap { try? store.outboxItem($0) }
    let line = SendLine(outcome: outcome, item: item)
    state.withLock { state in
      if outcome.isFailure { state.failures += 1 }
      guard state.fault == nil else { return }
      var output = StandardOutput()
      if isJSON { output.line(line.json) } else { output.safeLine(line.text) }
      do throws(Failure) { try output.finish() } catch { state.fault = error }
    }
  }

  /// Tells why the sender has ended.
  ///
  /// - Parameters:
  ///   - ending: Why.
  ///   - other: Who else sends.
  /// - Throws: What the program exits with, unless all is well.
  func end(_ ending: SenderLoop.Ending, other: SenderRecord?) throws {
    switch ending {
    case .done, .stopped: break
    case .otherSends: throw Failure(.no, "\(Self.words(for: other)) already: nothing was sent here")
    case .unreachable(let reason):
      throw Failure(.part, "the server takes nothing, the rest waits for the next time: \(reason)")
    case .failed(let words): throw Failure(.part, "sending stopped: \(words)")
    case .inFlight:
      throw Failure(
        .part,
        "a reply was leaving and nobody knows yet whether it left: the next sender finds out, or asks"
      )
    }
    let (failures, fault) = state.withLock { ($0.failures, $0.fault) }
    if let fault { throw fault }
    if ending == .done, failures > 0 { throw ExitStatus.part }
  }

  private static func words(for other: SenderRecord?) -> String {
    guard let other else { return "another program sends" }
    return "\(other.name) sends since \(ISO8601.text(other.since))"
  }
}
