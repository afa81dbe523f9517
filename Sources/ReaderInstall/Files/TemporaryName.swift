import Glibc

/// How files and folders are called until they are done with, so that a later run knows and clears them.
///
/// Whoever works with one holds a lock on it. The lock ends with its process, so what nobody holds was left over by
/// an interruption.
struct TemporaryName {
  let folder: String
  private let prefix: String
  private let suffix = ".part"

  /// The names for work on a file or folder that is called so.
  init(folder: String, name: String) { (self.folder, prefix) = (folder, ".\(name).") }

  /// A path that is not in use.
  func fresh() -> String {
    let random = String(UInt64.random(in: .min ... .max), radix: 16)
    return "\(folder)/\(prefix)\(random)\(suffix)"
  }

  /// Removes what interrupted runs left; failing is no fault, as the next run tries again.
  func clear() {
    for name in FolderContent.names(folder) where isOurs(name) {
      let path = "\(folder)/\(name)"
      let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      if Self.lock(descriptor) == .held { FolderContent.remove(path) }
      close(descriptor)
    }
  }

  /// What came of trying to lock.
  enum Lock { case held, refused, unsupported }

  /// Locks what is open, without waiting.
  static func lock(_ descriptor: Int32) -> Lock {
    if uninterrupted({ flock(descriptor, LOCK_EX | LOCK_NB) }) == 0 { return .held }
    return errno == EWOULDBLOCK ? .refused : .unsupported
  }

  private func isOurs(_ name: String) -> Bool {
    guard name.hasPrefix(prefix), name.hasSuffix(suffix) else { return false }
    let random = name.utf8.dropFirst(prefix.utf8.count).dropLast(suffix.utf8.count)
    return (1...16).contains(random.count) && UInt64(Substring(random), radix: 16) != nil
  }
}

/// What lies in a folder.
enum FolderContent {
  /// The names of everything in a folder; none where it cannot be read.
  static func names(_ folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { raw in
        String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Removes a file, or a folder with what is in it; links are removed and not followed.
  static func remove(_ path: String, depth: Int = 0) {
    guard unlink(path) != 0, depth < 8 else { return }
    for name in names(path) { remove("\(path)/\(name)", depth: depth + 1) }
    rmdir(path)
  }
}
