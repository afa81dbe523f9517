import Glibc

/// The bytes of a file, read with plain system calls.
final class FileBytes: ByteSource {
  private(set) var position = 0
  private let descriptor: Int32
  private let path: String
  private let portion: Int

  /// Opens a file for reading, from its beginning or from a later byte.
  ///
  /// - Throws: `ImportError.cannotOpen`.
  init(path: String, from start: Int = 0, portion: Int) throws(ImportError) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    self.path = path
    self.portion = portion
    if descriptor < 0 { throw .cannotOpen(path: path, reason: Self.lastError) }
    if start > 0, lseek(descriptor, start, SEEK_SET) != start {
      throw .cannotRead(path: path, reason: Self.lastError)
    }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ImportError) -> Int {
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, min(buffer.count, portion))
      if count >= 0 {
        position += count
        return count
      }
      if errno != EINTR { throw .cannotRead(path: path, reason: Self.lastError) }
    }
  }

  /// What a path can name.
  enum Kind: Equatable {
    case folder
    /// A plain file of so many bytes.
    case plain(Int)
    /// A pipe or a device.
    case stream
  }

  /// What a path names.
  ///
  /// - Throws: `ImportError.cannotOpen` where it names nothing.
  static func look(at path: String) throws(ImportError) -> Kind {
    var status = stat()
    guard stat(path, &status) == 0 else { throw .cannotOpen(path: path, reason: lastError) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFREG: return .plain(Int(status.st_size))
    default: return .stream
    }
  }

  private static var lastError: String { String(cString: strerror(errno)) }
}
