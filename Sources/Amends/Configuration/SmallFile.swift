import Glibc

/// Why a small file cannot be read.
enum SmallFileFault: Error, Equatable {
  /// There is no such file.
  case missing
  /// It cannot be read, with the reason.
  case unreadable(String)

  /// The fault in words.
  var words: String {
    switch self {
    case .missing: "there is no such file"
    case .unreadable(let reason): reason
    }
  }
}

/// Reads files that people write by hand, as a whole.
enum SmallFile {
  /// The text of a plain file of at most so many bytes.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - most: The bound in bytes.
  ///   - isTrusted: Whether what it says is obeyed: then nobody but its owner and the system may have
  ///     written it.
  /// - Returns: The text.
  /// - Throws: `SmallFileFault`; a pipe or a device is never waited for.
  static func text(
    _ path: String,
    most: Int,
    isTrusted: Bool = false
  ) throws(SmallFileFault) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw errno == ENOENT ? .missing : .unreadable(String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG else {
      throw .unreadable("it is not a plain file")
    }
    if isTrusted { try checkTrust(info, path) }
    let bytes = try bytes(descriptor, most: most)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .unreadable("it is not UTF-8 text")
    }
    return text
  }

  /// Refuses a file that another user owns or may write to; the group of this user alone may.
  private static func checkTrust(_ info: stat, _ path: String) throws(SmallFileFault) {
    guard info.st_uid == geteuid() || info.st_uid == 0 else {
      throw .unreadable("it belongs to user \(info.st_uid), not to you")
    }
    let isOpen = info.st_mode & 0o002 != 0 || info.st_mode & 0o020 != 0 && info.st_gid != getegid()
    guard !isOpen else { throw .unreadable("others may write to it; run: chmod go-w '\(path)'") }
  }

  /// The text of a plain TOML file that its parser survives.
  ///
  /// - Throws: `SmallFileFault`, with the line where the parser would not.
  static func toml(_ path: String, most: Int) throws(SmallFileFault) -> String {
    let text = try text(path, most: most)
    if let fault = TOMLGuard.fault(in: text) {
      throw .unreadable("line \(fault.line): \(fault.reason)")
    }
    return text
  }

  /// All bytes that a descriptor gives, up to a bound.
  ///
  /// - Throws: `SmallFileFault` where there are more, or reading fails.
  static func bytes(_ descriptor: Int32, most: Int) throws(SmallFileFault) -> [UInt8] {
    var bytes: [UInt8] = []
    var portion = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = portion.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw .unreadable(String(cString: strerror(errno)))
      }
      bytes.append(contentsOf: portion[..<count])
      guard bytes.count <= most else {
        throw .unreadable("it is larger than \(most >> 10) KB")
      }
    }
  }
}
