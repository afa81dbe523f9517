#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A file that takes its name only once it is whole; gone when it is given up.
struct FileInMaking: ~Copyable {
  let path: String
  /// What it is called until then.
  let temporary: String
  private let folder: String

  /// Begins a file for its owner alone; a file that is there is never replaced.
  init(_ path: String) throws(DeskError) {
    (folder, temporary) = try Self.begin(path)
    self.path = path
  }

  private static func begin(_ path: String) throws(DeskError) -> (String, String) {
    guard access(path, F_OK) != 0 else {
      throw .cannotOpen(path: path, reason: "there is such a file already; name another one")
    }
    let name = path.split(separator: "/").last.map(String.init) ?? "desk.backup"
    let parent = path.dropLast(name.count)
    let random = String(UInt64.random(in: .min ... .max), radix: 16)
    let temporary = "\(parent).\(name).\(random).part"
    do throws(DeskError) {
      _ = try OwnFile(temporary, O_WRONLY | O_CREAT | O_EXCL)
    } catch {
      guard case .storage(let reason) = error else { throw error }
      throw .cannotOpen(path: path, reason: reason)
    }
    return (parent.isEmpty ? "." : String(parent), temporary)
  }

  deinit {
    for file in [temporary] + DeskFiles.sideFiles(of: temporary) { unlink(file) }
  }

  /// Makes it durable and gives it its name.
  ///
  /// - Returns: How many bytes it has.
  func finish() throws(DeskError) -> Int {
    let file = try OwnFile(temporary, O_RDWR)
    try file.sync()
    let size = try file.size()
    let (temporary, path) = (temporary, path)
    _ = try SystemCall.checked(path) { link(temporary, path) }
    unlink(temporary)
    try SystemCall.syncFolder(folder)
    return size
  }
}
