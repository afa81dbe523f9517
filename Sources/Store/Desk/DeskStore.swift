public import AmendsPolicy
import GRDB
public import Ledger
import Synchronization

/// The desk of a shop: every review, person, fact, draft and queued reply, in one SQLite file.
///
/// Every method may be called from any thread, blocks until it is done, and is one transaction: what it
/// says has happened is on disk when it returns. Several processes may open one desk. Instants come from
/// the caller; the store never looks at a clock.
public final class DeskStore: Sendable {
  /// How often, and when, people may be written to.
  public let limits: ContactLimits
  /// Who works on the desk, and from where.
  public let acting: Acting
  let zones: @Sendable (String?) -> Zone
  let pool: DatabasePool
  let lock: DeskLock
  let files: DeskFiles
  let spool: Spool
  private let sentinel: DatabaseQueue
  private let presence: DeskPresence
  private let health: DeskHealth
  private let isClosed = Mutex(false)

  /// Opens the desk in a folder, and makes both where they are missing, for their owner alone.
  ///
  /// Sending is frozen where the clock cannot be believed, where the database is not the one that was left
  /// in the folder, and after the disk failed; see ``freezes()``.
  /// - Parameters:
  ///   - folder: The desk's own folder; holds `desk.sqlite`, and beside it `desk.lock`, `desk.in-use`,
  ///     `desk.epoch`, `desk.spool`, `backups` and SQLite's side files.
  ///   - limits: How often, and when, people may be written to.
  ///   - zones: Gives the rules of a zone by its name; `nil` asks for those of a person whose zone is
  ///     unknown.
  ///   - acting: Who works on the desk, for the audit.
  ///   - patience: Seconds to wait for another process that writes.
  ///   - clock: What the clocks show; `nil` leaves them to the first message that wants to leave.
  /// - Throws: ``DeskError`` where the folder or file is not safe, damaged, not a desk, or newer than this
  ///   program.
  public init(
    at folder: String,
    limits: ContactLimits = ContactLimits(),
    zones: @escaping @Sendable (String?) -> Zone = { _ in .utc },
    acting: Acting = Acting(),
    patience: Int = 20,
    clock: ClockReading? = nil
  ) throws(DeskError) {
    let files = DeskFiles(folder: folder)
    try files.prepare()
    let lock = try DeskLock(files.lock, patience: patience)
    let spool = Spool(path: files.spool, folder: folder)
    do {
      (pool, sentinel, presence) = try lock.hold {
        let presence = try DeskPresence(files.presence)
        try files.prepareDatabase()
        let examination = OpeningExamination(
          files: files, spool: spool, clock: clock, acting: acting,
          wasLeftOpen: presence.isAlone && files.hasLog)
        let opened = try DeskOpening.open(files, patience: patience, examination: examination)
        try presence.share(files.presence)
        return (opened.0, opened.1, presence)
      }
    } catch {
      let error = DeskError(error)
      DeskHealth(marker: files.failure).note(error)
      throw error.withBackup(in: files)
    }
    self.limits = limits
    self.zones = zones
    self.acting = acting
    self.lock = lock
    self.files = files
    self.spool = spool
    health = DeskHealth(marker: files.failure)
  }

  deinit { try? close() }

  /// Closes the desk while nobody else writes; nothing can be asked of it afterwards.
  ///
  /// Readers go first: only a connection that may write can fold the write-ahead log back into the file.
  /// After the disk failed nothing is folded back: the next opening examines what is there.
  /// - Throws: ``DeskError`` where a piece of work is still going on.
  public func close() throws(DeskError) {
    if case .failed = trouble { return health.keepOpen(pool, sentinel) }
    do {
      try isClosed.withLock { isClosed in
        guard !isClosed else { return }
        try lock.hold { try closeConnections() }
        presence.leave()
        isClosed = true
      }
    } catch {
      throw DeskError(error)
    }
  }

  private func closeConnections() throws {
    try? rememberNewestFact()
    try sentinel.close()
    pool.invalidateReadOnlyConnections()
    try pool.close()
  }

  /// Says beside the database how far it has come, so that an older copy in its place is noticed.
  private func rememberNewestFact() throws {
    let newest = try sentinel.read { try DeskIdentity.newestFact($0) }
    guard case .known(var file) = try EpochFile.read(files.epoch), file.facts < newest else {
      return
    }
    file.facts = newest
    try file.write(files.epoch, in: files.folder)
  }

  /// What keeps the desk from writing; `nil` where nothing does.
  public var trouble: StorageTrouble? { health.trouble }

  /// A number that changes whenever anybody, in this process or another, has changed the desk.
  ///
  /// - Throws: ``DeskError`` where the desk cannot be read.
  public func changeToken() throws(DeskError) -> Int64 {
    do {
      return try sentinel.read { try Int64.fetchOne($0, sql: "PRAGMA data_version") ?? 0 }
    } catch {
      throw DeskError(error)
    }
  }

  /// What the database says of one of its settings (`PRAGMA`) on the connection that writes.
  ///
  /// - Throws: ``DeskError`` where the desk cannot be read.
  public func setting(_ name: DeskSetting) throws(DeskError) -> String {
    do {
      return try pool.writeWithoutTransaction {
        try DeskOpening.value(of: name, $0)
      }
    } catch {
      throw DeskError(error)
    }
  }

  /// Reads in one snapshot.
  func read<Value>(_ work: (Database) throws -> Value) throws(DeskError) -> Value {
    do {
      return try pool.read(work)
    } catch {
      throw DeskError(error)
    }
  }

  /// Writes in one transaction, begun, committed and checkpointed under the desk's lock.
  ///
  /// - Parameters:
  ///   - work: What is done in the transaction.
  ///   - after: What is done once it is on disk, before anybody else may write.
  /// - Returns: What the work gives.
  /// - Throws: ``DeskError`` where the work, or what is done after it, fails.
  func write<Value>(
    _ work: (Database) throws -> Value,
    then after: (Value, Database) throws -> Void = { _, _ in }
  ) throws(DeskError) -> Value {
    try underLock { db in
      let value = try db.returning(work)
      try after(value, db)
      return value
    }
  }

  /// Works on the desk while nobody else does; refuses after the disk failed.
  func underLock<Value>(_ work: (Database) throws -> Value) throws(DeskError) -> Value {
    try health.refuseAfterFailure()
    do {
      let value = try pool.writeWithoutTransaction { db in try lock.hold { try work(db) } }
      health.noteSuccess()
      return value
    } catch {
      let error = DeskError(error)
      health.note(error)
      throw error
    }
  }
}

extension Database {
  /// Runs an immediate transaction and gives back what the work gives.
  fileprivate func returning<Value>(_ work: (Database) throws -> Value) throws -> Value {
    var value: Value?
    try inTransaction(.immediate) {
      value = try work(self)
      return .commit
    }
    guard let value else { throw DeskError.busy }
    return value
  }
}
