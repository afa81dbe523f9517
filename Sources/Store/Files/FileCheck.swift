#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Refuses what is no plain file of its owner's alone.
public enum FileCheck {
  /// Refuses a file that is a link, a pipe, a device, somebody else's, or open to others; one that is missing
  /// is fine.
  ///
  /// - Throws: ``DeskError/unsafeFile(path:reason:)`` with what to do about it.
  public static func check(_ path: String) throws(DeskError) {
    var info = stat()
    guard lstat(path, &info) == 0 else {
      if errno == ENOENT { return }
      throw .cannotOpen(path: path, reason: String(cString: strerror(errno)))
    }
    try check(info, path)
  }

  /// Refuses a file by what the system says of it.
  static func check(_ info: stat, _ path: String) throws(DeskError) {
    if let kind = kind(of: info) {
      throw .unsafeFile(path: path, reason: "it is \(kind); put the real file in its place")
    }
    guard info.st_nlink <= 1 else {
      throw .unsafeFile(
        path: path,
        reason: "it has \(info.st_nlink) names (hard links); remove the others, or copy it to one"
          + " of its own")
    }
    try checkOwner(info, path)
    guard info.st_mode & 0o077 == 0 else {
      throw .unsafeFile(path: path, reason: "others may open it; run: chmod 600 '\(path)'")
    }
  }

  /// Refuses what belongs to another user.
  static func checkOwner(_ info: stat, _ path: String) throws(DeskError) {
    guard info.st_uid == geteuid() else {
      throw .unsafeFile(
        path: path,
        reason: "it belongs to user \(info.st_uid); start Amends as that user, or open another desk"
      )
    }
  }

  /// What stands in the place of a plain file; `nil` for one.
  private static func kind(of info: stat) -> String? {
    switch info.st_mode & S_IFMT {
    case S_IFREG: nil
    case S_IFLNK: "a symbolic link"
    case S_IFDIR: "a folder"
    case S_IFIFO: "a pipe"
    case S_IFSOCK: "a socket"
    default: "a device"
    }
  }
}
