import Dispatch
import Synchronization

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A place in the line of those who wait for a locked file.
///
/// The kernel lets them go one after the other, so that nobody is overtaken again and again, as happens to
/// those who look from time to time. It knows no time limit: so a thread waits on behalf of the caller, on
/// a descriptor of its own, and gives the lock back where the caller has lost patience meanwhile.
final class DeskTurn: Sendable {
  private enum State {
    case waiting
    case come
    case abandoned
    case failed(Int32)
  }

  private let file: Int32
  private let state = Mutex(State.waiting)
  private let bell = DispatchSemaphore(value: 0)

  /// A place in the line before an open file, which is closed when the turn ends.
  init(file: Int32) { self.file = file }

  /// Waits until the lock is held.
  ///
  /// - Throws: ``DeskError/busy`` when that takes too long, and the place is given up then;
  ///   ``DeskError/storage(_:)`` where the file cannot be locked.
  func wait(seconds: Int) throws(DeskError) {
    DispatchQueue(label: "desk lock").async { self.stand() }
    _ = bell.wait(timeout: .now() + .seconds(seconds))
    try state.withLock { (state) throws(DeskError) in
      switch state {
      case .come: return
      case .failed(let code):
        end()
        throw .storage(String(cString: strerror(code)))
      case .waiting, .abandoned:
        state = .abandoned
        throw .busy
      }
    }
  }

  /// Gives the lock back.
  func end() { close(file) }

  private func stand() {
    let failure = lock()
    state.withLock { state in
      if case .abandoned = state { return self.end() }
      state = failure.map(State.failed) ?? .come
    }
    bell.signal()
  }

  /// Waits in the kernel's line; the error number where the file cannot be locked.
  private func lock() -> Int32? {
    WaitingLine.join(file)
    defer { WaitingLine.leave(file) }
    while flock(file, LOCK_EX) != 0 { guard errno == EINTR else { return errno } }
    return nil
  }
}
