import Glibc

/// A file without a name, for its owner alone, gone when it is closed.
enum PrivateFile {
  /// Opens one for writing and mapping.
  ///
  /// - Throws: `InstallError` where the folder does not take it.
  static func open(in folder: String) throws(InstallError) -> OutputDescriptor {
    let names = TemporaryName(folder: folder, name: "base")
    names.clear()
    let path = names.fresh()
    let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .writing("make a file in", folder, errno) }
    unlink(path)
    return OutputDescriptor(number: descriptor, path: folder)
  }
}
