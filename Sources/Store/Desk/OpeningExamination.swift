import AmendsPolicy
import GRDB
import Ledger

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// What is looked at whenever a desk is opened, under its lock: whether the disk failed, whether it is the
/// database that was left here, and whether the clock can be believed.
struct OpeningExamination {
  let files: DeskFiles
  let spool: Spool
  /// What the clocks show; `nil` where nobody says.
  let clock: ClockReading?
  /// Who opens the desk.
  let acting: Acting
  /// Whether a write-ahead log was left over by programs that are gone.
  let wasLeftOpen: Bool

  /// Examines the database, and keeps what was found.
  func run(_ db: Database) throws {
    let mark = try ClockMarks.read(db)
    let now = clock?.wall ?? mark?.newest ?? Instant(milliseconds: 0)
    let failure = try failureReason()
    if failure != nil || wasLeftOpen && mark?.first?.boot != clock?.boot {
      try DeskCheck.quick(db)
    }
    try spool.begin(at: now)
    let homecoming = try Homecoming(files, spool, db)
    if homecoming.isNew { try homecoming.writeFile(files, newestFact: 0) }
    try write(homecoming, failure, at: now, db)
    try? homecoming.writeFile(files, newestFact: try DeskIdentity.newestFact(db))
    if failure != nil { unlink(files.failure) }
  }

  private func write(
    _ homecoming: Homecoming,
    _ failure: String?,
    at now: Instant,
    _ db: Database
  ) throws {
    let isNews = try clock.map { try ClockJudge.isNews($0, db) } ?? false
    guard homecoming.concernsDatabase || failure != nil || isNews else { return }
    try db.inTransaction(.immediate) {
      if homecoming.concernsDatabase { try homecoming.settle(at: now, by: acting, db) }
      if let failure {
        let reason = "the disk failed (\(failure)); the database was examined since and is whole"
        try Freezes.raise(Freeze(.storage, reason: reason, since: now), db)
      }
      if let clock { try ClockJudge.hear(clock, db) }
      return .commit
    }
  }

  /// What the disk said when it failed; `nil` where it did not.
  private func failureReason() throws(DeskError) -> String? {
    guard access(files.failure, F_OK) == 0 else { return nil }
    let bytes = try OwnFile(files.failure, O_RDONLY).bytes(most: 500)
    return String(decoding: bytes, as: UTF8.self)
  }
}
