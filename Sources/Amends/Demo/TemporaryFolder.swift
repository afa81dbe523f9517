import Glibc

/// A private folder that is gone, with everything in it, when it is not needed any more.
struct TemporaryFolder: ~Copyable {
  let path: String
  /// Whether it stays.
  var isKept: Bool

  /// Makes a folder for its owner alone, in `TMPDIR` or `/tmp` unless another is named.
  ///
  /// - Throws: `Failure` where that is impossible.
  init(isKept: Bool, purpose: String = "demo", in folder: String? = nil) throws(Failure) {
    let parent = folder ?? Environment.value("TMPDIR") ?? "/tmp"
    var template = Array("\(parent)/amends-\(purpose)-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw Failure(
        .noDesk, "no folder can be made in \(parent): \(String(cString: strerror(errno)))")
    }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    self.isKept = isKept
  }

  deinit {
    if !isKept { Self.remove(path, depth: 0) }
  }

  /// Removes a folder of ours; links are removed and not followed.
  private static func remove(_ path: String, depth: Int) {
    guard depth < 8 else { return }
    for name in FolderNames.all(in: path) {
      let inner = "\(path)/\(name)"
      if unlink(inner) != 0 { remove(inner, depth: depth + 1) }
    }
    rmdir(path)
  }
}

/// Files for their owner alone.
enum PrivateFile {
  /// Writes a new file.
  ///
  /// - Throws: `Failure` where that is impossible.
  static func write(_ text: String, to path: String) throws(Failure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw Failure(.noDesk, "\(path) cannot be made: \(String(cString: strerror(errno)))")
    }
    var output = StandardOutput(descriptor)
    output.write(text)
    defer { close(descriptor) }
    try output.finish()
  }
}
