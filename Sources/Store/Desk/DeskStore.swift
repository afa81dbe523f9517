public import AmendsPolicy
import GRDB
public import Ledger

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
  private let sentinel: DatabaseQueue

  /// Opens the desk in a folder, and makes both where they are missing, for their owner alone.
  ///
  /// - Parameters:
  ///   - folder: The desk's own folder; holds `desk.sqlite`, `desk.lock` and SQLite's side files.
  ///   - limits: How often, and when, people may be written to.
  ///   - zones: Gives the rules of a zone by its name; `nil` asks for those of a person whose zone is
  ///     unknown.
  ///   - acting: Who works on the desk, for the audit.
  ///   - patience: Seconds to wait for another process that writes.
  /// - Throws: ``DeskError`` where the folder or file is not safe, not a desk, or newer than this program.
  public init(
    at folder: String,
    limits: ContactLimits = ContactLimits(),
    zones: @escaping @Sendable (String?) -> Zone = { _ in .utc },
    acting: Acting = Acting(),
    patience: Int = 20
  ) throws(DeskError) {
    let files = DeskFiles(folder: folder)
    try files.prepare()
    let lock = try DeskLock(files.lock, patience: patience)
    do {
      (pool, sentinel) = try lock.hold { try DeskOpening.open(files, patience: patience) }
    } catch {
      throw DeskError(error)
    }
    self.limits = limits
    self.zones = zones
    self.acting = acting
    self.lock = lock
  }

  deinit { try? close() }

  /// Closes the desk while nobody else writes; nothing can be asked of it afterwards.
  ///
  /// Readers go first: only a connection that may write can fold the write-ahead log back into the file.
  /// - Throws: ``DeskError`` where a piece of work is still going on.
  public func close() throws(DeskError) {
    do {
      try lock.hold {
        try sentinel.close()
        pool.invalidateReadOnlyConnections()
        try pool.close()
      }
    } catch {
      throw DeskError(error)
    }
  }

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
        try String.fetchOne($0, sql: "PRAGMA \(name.rawValue)") ?? ""
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
  func write<Value>(_ work: (Database) throws -> Value) throws(DeskError) -> Value {
    do {
      return try pool.writeWithoutTransaction { db in
        try lock.hold { try db.returning(work) }
      }
    } catch {
      throw DeskError(error)
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
