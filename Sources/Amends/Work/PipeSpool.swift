import Glibc
import Import

/// The content of a named pipe, on disk, so that it can be read like any file.
///
/// Opening a named pipe waits for its writer, for ever where there is none: so it is opened without
/// waiting, and given up when nobody writes.
final class PipeSpool {
  private static let patience: Int32 = 3000
  private static let pause: Int32 = 50
  private let descriptor: Int32

  /// The path under which this process can open the content.
  var path: String { "/proc/self/fd/\(descriptor)" }

  /// Reads a named pipe to its end; `nil` where the path names anything else.
  ///
  /// - Throws: `ImportError` where nobody writes to the pipe, or it cannot be kept.
  static func ifNeeded(_ path: String) throws(ImportError) -> PipeSpool? {
    var info = stat()
    guard lstat(path, &info) == 0, info.st_mode & S_IFMT == S_IFIFO else { return nil }
    let pipe = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard pipe >= 0 else { throw .cannotOpen(path: path, reason: lastError) }
    defer { close(pipe) }
    let spool = PipeSpool(try TemporaryFile.open(for: path))
    try spool.take(pipe, path)
    return spool
  }

  private init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  private func take(_ pipe: Int32, _ path: String) throws(ImportError) {
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    var waited: Int32 = 0
    var hasBegun = false
    while true {
      let count = bytes.withUnsafeMutableBytes { read(pipe, $0.baseAddress, $0.count) }
      if count > 0 {
        hasBegun = true
        if let code = Descriptor.write(bytes[..<count], to: descriptor) {
          throw .cannotRead(path: path, reason: String(cString: strerror(code)))
        }
      } else if count == 0 {
        if hasBegun { return }
        guard waited < Self.patience else {
          throw .cannotOpen(path: path, reason: "it is a pipe to which nobody writes")
        }
        poll(nil, 0, Self.pause)
        waited += Self.pause
      } else if errno == EAGAIN {
        hasBegun = true
        var waiting = pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)
        poll(&waiting, 1, -1)
      } else if errno != EINTR {
        throw .cannotRead(path: path, reason: Self.lastError)
      }
    }
  }

  private static var lastError: String { String(cString: strerror(errno)) }
}

/// A file without a name, gone when it is closed.
enum TemporaryFile {
  /// Opens one for reading and writing.
  ///
  /// - Throws: `ImportError` where there is no room for the content of what is imported.
  static func open(for path: String) throws(ImportError) -> Int32 {
    let folder = Environment.value("TMPDIR") ?? "/tmp"
    var template = Array("\(folder)/amends-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else {
      throw .cannotRead(path: path, reason: "\(folder): \(String(cString: strerror(errno)))")
    }
    unlink(template)
    return descriptor
  }
}
