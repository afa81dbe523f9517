import AmendsPolicy
import Ledger

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The folder in which the backups of a desk lie, each named after the second in which it was made.
struct BackupFolder {
  let path: String

  private static let prefix = "desk-"
  private static let suffix = ".backup"

  /// The name of a backup that is made now, such as `desk-20261127-140309.backup`, in UTC.
  static func name(at now: Instant) -> String { "\(prefix)\(stamp(at: now))\(suffix)" }

  /// A second in UTC as names have it: `20261127-140309`.
  static func stamp(at now: Instant) -> String {
    let time = CivilTime(now)
    let date = pad(time.date.year, 4) + pad(time.date.month, 2) + pad(time.date.day, 2)
    return date + "-" + [time.hour, time.minute, time.second].map { pad($0, 2) }.joined()
  }

  private static func pad(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// Whether a file is named as we name backups; others are never touched.
  static func isOurs(_ name: String) -> Bool {
    guard name.hasPrefix(prefix), name.hasSuffix(suffix) else { return false }
    let time = name.dropFirst(prefix.count).dropLast(suffix.count)
    let parts = time.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.utf8.count) == [8, 6]
      && parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }

  /// The backups, the newest first.
  func backups() -> [String] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) { raw in
          String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
        })
    }
    return names.filter(Self.isOurs).sorted(by: >).map { "\(path)/\($0)" }
  }

  /// The newest backup that is whole; `nil` where there is none.
  func newestGood() -> String? {
    backups().first { (try? BackupFile.contents(of: $0)) != nil }
  }

  /// Removes all but the newest ones.
  ///
  /// - Returns: The paths of those that are gone.
  func prune(keeping count: Int) -> [String] {
    backups().dropFirst(max(1, count)).filter { unlink($0) == 0 }
  }
}

extension DeskError {
  /// The error with the newest good backup beside it, where the desk is damaged.
  func withBackup(in files: DeskFiles) -> DeskError {
    guard case .damaged(let what, nil) = self else { return self }
    return .damaged(what, backup: BackupFolder(path: files.backups).newestGood())
  }
}
