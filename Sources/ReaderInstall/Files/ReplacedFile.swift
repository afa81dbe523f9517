import Glibc

/// A file that takes the place of another in one step, once it is whole and durable.
///
/// Until then it lies beside it under another name, and is gone when it is given up.
struct ReplacedFile: ~Copyable {
  let path: String
  private let folder: String
  private let temporary: String
  private let output: OutputDescriptor
  private var isDone = false

  /// Begins a file, and clears what earlier tries left over.
  ///
  /// - Throws: `InstallError` where the folder does not take it.
  init(path: String) throws(InstallError) {
    guard let (folder, name) = Self.parts(of: path) else {
      throw .unwritable(path: path, operation: "write", reason: "it names no file")
    }
    let names = TemporaryName(folder: folder, name: name)
    names.clear()
    let (descriptor, temporary) = try Self.create(names, for: path)
    output = OutputDescriptor(number: descriptor, path: path)
    (self.path, self.folder, self.temporary) = (path, folder, temporary)
  }

  deinit {
    if !isDone { unlink(temporary) }
  }

  /// Writes bytes behind those that were written.
  ///
  /// - Throws: `InstallError`.
  func write(_ bytes: UnsafeRawBufferPointer) throws(InstallError) { try output.write(bytes) }

  /// Writes bytes over those at a place.
  ///
  /// - Throws: `InstallError`.
  func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(InstallError) {
    try output.write(bytes, at: offset)
  }

  /// Puts the file in its place, durable when this returns.
  ///
  /// - Throws: `InstallError`; the old file is then still there, unless only its folder could not be saved.
  mutating func commit() throws(InstallError) {
    try output.sync()
    guard rename(temporary, path) == 0 else { throw .writing("replace", path, errno) }
    isDone = true
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .writing("save", folder, errno) }
    try OutputDescriptor(number: descriptor, path: folder).sync()
  }

  /// Another run may take a file for left over between its making and its locking: then a new one is made.
  private static func create(
    _ names: TemporaryName, for path: String
  ) throws(InstallError) -> (Int32, String) {
    while true {
      let temporary = names.fresh()
      let descriptor = open(
        temporary, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else {
        if errno == EEXIST { continue }
        throw .writing("write", path, errno)
      }
      fchmod(descriptor, 0o600)
      var status = stat()
      if TemporaryName.lock(descriptor) != .refused, fstat(descriptor, &status) == 0,
        status.st_nlink == 1
      {
        return (descriptor, temporary)
      }
      close(descriptor)
    }
  }

  private static func parts(of path: String) -> (folder: String, name: String)? {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard !name.isEmpty, name != ".", name != ".." else { return nil }
    let folder = path.dropLast(name.count)
    if folder.isEmpty { return (".", String(name)) }
    return (folder == "/" ? "/" : String(folder.dropLast()), String(name))
  }
}
