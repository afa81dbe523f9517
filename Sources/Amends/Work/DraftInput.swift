import Glibc

/// Reads drafts from files or from the standard input.
enum DraftInput {
  private static let mostBytes = 16 << 20

  /// Opens what a command line names; nothing, or `-`, is the standard input.
  ///
  /// - Throws: `Failure` where it cannot be opened, or is a folder.
  static func open(_ path: String?) throws(Failure) -> Int32 {
    guard let path, path != "-" else { return STDIN_FILENO }
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw Failure(.no, "\(path) cannot be opened: \(String(cString: strerror(errno)))")
    }
    return descriptor
  }

  /// What people call the file of a draft.
  static func name(of path: String) -> String { path == "-" ? "standard input" : path }

  /// The text of one draft; bytes that are no UTF-8 are replaced by � and told.
  ///
  /// - Throws: `Failure` where it cannot be read.
  static func text(of path: String) throws(Failure) -> String {
    let descriptor = try open(path)
    defer { if descriptor != STDIN_FILENO { close(descriptor) } }
    let bytes: [UInt8]
    do throws(SmallFileFault) {
      bytes = try SmallFile.bytes(descriptor, most: mostBytes)
    } catch {
      throw Failure(.no, "\(name(of: path)) cannot be read: \(error.words)")
    }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    StandardError.say(
      "\(name(of: path)) is not UTF-8: what cannot be read is shown as � and was checked as such")
    return String(decoding: bytes, as: UTF8.self)
  }
}
