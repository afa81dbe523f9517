#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The folder and the files of a desk: made for their owner alone, refused when they are not.
struct DeskFiles {
  let folder: String

  var database: String { folder + "/desk.sqlite" }
  var lock: String { folder + "/desk.lock" }

  /// Makes what is missing and checks what is there.
  ///
  /// Modes are set after making, so that no umask widens or narrows them; SQLite gives its `-wal` and
  /// `-shm` files the mode of the database.
  func prepare() throws(DeskError) {
    try prepareFolder()
    for path in [database, lock] { try prepareFile(path) }
    for path in [database + "-wal", database + "-shm", database + "-journal"] {
      try check(path)
    }
  }

  private func prepareFolder() throws(DeskError) {
    if mkdir(folder, 0o700) == 0 {
      chmod(folder, 0o700)
    } else if errno == ENOENT {
      try makeParents()
      guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw failure(folder) }
      chmod(folder, 0o700)
    } else if errno != EEXIST {
      throw failure(folder)
    }
    try checkFolder()
  }

  private func makeParents() throws(DeskError) {
    var path = folder.hasPrefix("/") ? "" : "."
    for part in folder.split(separator: "/").dropLast() {
      path += "/" + part
      guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw failure(path) }
    }
  }

  private func checkFolder() throws(DeskError) {
    var info = stat()
    guard stat(folder, &info) == 0 else { throw failure(folder) }
    guard info.st_mode & S_IFMT == S_IFDIR else {
      throw .cannotOpen(path: folder, reason: "it is not a folder; name another one")
    }
    try checkOwner(info, folder)
    guard info.st_mode & 0o022 == 0 else {
      throw .unsafeFile(
        path: folder, reason: "others may write to the folder; run: chmod 700 '\(folder)'")
    }
  }

  private func prepareFile(_ path: String) throws(DeskError) {
    let made = open(path, O_CREAT | O_EXCL | O_RDWR | O_NOFOLLOW | O_CLOEXEC, 0o600)
    if made >= 0 {
      fchmod(made, 0o600)
      close(made)
    } else if errno != EEXIST {
      throw failure(path)
    }
    try check(path)
  }

  /// Refuses a file that is a link, no plain file, somebody else's, or open to others.
  private func check(_ path: String) throws(DeskError) {
    var info = stat()
    guard lstat(path, &info) == 0 else {
      if errno == ENOENT { return }
      throw failure(path)
    }
    guard info.st_mode & S_IFMT == S_IFREG, info.st_nlink <= 1 else {
      throw .unsafeFile(
        path: path, reason: "it is a link or no plain file; put the real file in its place")
    }
    try checkOwner(info, path)
    guard info.st_mode & 0o077 == 0 else {
      throw .unsafeFile(path: path, reason: "others may open it; run: chmod 600 '\(path)'")
    }
  }

  private func checkOwner(_ info: stat, _ path: String) throws(DeskError) {
    guard info.st_uid == geteuid() else {
      throw .unsafeFile(
        path: path,
        reason: "it belongs to user \(info.st_uid); start Amends as that user, or open another desk"
      )
    }
  }

  private func failure(_ path: String) -> DeskError {
    .cannotOpen(path: path, reason: String(cString: strerror(errno)))
  }
}
