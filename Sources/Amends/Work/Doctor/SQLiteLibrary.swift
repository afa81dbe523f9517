import Glibc

/// The SQLite that this program runs with.
enum SQLiteLibrary {
  /// Its version, as the library itself says it; `nil` where it does not show its name.
  static var version: String? {
    guard let symbol = dlsym(nil, "sqlite3_libversion") else { return nil }
    typealias Version = @convention(c) () -> UnsafePointer<CChar>?
    return unsafeBitCast(symbol, to: Version.self)().map { String(cString: $0) }
  }

  /// Whether a version may damage a database when its log is reset twice at once.
  ///
  /// From 3.7.0 to 3.51.2; source: sqlite.org/wal.html#walresetbug.
  static func hasResetFault(_ version: String) -> Bool {
    let parts = version.split(separator: ".").compactMap { Int($0) }
    guard parts.count >= 2, parts[0] == 3 else { return false }
    let patch = parts.count > 2 ? parts[2] : 0
    return parts[1] >= 7 && (parts[1] < 51 || parts[1] == 51 && patch <= 2)
  }
}
