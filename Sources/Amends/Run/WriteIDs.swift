import Inbox
import Ledger
import Store
import Synchronization

/// Gives every effect that writes an identity.
///
/// One that failed without an answer keeps it: given once more it is the same write, and done once.
final class WriteIDs: Sendable {
  private let unanswered = Mutex<[Effect: WriteID]>([:])

  /// Performs an effect under its identity.
  func perform<Value>(_ effect: Effect, _ work: (WriteID) throws -> Value) throws -> Value {
    let id = unanswered.withLock { $0[effect] } ?? .random()
    do {
      let value = try work(id)
      unanswered.withLock { $0[effect] = nil }
      return value
    } catch {
      let isInDoubt = (error as? DeskError)?.leavesDoubt == true
      unanswered.withLock { $0[effect] = isInDoubt ? id : nil }
      throw error
    }
  }
}

extension DeskError {
  /// Whether the write may be done in spite of the error: the disk failed while it was committed.
  fileprivate var leavesDoubt: Bool {
    if case .storage = self { true } else { false }
  }
}
