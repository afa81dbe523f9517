import AmendsPolicy
import Dispatch
import Ledger
import Store
import Synchronization

/// Puts drafts on disk, each change at once and of those that wait only the newest of a draft.
///
/// What the desk cannot take stays in memory and goes to a journal elsewhere; it is tried again every second,
/// and is on disk as soon as there is room.
final class DraftQueue: Sendable {
  /// What came of trying.
  enum Outcome {
    case saved(Draft)
    case kept(Draft, StorageTrouble, copy: String?)
    case refused(Draft, DeskError)
  }

  private let store: DeskStore
  private let journal: DraftJournal
  private let queue: DispatchQueue
  private let tell: @Sendable (Outcome) -> Void
  private let state = Mutex(State())

  private struct State {
    var waiting: [DraftID: Draft] = [:]
    /// Whether a look at what waits is on its way.
    var isUnderWay = false
  }

  /// How long a desk that took nothing is left alone.
  private static let pause = DispatchTimeInterval.seconds(1)

  /// A queue in front of a desk.
  ///
  /// - Parameters:
  ///   - store: The desk.
  ///   - journal: Where drafts go that the desk cannot take.
  ///   - queue: Does the writing.
  ///   - tell: Hears what came of each draft.
  init(
    store: DeskStore,
    journal: DraftJournal,
    queue: DispatchQueue,
    tell: @escaping @Sendable (Outcome) -> Void
  ) {
    self.store = store
    self.journal = journal
    self.queue = queue
    self.tell = tell
  }

  /// Takes a draft in, to be written as soon as the writing before it is done.
  func save(_ draft: Draft) {
    let mustBegin = state.withLock { state in
      state.waiting[draft.id] = draft
      defer { state.isUnderWay = true }
      return !state.isUnderWay
    }
    if mustBegin { queue.async { self.write() } }
  }

  /// Writes what waits, now; called on the queue.
  func write() {
    let drafts = state.withLock { state in
      state.isUnderWay = false
      defer { state.waiting = [:] }
      return state.waiting.values.sorted { $0.changedAt < $1.changedAt }
    }
    var isRefused = false
    for draft in drafts {
      let outcome = write(draft)
      if case .kept = outcome { isRefused = true }
      tell(outcome)
    }
    if !isRefused { journal.forget() }
  }

  private func write(_ draft: Draft) -> Outcome {
    do {
      try store.save(draft)
      return .saved(draft)
    } catch {
      guard let trouble = error.storageTrouble else { return .refused(draft, error) }
      keep(draft)
      return .kept(draft, trouble, copy: journal.write(draft))
    }
  }

  /// Keeps a draft unless a newer one came meanwhile, and tries again later.
  private func keep(_ draft: Draft) {
    let mustBegin = state.withLock { state in
      if state.waiting[draft.id] == nil { state.waiting[draft.id] = draft }
      defer { state.isUnderWay = true }
      return !state.isUnderWay
    }
    if mustBegin { queue.asyncAfter(deadline: .now() + Self.pause) { self.write() } }
  }
}

extension DeskError {
  /// The trouble that keeps a draft off the disk, where it is not the draft's own fault.
  fileprivate var storageTrouble: StorageTrouble? {
    switch self {
    case .diskFull: .full
    case .storage(let reason), .damaged(let reason, _): .failed(reason)
    case .busy: .busy
    case .readOnly: .failed(description)
    default: nil
    }
  }
}
