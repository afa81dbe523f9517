import GRDB
public import Ledger

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// What was done when a backup was put in the place of a desk, or an empty one begun.
public struct Restored: Hashable, Sendable {
  /// Where the former files lie now; nothing was deleted.
  public var kept: [String]
  /// What lies in the desk now.
  public var contents: DeskContents
  /// What sending is frozen for.
  public var freezes: [Freeze]
}

/// Puts another database in the place of a desk's, while nobody has it open.
public struct DeskRestore {
  private let files: DeskFiles
  private let clock: ClockReading
  private let patience: Int

  /// A restore of the desk in a folder.
  ///
  /// - Parameters:
  ///   - folder: The desk's folder.
  ///   - clock: What the clocks show.
  ///   - patience: Seconds to wait for another process that writes.
  public init(of folder: String, clock: ClockReading, patience: Int = 20) {
    files = DeskFiles(folder: folder)
    self.clock = clock
    self.patience = patience
  }

  /// Puts a backup in place, after it was copied and looked through; the present database is kept aside.
  ///
  /// Sending is frozen afterwards, and the contacts that the spool knows of are taken in.
  /// - Throws: ``DeskError/inUse(path:)`` where another program has the desk open, others where the backup
  ///   is not whole or a file cannot be written; the desk is as it was then.
  public func run(from backup: String) throws(DeskError) -> Restored {
    try exchange { () throws(DeskError) in try copy(backup) }
  }

  /// Keeps the present database aside and begins an empty one.
  ///
  /// - Throws: ``DeskError`` as ``run(from:)`` does.
  public func setAside() throws(DeskError) -> Restored {
    try exchange { () throws(DeskError) in try makeEmpty() }
  }

  private func exchange(_ prepare: () throws(DeskError) -> Void) throws(DeskError) -> Restored {
    try files.prepare()
    let kept: [String]
    do {
      kept = try DeskLock(files.lock, patience: patience).hold {
        let presence = try DeskPresence(files.presence)
        guard presence.isAlone else { throw DeskError.inUse(path: files.folder) }
        try prepare()
        let kept = try exchangeFiles()
        withExtendedLifetime(presence) {}
        return kept
      }
    } catch {
      throw DeskError(error)
    }
    let store = try DeskStore(at: files.folder, patience: patience, clock: clock)
    let contents = try store.read { db in try DeskContents(db) }
    return Restored(kept: kept, contents: contents, freezes: try store.freezes())
  }

  /// Copies a backup, with the log beside it where there is one, beside the database, and looks through it.
  private func copy(_ backup: String) throws(DeskError) {
    do throws(DeskError) {
      try makeCopy(of: backup)
    } catch {
      throw Self.aboutBackup(error, backup)
    }
  }

  private func makeCopy(of backup: String) throws(DeskError) {
    try make { path in
      try FileCopy(from: backup, to: path).run()
      if access(backup + "-wal", F_OK) == 0 {
        try FileCopy(from: backup + "-wal", to: path + "-wal").run()
      }
    } then: { queue in
      _ = try queue.read { db in try BackupFile.contents(of: backup, db) }
    }
  }

  /// Makes an empty desk under a name that no file beside it knows.
  private func makeEmpty() throws(DeskError) {
    try make { path in
      _ = try OwnFile(path, O_WRONLY | O_CREAT | O_EXCL)
    } then: { queue in
      try Migrations.migrator.migrate(queue)
    }
  }

  /// Makes the database that is to take the place of the present one, as one durable file.
  private func make(
    _ begin: (String) throws -> Void,
    then work: (DatabaseQueue) throws -> Void
  ) throws(DeskError) {
    try discardCopy()
    do {
      try begin(files.restoring)
      let queue = try DatabaseQueue(path: files.restoring)
      defer { try? queue.close() }
      try queue.writeWithoutTransaction { db in try BackupFile.close(db) }
      try work(queue)
      try OwnFile(files.restoring, O_RDWR).sync()
    } catch {
      try discardCopy()
      throw DeskError(error)
    }
  }

  private static func aboutBackup(_ error: DeskError, _ path: String) -> DeskError {
    guard case .damaged(let what, _) = error else { return error }
    return .noBackup(path: path, reason: "it is damaged (\(what))")
  }

  private func discardCopy() throws(DeskError) {
    for file in [files.restoring] + DeskFiles.sideFiles(of: files.restoring) {
      guard unlink(file) == 0 || errno == ENOENT else { throw .system(file) }
    }
  }

  /// Renames the present files and gives the copy the name of the database, which the file beside it takes
  /// for one from elsewhere.
  ///
  /// The log goes first: beside another database it would be taken for that one's. An interruption from here
  /// on leaves the copy, by which the next opening knows.
  private func exchangeFiles() throws(DeskError) -> [String] {
    let aside = freeName()
    var kept: [String] = []
    for side in DeskFiles.sides + [""] {
      let (from, to) = (files.database + side, aside + side)
      guard access(from, F_OK) == 0 else { continue }
      _ = try SystemCall.checked(from) { rename(from, to) }
      kept.append(to)
    }
    try EpochFile(facts: .max).write(files.epoch, in: files.folder)
    let (copy, database) = (files.restoring, files.database)
    _ = try SystemCall.checked(copy) { rename(copy, database) }
    try SystemCall.syncFolder(files.folder)
    return kept
  }

  /// A name for the present database that no file has, nor any that would lie beside it.
  private func freeName() -> String {
    let usual = "\(files.database).before-restore-\(BackupFolder.stamp(at: clock.wall))"
    let names = [usual] + (2...1000).map { "\(usual)-\($0)" }
    return names.first { name in
      ([""] + DeskFiles.sides).allSatisfy { access(name + $0, F_OK) != 0 }
    } ?? usual
  }
}
