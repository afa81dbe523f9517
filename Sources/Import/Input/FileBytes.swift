import Glibc

/// The bytes of a file, read with plain system calls.
final class FileBytes: ByteSource {
  private(set) var position = 0
  private let descriptor: Int32
  private let path: String
  private let portion: Int

  /// Opens a file for reading.
  ///
  /// - Throws: `ImportError.cannotOpen`.
  init(path: String, portion: Int) throws(ImportError) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    self.path = path
    self.portion = portion
    if descriptor < 0 { throw .cannotOpen(path: path, reason: Self.lastError) }
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

  /// What a path names: its size and whether it is a plain file.
  ///
  /// - Throws: `ImportError.cannotOpen` where it names nothing, or a folder.
  static func look(at path: String) throws(ImportError) -> (size: Int, isRegular: Bool) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw .cannotOpen(path: path, reason: lastError) }
    let kind = status.st_mode & S_IFMT
    guard kind != S_IFDIR else { throw .cannotOpen(path: path, reason: "it is a folder") }
    return (Int(status.st_size), kind == S_IFREG)
  }

  private static var lastError: String { String(cString: strerror(errno)) }
}
