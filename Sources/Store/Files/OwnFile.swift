#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A file of the desk, open: plain, with one name, and its owner's alone.
struct OwnFile: ~Copyable {
  let descriptor: Int32
  let path: String

  /// Opens a file, and makes it where the flags say so; what is no file of ours is refused.
  ///
  /// A pipe in its place is never waited for, and a link never followed.
  init(_ path: String, _ flags: Int32) throws(DeskError) {
    descriptor = try Self.open(path, flags)
    self.path = path
  }

  private static func open(_ path: String, _ flags: Int32) throws(DeskError) -> Int32 {
    #if canImport(Darwin)
    let opened = Darwin.open(path, flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o600)
    #else
    let opened = Glibc.open(path, flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o600)
    #endif
    guard opened >= 0 else {
      let code = errno
      try FileCheck.check(path)
      throw .system(path, code)
    }
    var info = stat()
    do throws(DeskError) {
      guard fstat(opened, &info) == 0 else { throw .system(path) }
      try FileCheck.check(info, path)
    } catch {
      close(opened)
      throw error
    }
    return opened
  }

  deinit { close(descriptor) }

  /// How many bytes it has.
  func size() throws(DeskError) -> Int {
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { throw .system(path) }
    return Int(info.st_size)
  }

  /// What is in it from a place on, up to so many bytes.
  func bytes(from offset: Int = 0, most: Int = .max) throws(DeskError) -> [UInt8] {
    try SystemCall.read(descriptor, from: offset, most: most, path)
  }

  /// Writes bytes where the flags that it was opened with put them.
  func write(_ text: String) throws(DeskError) {
    try SystemCall.write(Array(text.utf8), to: descriptor, path)
  }

  /// Cuts it off at a length.
  func cut(to size: Int) throws(DeskError) {
    let descriptor = descriptor
    _ = try SystemCall.checked(path) { ftruncate(descriptor, off_t(size)) }
  }

  /// Waits until its content is on the disk.
  func sync() throws(DeskError) {
    let descriptor = descriptor
    _ = try SystemCall.checked(path) { fsync(descriptor) }
  }

  /// Puts a text in the place of a file, in one step that either happens or does not, durably.
  static func replace(_ path: String, with text: String, in folder: String) throws(DeskError) {
    let fresh = path + ".new"
    unlink(fresh)
    do throws(DeskError) {
      let file = try OwnFile(fresh, O_WRONLY | O_CREAT | O_EXCL)
      try file.write(text)
      try file.sync()
      _ = try SystemCall.checked(path) { rename(fresh, path) }
    } catch {
      unlink(fresh)
      throw error
    }
    try SystemCall.syncFolder(folder)
  }
}
