import CMachine

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The folder of a desk: its owner's, on a local disk, and not to be swapped by others.
struct DeskFolder {
  let path: String

  /// Makes the folder where it is missing, and checks it and the way to it.
  func prepare() throws(DeskError) {
    try make()
    let folder = try checkWay()
    defer { close(folder) }
    try check(folder)
  }

  private func make() throws(DeskError) {
    if mkdir(path, 0o700) == 0 {
      chmod(path, 0o700)
    } else if errno == ENOENT {
      try makeParents()
      guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw failure(path) }
      chmod(path, 0o700)
    } else if errno != EEXIST {
      throw failure(path)
    }
  }

  private func makeParents() throws(DeskError) {
    var parent = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/").dropLast() {
      parent += "/" + part
      guard mkdir(parent, 0o700) == 0 || errno == EEXIST else { throw failure(parent) }
    }
  }

  /// Walks down to the folder itself, links resolved, and gives it open.
  ///
  /// A folder on the way that everybody may write to, and is not sticky as `/tmp` is, lets others put a
  /// folder of theirs in the place of ours.
  private func checkWay() throws(DeskError) -> Int32 {
    guard let real = realpath(path, nil) else { throw failure(path) }
    defer { free(real) }
    var place = "/"
    var folder = cm_look(AT_FDCWD, place)
    for part in String(cString: real).split(separator: "/") {
      let parent = folder
      guard parent >= 0 else { throw failure(place) }
      defer { close(parent) }
      var info = stat()
      guard fstat(parent, &info) == 0 else { throw failure(place) }
      guard info.st_mode & S_IWOTH == 0 || info.st_mode & S_ISVTX != 0 else {
        throw .unsafeFile(
          path: place,
          reason: "everybody may put another folder in the desk's place; run: chmod +t '\(place)'")
      }
      place += (place == "/" ? "" : "/") + part
      folder = cm_look(parent, String(part))
    }
    guard folder >= 0 else { throw failure(place) }
    return folder
  }

  private func check(_ folder: Int32) throws(DeskError) {
    var info = stat()
    guard fstat(folder, &info) == 0 else { throw failure(path) }
    guard info.st_mode & S_IFMT == S_IFDIR else {
      throw .cannotOpen(path: path, reason: "it is not a folder; name another one")
    }
    try FileCheck.checkOwner(info, path)
    guard info.st_mode & 0o022 == 0 else {
      throw .unsafeFile(
        path: path, reason: "others may write to the folder; run: chmod 700 '\(path)'")
    }
    if let kind = FileSystemKind.unsafeName(cm_file_system(folder)) {
      throw .unsafeFile(
        path: path,
        reason: "it lies on \(kind), where several programs may damage a database; move it to a"
          + " local disk, or open another with --desk")
    }
  }

  private func failure(_ path: String) -> DeskError {
    .cannotOpen(path: path, reason: String(cString: strerror(errno)))
  }
}
