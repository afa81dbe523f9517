import Glibc
import Store

/// An mbox file that is watched: which file it is, how long, and whether it only grew.
final class MailboxFile {
  private static let tailBytes = 64
  private let path: String
  private let descriptor: Int32
  /// Its size in bytes when it was opened.
  let size: Int
  private let inode: Int64

  /// Opens a file; `nil` where it cannot be.
  init?(_ path: String) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else {
      (size, inode) = (0, 0)
      if descriptor >= 0 { close(descriptor) }
      return nil
    }
    size = Int(status.st_size)
    inode = Int64(bitPattern: UInt64(status.st_ino))
  }

  deinit { close(descriptor) }

  /// Whether another program is writing to it, by any of the locks that mail programs use.
  ///
  /// What it wrote is read when it has closed the file.
  var isBusy: Bool {
    var lock = flock()
    lock.l_type = Int16(F_RDLCK)
    lock.l_whence = Int16(SEEK_SET)
    if fcntl(descriptor, F_GETLK, &lock) == 0, lock.l_type != Int16(F_UNLCK) { return true }
    guard flock(descriptor, LOCK_SH | LOCK_NB) == 0 else { return true }
    flock(descriptor, LOCK_UN)
    return access("\(path).lock", F_OK) == 0
  }

  /// Whether what was read up to a mark is still there, as it was.
  func goesOn(behind mark: MailboxMark) -> Bool {
    mark.inode == inode && mark.offset <= size && tail(before: Int(mark.offset)) == mark.tail
  }

  /// A mark at a place of it.
  func mark(at offset: Int) -> MailboxMark {
    MailboxMark(inode: inode, offset: Int64(offset), tail: tail(before: offset))
  }

  private func tail(before offset: Int) -> String {
    let count = min(offset, Self.tailBytes)
    var bytes = [UInt8](repeating: 0, count: count)
    let read = bytes.withUnsafeMutableBytes {
      pread(descriptor, $0.baseAddress, count, offset - count)
    }
    return bytes.prefix(max(0, read)).map { String($0, radix: 16) }.joined(separator: ".")
  }
}
