#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A file operation that the system refused.
public struct FileFault: Error, Hashable, Sendable {
  /// What was tried, as a verb.
  public var operation: String
  /// The path that it was tried on.
  public var path: String
  /// The system's error number.
  public var code: Int32

  /// A refusal of the system.
  public init(operation: String, path: String, code: Int32) {
    self.operation = operation
    self.path = path
    self.code = code
  }

  /// The refusal in plain words.
  public var inWords: String { "cannot \(operation) \(path): \(String(cString: strerror(code)))" }

  /// Whether the thing was not there.
  var isMissing: Bool { code == ENOENT }
}

/// An open folder; every name in it is reached through the folder itself, and links are not followed.
struct Folder: ~Copyable {
  private let descriptor: Int32
  let path: String

  private init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  /// Opens a folder, making it with mode 0700 where it is missing.
  init(path: String) throws(FileFault) {
    if mkdir(path, 0o700) != 0, errno != EEXIST { throw .now("make", path) }
    descriptor = try Self.check("open", path) { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    self.path = path
  }

  deinit { close(descriptor) }

  /// Opens a folder within this one, making it with mode 0700 where it is missing.
  func folder(_ name: String) throws(FileFault) -> Folder {
    let inner = "\(path)/\(name)"
    if mkdirat(descriptor, name, 0o700) == 0 {
      try sync()
    } else if errno != EEXIST {
      throw .now("make", inner)
    }
    let opened = try Self.check("open", inner) {
      openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    }
    return Folder(descriptor: opened, path: inner)
  }

  /// Creates a file of mode 0600 that did not exist, durable when this returns; leaves none behind when it throws.
  func create(_ name: String, _ bytes: [UInt8]) throws(FileFault) {
    let file = "\(path)/\(name)"
    let opened = try Self.check("create", file) {
      openat(descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    }
    do throws(FileFault) {
      try Self.writeAndClose(opened, bytes, file)
      try sync()
    } catch {
      unlinkat(descriptor, name, 0)
      throw error
    }
  }

  /// Moves a file into another folder, in one step that either happens or does not.
  func move(_ name: String, to other: borrowing Folder) throws(FileFault) {
    _ = try Self.check("move", "\(path)/\(name)") {
      renameat(descriptor, name, other.descriptor, name)
    }
  }

  /// Removes a file.
  ///
  /// - Returns: Whether it was there.
  func remove(_ name: String) throws(FileFault) -> Bool {
    do throws(FileFault) {
      _ = try Self.check("remove", "\(path)/\(name)") { unlinkat(descriptor, name, 0) }
      return true
    } catch {
      if error.isMissing { return false }
      throw error
    }
  }

  /// Makes the folder's own list of names durable.
  func sync() throws(FileFault) { _ = try Self.check("sync", path) { fsync(descriptor) } }

  /// The names of everything in the folder.
  func names() throws(FileFault) -> [String] {
    let copy = try Self.check("read", path) {
      openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    }
    guard let stream = fdopendir(copy) else {
      close(copy)
      throw .now("read", path)
    }
    defer { closedir(stream) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(stream) {
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) { raw in
          String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
        })
      errno = 0
    }
    guard errno == 0 else { throw .now("read", path) }
    return names
  }

  private static func writeAndClose(
    _ file: Int32,
    _ bytes: [UInt8],
    _ path: String
  ) throws(FileFault) {
    do throws(FileFault) {
      try writeAll(file, bytes, path)
      _ = try check("sync", path) { fsync(file) }
    } catch {
      close(file)
      throw error
    }
    if close(file) != 0 { throw .now("close", path) }
  }

  private static func writeAll(
    _ file: Int32,
    _ bytes: [UInt8],
    _ path: String
  ) throws(FileFault) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if written < 0 {
        if errno == EINTR { continue }
        throw .now("write", path)
      }
      rest = rest.dropFirst(written)
    }
  }

  /// Calls until it is not interrupted, and turns a refusal into a fault.
  private static func check(
    _ operation: String,
    _ path: String,
    _ call: () -> Int32
  ) throws(FileFault) -> Int32 {
    while true {
      let result = call()
      if result >= 0 { return result }
      if errno != EINTR { throw .now(operation, path) }
    }
  }
}

extension FileFault {
  /// The refusal that the system has just reported.
  fileprivate static func now(_ operation: String, _ path: String) -> FileFault {
    FileFault(operation: operation, path: path, code: errno)
  }
}
