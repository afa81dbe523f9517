public import AmendsPolicy
import GRDB

/// A copy of a desk that was made and looked through.
public struct Backup: Hashable, Sendable {
  /// Where it lies.
  public var path: String
  /// How large it is, in bytes.
  public var size: Int
  /// What lies in it.
  public var contents: DeskContents
  /// Older backups that were removed for it.
  public var removed: [String]
}

extension DeskStore {
  /// Copies the desk as it is at this moment into one file, and looks through the copy; others may work on.
  ///
  /// The file is its owner's alone, and takes its name only once it is whole and on the disk.
  /// - Parameters:
  ///   - path: Where to; `nil` for a file named after the time, in the desk's folder `backups`.
  ///   - now: When it is made.
  ///   - keeping: How many backups may stay in that folder; older ones of our naming are removed. `nil` for
  ///     all.
  ///   - progress: Hears which share is done, from 0 to 1.
  /// - Returns: The copy.
  /// - Throws: ``DeskError`` where the desk cannot be read, the copy not written, or is not whole; nothing is
  ///   left behind then.
  public func backUp(
    to path: String? = nil,
    at now: Instant,
    keeping: Int? = nil,
    progress: @escaping (Double) -> Void = { _ in }
  ) throws(DeskError) -> Backup {
    let path = path ?? "\(files.backups)/\(BackupFolder.name(at: now))"
    if path.hasPrefix(files.backups + "/") { try DeskFolder(path: files.backups).prepare() }
    let copy = try FileInMaking(path)
    do {
      let contents = try self.copy(to: copy, progress)
      let size = try copy.finish()
      let removed =
        keeping.map { BackupFolder(path: files.backups).prune(keeping: $0) } ?? []
      return Backup(path: path, size: size, contents: contents, removed: removed)
    } catch {
      throw DeskError(error)
    }
  }

  /// The newest backup beside the desk, by its name; `nil` where there is none.
  public var newestBackup: String? { BackupFolder(path: files.backups).backups().first }

  /// Looks through the whole database for damage: about half a second for 300 MB.
  ///
  /// - Throws: ``DeskError/damaged(_:backup:)`` where there is any.
  public func examine() throws(DeskError) {
    do {
      try pool.read { db in try DeskCheck.quick(db) }
    } catch {
      throw DeskError(error).withBackup(in: files)
    }
  }

  /// Copies within one read transaction, so that the copy is of one moment however long it takes.
  private func copy(to file: borrowing FileInMaking, _ progress: @escaping (Double) -> Void)
    throws -> DeskContents
  {
    let path = file.temporary
    let target = try DatabaseQueue(path: path)
    defer { try? target.close() }
    return try pool.read { source in
      let expected = try DeskContents(source)
      return try target.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA synchronous = OFF")
        try source.backup(to: db, pagesPerStep: Self.pagesAtOnce) { step in
          let total = max(1, step.totalPageCount)
          progress(Double(step.completedPageCount) / Double(total))
        }
        try BackupFile.close(db)
        let found = try BackupFile.contents(of: path, db)
        guard found == expected else {
          throw DeskError.damaged("the copy does not hold what the desk holds")
        }
        return found
      }
    }
  }

  /// Four megabytes between two words on how far it is.
  private static let pagesAtOnce: CInt = 1024
}
