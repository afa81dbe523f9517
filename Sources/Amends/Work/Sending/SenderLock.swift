import Glibc
import Synchronization

/// The desk's lock for senders: whoever holds it is the one that sends.
///
/// The kernel frees it when its holder ends, however that happens, and wakes whoever waits for it. The file
/// says who holds it; nobody's life depends on what it says.
final class SenderLock: Sendable {
  /// No record is longer than this, in bytes.
  private static let mostBytes = 4096

  private let file: Int32
  private let isHeld = Mutex(false)

  /// Opens the lock file, and makes it where it is missing, for its owner alone.
  ///
  /// - Throws: `Failure` where the file is not safe, or cannot be opened.
  init(_ path: String) throws(Failure) {
    file = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      throw Failure(.noDesk, "cannot open \(path): \(String(cString: strerror(errno)))")
    }
    var info = stat()
    guard fstat(file, &info) == 0, info.st_mode & S_IFMT == S_IFREG, info.st_nlink == 1,
      info.st_uid == geteuid(), info.st_mode & 0o077 == 0
    else {
      close(file)
      throw Failure(
        .noDesk,
        "\(path) is not safe: it must be a plain file of yours that others cannot open;"
          + " take it away, it is made anew")
    }
  }

  deinit { close(file) }

  /// Takes the lock where it is free.
  ///
  /// - Throws: `Failure` where the system knows no such locks on this file system.
  func take() throws(Failure) -> Bool {
    if try lock(LOCK_EX | LOCK_NB) {
      isHeld.withLock { $0 = true }
      return true
    }
    return false
  }

  /// Waits until the lock is free, and takes it; meant for a thread that has nothing else to do.
  ///
  /// - Throws: `Failure` where the system knows no such locks on this file system.
  func wait() throws(Failure) {
    _ = try lock(LOCK_EX)
    isHeld.withLock { $0 = true }
  }

  private func lock(_ operation: Int32) throws(Failure) -> Bool {
    while flock(file, operation) != 0 {
      if errno == EINTR { continue }
      guard errno == EWOULDBLOCK else {
        throw Failure(.noDesk, "no sender can be locked: \(String(cString: strerror(errno)))")
      }
      return false
    }
    return true
  }

  /// Says in the file who holds the lock; does nothing where somebody else does.
  ///
  /// A record that cannot be written, as on a full disk, is left out: it only informs.
  func tell(_ record: SenderRecord) {
    guard isHeld.withLock(\.self) else { return }
    var bytes: [UInt8] = []
    record.json.append(to: &bytes)
    guard bytes.count <= Self.mostBytes, ftruncate(file, 0) == 0 else { return }
    _ = bytes.withUnsafeBytes { pwrite(file, $0.baseAddress, $0.count, 0) }
  }

  /// Gives the lock back.
  ///
  /// - Parameter isClean: Whether this process holds no reply any more; otherwise its record stays, for the
  ///   next sender to take up what is left.
  func release(isClean: Bool) {
    let wasHeld = isHeld.withLock { isHeld in
      defer { isHeld = false }
      return isHeld
    }
    guard wasHeld else { return }
    if isClean { ftruncate(file, 0) }
    flock(file, LOCK_UN)
  }

  /// What the file says; `nil` where it says nothing.
  var record: SenderRecord? {
    var bytes = [UInt8](repeating: 0, count: Self.mostBytes)
    let count = bytes.withUnsafeMutableBytes { pread(file, $0.baseAddress, $0.count, 0) }
    return count > 0 ? SenderRecord(Array(bytes[..<count])) : nil
  }

  /// Who sends at this moment; `nil` where nobody does.
  var holder: SenderRecord? { record.flatMap { $0.isAlive ? $0 : nil } }
}
