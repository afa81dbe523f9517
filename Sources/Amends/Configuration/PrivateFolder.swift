import Glibc

/// Folders that only their owner may enter.
enum PrivateFolder {
  /// Makes a folder with those above it; where that fails, whoever uses the folder says so.
  static func make(_ path: String) {
    var built = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
      built += "/\(part)"
      mkdir(built, 0o700)
    }
  }
}
