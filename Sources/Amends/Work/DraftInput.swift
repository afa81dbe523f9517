import Glibc

/// Reads drafts from files or from the standard input.
enum DraftInput {
  private static let mostBytes = 4 << 20

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

  /// The text of one draft.
  ///
  /// - Throws: `Failure` where it cannot be read, or is no UTF-8: ranges would not fit a repaired one.
  static func text(of path: String?, name: String) throws(Failure) -> String {
    let descriptor = try open(path)
    defer { close(descriptor) }
    let bytes: [UInt8]
    do throws(SmallFileFault) {
      bytes = try SmallFile.bytes(descriptor, most: mostBytes)
    } catch {
      throw Failure(.no, "\(name) cannot be read: \(error.words)")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(.no, "\(name) is not UTF-8: save it as UTF-8 text and check again")
    }
    return text
  }
}
