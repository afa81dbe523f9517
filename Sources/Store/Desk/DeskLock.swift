#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// One lock around every writing transaction of every process, commit and checkpoint included.
///
/// SQLite 3.7.0 to 3.51.2 may damage a database when two connections reset the write-ahead log at once
/// (sqlite.org/wal.html#walresetbug); while one writer at a time holds this lock, they never do.
final class DeskLock: Sendable {
  private let file: Int32
  private let patience: Int

  /// Opens the lock file; waits at most so many seconds for it later.
  init(_ path: String, patience seconds: Int) throws(DeskError) {
    file = open(path, O_RDWR | O_NOFOLLOW | O_CLOEXEC)
    patience = seconds
    guard file >= 0 else {
      throw .cannotOpen(path: path, reason: String(cString: strerror(errno)))
    }
  }

  deinit { close(file) }

  /// Runs a piece of work while no other process writes.
  ///
  /// Callers of one process take turns by the database's own queue before they come here.
  func hold<Value>(_ work: () throws -> Value) throws -> Value {
    try acquire()
    defer { flock(file, LOCK_UN) }
    return try work()
  }

  private func acquire() throws(DeskError) {
    var waited = 0
    while flock(file, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else {
        throw .storage(String(cString: strerror(errno)))
      }
      guard waited < patience * 1_000_000 else { throw .busy }
      let pause = min(10_000, 200 + waited / 8)
      usleep(UInt32(pause))
      waited += pause
    }
  }
}
