import GRDB
import Ledger
import Synchronization

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Whether a desk can be written to.
///
/// A full disk is over when a write succeeds. A disk that failed is not asked again: the kernel may have
/// dropped what it could not write, and would say of the next sync that all is well (the "fsyncgate" of
/// 2018). So the connection counts as dead, and the next program examines the database before it goes on.
final class DeskHealth: Sendable {
  /// The error that stands in the way; only that of a full disk passes.
  private let state = Mutex<DeskError?>(nil)
  private let marker: String

  /// Health that is remembered beyond this program by a file.
  init(marker: String) { self.marker = marker }

  /// What keeps the desk from writing.
  var trouble: StorageTrouble? {
    state.withLock { error in
      switch error {
      case nil: nil
      case .diskFull: .full
      case let error?: .failed(error.description)
      }
    }
  }

  /// Refuses work where the disk failed before, or the database was found damaged.
  func refuseAfterFailure() throws(DeskError) {
    if let error = state.withLock({ $0 }), error != .diskFull { throw error }
  }

  /// Draws the lesson of an error.
  func note(_ error: DeskError) {
    switch error {
    case .diskFull: state.withLock { $0 = $0 ?? .diskFull }
    case .storage(let reason):
      if isFirst(error) { leaveMarker(reason) }
    case .damaged: _ = isFirst(error)
    default: break
    }
  }

  /// Remembers an error that does not pass; says whether it is the first.
  private func isFirst(_ error: DeskError) -> Bool {
    state.withLock { state in
      guard state == nil || state == .diskFull else { return false }
      state = error
      return true
    }
  }

  /// Draws the lesson of a write that succeeded.
  func noteSuccess() {
    state.withLock { if $0 == .diskFull { $0 = nil } }
  }

  /// Keeps connections open until the program ends: to close them would fold the log back, by syncs whose
  /// answer means nothing any more.
  func keepOpen(_ connections: AnyObject...) {
    for connection in connections { _ = Unmanaged.passRetained(connection) }
  }

  /// Tells the next program; where even that cannot be written, the log that was left over tells it.
  private func leaveMarker(_ reason: String) {
    guard let file = try? OwnFile(marker, O_WRONLY | O_CREAT | O_EXCL) else { return }
    try? file.write(reason)
    try? file.sync()
  }
}
