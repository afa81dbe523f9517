#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Copies a plain file, whoever's it is, to a new one of its owner's alone.
struct FileCopy {
  let from: String
  let to: String

  /// Copies everything; a pipe or a device is never read.
  func run() throws(DeskError) {
    let source = open(from, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard source >= 0 else {
      throw .noBackup(path: from, reason: String(cString: strerror(errno)))
    }
    defer { close(source) }
    var info = stat()
    guard fstat(source, &info) == 0, info.st_mode & S_IFMT == S_IFREG else {
      throw .noBackup(path: from, reason: "it is no plain file")
    }
    let target = try OwnFile(to, O_WRONLY | O_CREAT | O_EXCL)
    var offset = 0
    while true {
      let bytes = try SystemCall.read(source, from: offset, most: Self.portion, from)
      if bytes.isEmpty { return }
      try SystemCall.write(bytes, to: target.descriptor, to)
      offset += bytes.count
    }
  }

  private static let portion = 1 << 20
}
