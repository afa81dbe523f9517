#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The folder and the files of a desk: made for their owner alone, refused when they are not.
struct DeskFiles: Sendable {
  let folder: String

  var database: String { folder + "/desk.sqlite" }
  /// Held by whoever writes.
  var lock: String { folder + "/desk.lock" }
  /// Held, together with others, by whoever has the desk open.
  var presence: String { folder + "/desk.in-use" }
  /// Says which database belongs here.
  var epoch: String { folder + "/desk.epoch" }
  /// Who was written to when, beside the database.
  var spool: String { folder + "/desk.spool" }
  /// There since the disk failed, until the database was examined.
  var failure: String { folder + "/desk.failed" }
  /// A backup on its way to be the database; there only while it is put back, or after that was interrupted.
  var restoring: String { folder + "/desk.sqlite.restoring" }
  /// Where backups lie unless somebody says otherwise.
  var backups: String { folder + "/backups" }

  /// How the files end that SQLite keeps beside a database.
  static let sides = ["-wal", "-shm", "-journal"]

  /// The files that SQLite keeps beside a database.
  static func sideFiles(of database: String) -> [String] { sides.map { database + $0 } }

  /// Makes the folder and the locks where they are missing, and checks what is there.
  ///
  /// Modes are set after making, so that no umask widens or narrows them.
  func prepare() throws(DeskError) {
    try DeskFolder(path: folder).prepare()
    for path in [lock, presence] { try make(path) }
  }

  /// Makes the database's file where it is missing, and checks it with all that lies beside it; under the lock.
  ///
  /// SQLite gives its side files the mode of the database. A database that was there before and is not any
  /// more, or is empty, is not silently begun anew.
  func prepareDatabase() throws(DeskError) {
    if access(restoring, F_OK) == 0 { throw .halfRestored(path: restoring) }
    try FileCheck.check(database)
    if size(of: database) == 0, access(epoch, F_OK) == 0 {
      throw .damaged("\(database) is empty or gone", backup: nil)
    }
    try make(database)
    for path in Self.sideFiles(of: database) + [epoch, spool, failure] {
      try FileCheck.check(path)
    }
  }

  /// Whether a write-ahead log was left over: the last program did not close the desk.
  var hasLog: Bool { size(of: database + "-wal") > 0 }

  private func make(_ path: String) throws(DeskError) {
    let made = open(path, O_CREAT | O_EXCL | O_RDWR | O_NOFOLLOW | O_CLOEXEC, 0o600)
    if made >= 0 {
      fchmod(made, 0o600)
      close(made)
    } else if errno != EEXIST {
      throw .cannotOpen(path: path, reason: String(cString: strerror(errno)))
    }
    try FileCheck.check(path)
  }

  private func size(of path: String) -> Int {
    var info = stat()
    return lstat(path, &info) == 0 ? Int(info.st_size) : 0
  }
}
