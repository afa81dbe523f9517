#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Says that a desk is open here, for as long as it lives.
///
/// Programs that have it open share a lock; whoever puts another database in its place needs it alone. It is
/// taken, and changed from one kind to the other, under the desk's lock only.
final class DeskPresence: Sendable {
  private let file: Int32
  /// Whether nobody else had the desk open when this began.
  let isAlone: Bool

  /// Comes in, alone where nobody else is there.
  init(_ path: String) throws(DeskError) {
    file = try SystemCall.checked(path) { open(path, O_RDWR | O_NOFOLLOW | O_CLOEXEC) }
    isAlone = flock(file, LOCK_EX | LOCK_NB) == 0
  }

  deinit { close(file) }

  /// Goes out, though it lives on.
  func leave() { flock(file, LOCK_UN) }

  /// Lets others in.
  func share(_ path: String) throws(DeskError) {
    let file = file
    _ = try SystemCall.checked(path) { flock(file, LOCK_SH) }
  }
}
