import Glibc

/// Small files of a proof, written and read as a whole.
enum ProofFile {
  /// Writes a new file for its owner alone.
  static func write(_ text: String, to path: String) throws(ProofError) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw failure("make", path) }
    defer { close(file) }
    try append(text, to: file, path)
  }

  /// Writes all of a text behind what is there.
  static func append(_ text: String, to file: Int32, _ path: String) throws(ProofError) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      guard count >= 0 || errno == EINTR else { throw failure("write", path) }
      rest = rest.dropFirst(max(0, count))
    }
  }

  /// The text of a file; `nil` where there is none.
  static func read(_ path: String) throws(ProofError) -> String? {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else {
      if errno == ENOENT { return nil }
      throw failure("open", path)
    }
    defer { close(file) }
    var bytes: [UInt8] = []
    var portion = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = portion.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      guard count > 0 || errno == EINTR else { throw failure("read", path) }
      bytes.append(contentsOf: portion[..<max(0, count)])
    }
  }

  static func failure(_ verb: String, _ path: String) -> ProofError {
    ProofError("cannot \(verb) \(path): \(String(cString: strerror(errno)))")
  }
}
