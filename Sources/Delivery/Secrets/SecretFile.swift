#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Reads secrets from files that nobody else can read.
enum SecretFile {
  /// Reads the start of a file.
  ///
  /// - Returns: How many bytes were read.
  /// - Throws: ``SecretFault/file(path:reason:)`` where it is not a plain file of one's own, others can read it,
  ///   or it cannot be read.
  static func read(
    _ path: String,
    into memory: UnsafeMutableRawBufferPointer
  ) throws(SecretFault) -> Int {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .system(path) }
    defer { close(descriptor) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else { throw .system(path) }
    if let reason = reason(against: facts) { throw .file(path: path, reason: reason) }
    return try fill(memory, from: descriptor, path)
  }

  private static func reason(against facts: stat) -> String? {
    if facts.st_mode & S_IFMT != S_IFREG { return "is not a plain file" }
    if facts.st_uid != geteuid() { return "belongs to somebody else" }
    if facts.st_mode & 0o077 != 0 { return "is open to others: run chmod 600 on it" }
    return nil
  }

  private static func fill(
    _ memory: UnsafeMutableRawBufferPointer,
    from descriptor: Int32,
    _ path: String
  ) throws(SecretFault) -> Int {
    var count = 0
    while count < memory.count {
      let more = Descriptor.read(descriptor, into: memory, at: count)
      guard more >= 0 else { throw .system(path) }
      if more == 0 { break }
      count += more
    }
    return count
  }
}

/// Reads from descriptors.
enum Descriptor {
  /// Reads into the part of memory from a place on; comes back as read(2) does.
  static func read(
    _ descriptor: Int32,
    into memory: UnsafeMutableRawBufferPointer,
    at place: Int
  ) -> Int {
    let rest = UnsafeMutableRawBufferPointer(rebasing: memory[place...])
    while true {
      let count = systemRead(descriptor, rest)
      if count >= 0 || errno != EINTR { return count }
    }
  }
}

private func systemRead(_ descriptor: Int32, _ memory: UnsafeMutableRawBufferPointer) -> Int {
  read(descriptor, memory.baseAddress, memory.count)
}

extension SecretFault {
  /// What the system has just said of a file.
  fileprivate static func system(_ path: String) -> SecretFault {
    .file(path: path, reason: "cannot be read: \(SystemWords.of(errno))")
  }
}

/// What the system says of its error numbers.
enum SystemWords {
  static func of(_ code: Int32) -> String { String(cString: strerror(code)) }
}
