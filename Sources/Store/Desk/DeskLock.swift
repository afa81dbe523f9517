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
  private let path: String
  private let file: Int32
  private let patience: Int

  /// Opens the lock file; waits at most so many seconds for it later.
  init(_ path: String, patience seconds: Int) throws(DeskError) {
    self.path = path
    file = try Self.opened(path)
    patience = seconds
  }

  deinit { close(file) }

  /// Runs a piece of work while no other process writes.
  ///
  /// Callers of one process take turns by the database's own queue before they come here. Whoever watches
  /// the desk is told by the time of the lock file: it changes once the work can be read, while the
  /// database's own files change before that.
  func hold<Value>(_ work: () throws -> Value) throws -> Value {
    if try isFree() {
      defer {
        flock(file, LOCK_UN)
        WaitingLine.stepAside(file)
      }
      return try noted(work)
    }
    let turn = DeskTurn(file: try Self.opened(path))
    try turn.wait(seconds: patience)
    defer {
      turn.end()
      WaitingLine.stepAside(file)
    }
    return try noted(work)
  }

  private func noted<Value>(_ work: () throws -> Value) throws -> Value {
    let value = try work()
    futimens(file, nil)
    return value
  }

  /// Takes the lock where nobody holds it.
  private func isFree() throws(DeskError) -> Bool {
    while flock(file, LOCK_EX | LOCK_NB) != 0 {
      if errno == EWOULDBLOCK { return false }
      guard errno == EINTR else { throw .storage(String(cString: strerror(errno))) }
    }
    return true
  }

  private static func opened(_ path: String) throws(DeskError) -> Int32 {
    let file = open(path, O_RDWR | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else {
      throw .cannotOpen(path: path, reason: String(cString: strerror(errno)))
    }
    return file
  }
}
