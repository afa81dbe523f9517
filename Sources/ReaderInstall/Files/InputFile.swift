import Glibc

/// A plain file that is read at any place.
struct InputFile: ~Copyable {
  let path: String
  /// How many bytes it had when it was opened.
  let size: Int
  private let descriptor: Int32

  /// Opens a file; a pipe or a device is never waited for.
  ///
  /// - Throws: `InstallError.unreadable`.
  init(path: String) throws(InstallError) {
    let opened = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard opened >= 0 else { throw .reading(path, errno) }
    do throws(InstallError) {
      size = try Self.size(opened, path)
    } catch {
      close(opened)
      throw error
    }
    (self.path, descriptor) = (path, opened)
  }

  deinit { close(descriptor) }

  /// Fills the front of a buffer with the bytes from a place on.
  ///
  /// - Throws: `InstallError.unreadable`.
  /// - Returns: How many came, 0 only at the end.
  func read(
    at offset: Int, into buffer: UnsafeMutableRawBufferPointer
  ) throws(InstallError) -> Int {
    let count = uninterrupted { pread(descriptor, buffer.baseAddress, buffer.count, offset) }
    guard count >= 0 else { throw .reading(path, errno) }
    return count
  }

  /// So many bytes from a place on.
  ///
  /// - Throws: `InstallError`, `cut` where there are fewer.
  func bytes(at offset: Int, count: Int) throws(InstallError) -> [UInt8] {
    let room = Room(count)
    var filled = 0
    while filled < count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: room.bytes[filled...])
      let came = try read(at: offset + filled, into: rest)
      guard came > 0 else { throw .ended(path, expected: offset + count, found: offset + filled) }
      filled += came
    }
    return Array(room.bytes)
  }

  private static func size(_ descriptor: Int32, _ path: String) throws(InstallError) -> Int {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .reading(path, errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return Int(status.st_size)
    case S_IFDIR: throw .unreadable(path: path, reason: "it is a folder; name the file in it")
    default: throw .unreadable(path: path, reason: "it is not a plain file")
    }
  }
}

extension InstallError {
  /// A file that ends before bytes which belong to it.
  static func ended(_ path: String, expected: Int, found: Int) -> InstallError {
    .cut(path: path, expected: "\(expected) bytes", found: "\(found)")
  }
}
