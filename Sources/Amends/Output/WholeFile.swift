import Glibc

/// A file for its owner alone that appears as a whole, or not at all.
struct WholeFile: ~Copyable {
  private static let ending = ".part"

  private let path: String
  private let unfinished: String
  /// What is written to.
  let descriptor: Int32
  private let replaces: Bool

  /// Begins a file that will lie at a path; one that lies there is replaced only on purpose.
  ///
  /// - Throws: `Failure` where something lies there, or the folder does not take it.
  init(_ path: String, replacing replaces: Bool) throws(Failure) {
    var info = stat()
    let isThere = lstat(path, &info) == 0
    if isThere, !replaces {
      throw Failure(.no, "\(path) is there already: say --force to replace it, or name another")
    }
    guard !isThere || info.st_mode & S_IFMT == S_IFREG else {
      throw Failure(.no, "\(path) is no plain file, and is not replaced")
    }
    let unfinished = "\(path).\(getpid())\(Self.ending)"
    unlink(unfinished)
    let descriptor = open(unfinished, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Self.failure(path) }
    (self.path, self.unfinished, self.descriptor) = (path, unfinished, descriptor)
    self.replaces = replaces
  }

  deinit {
    close(descriptor)
    unlink(unfinished)
  }

  /// Whether a file's name is that of one that an interruption has left unfinished.
  static func isUnfinished(_ name: String) -> Bool { name.hasSuffix(ending) }

  /// Writes bytes behind those that were written.
  ///
  /// - Throws: `Failure` where there is no room for them.
  func write(_ bytes: ArraySlice<UInt8>) throws(Failure) {
    guard let code = Descriptor.write(bytes, to: descriptor) else { return }
    errno = code
    throw Self.failure(path)
  }

  /// Puts the file into its place, durable when this returns.
  ///
  /// - Throws: `Failure` where that is impossible; nothing is changed then.
  func commit() throws(Failure) {
    guard fsync(descriptor) == 0 else { throw Self.failure(path) }
    if replaces {
      guard rename(unfinished, path) == 0 else { throw Self.failure(path) }
    } else {
      try putWhereNothingIs()
    }
    let folder = open(Self.folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }

  /// A second name never takes another's place; where a file system has none, the look before must do.
  private func putWhereNothingIs() throws(Failure) {
    if link(unfinished, path) == 0 { return }
    guard errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS,
      rename(unfinished, path) == 0
    else { throw Self.failure(path) }
  }

  private static func folder(of path: String) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let folder = parts.joined(separator: "/")
    return folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder
  }

  private static func failure(_ path: String) -> Failure {
    Failure(.part, "\(path) cannot be written: \(String(cString: strerror(errno)))")
  }
}
