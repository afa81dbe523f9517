import Glibc

/// A model file, mapped into memory: its pages are read when they are first used, and shared between processes.
///
/// Whoever puts a new model in place must rename it over the old one: a file that is cut while it is mapped ends the
/// process that reads it.
public final class ReaderModel: Sendable {
  /// Its sizes.
  public var shape: ModelShape { header.shape }
  /// The SHA-256 that the bytes after the header should have.
  public var bodyHash: [UInt8] { header.bodyHash }
  /// The SHA-256 of the base model that it was made from.
  public var baseHash: [UInt8] { header.baseHash }
  /// The SHA-256 of the adapter that it was made with.
  public var adapterHash: [UInt8] { header.adapterHash }
  /// The bytes of the file that the checksum is of.
  public var bodyRange: Range<Int> { ModelLayout.headerCount..<bytes.count }

  private let header: ModelHeader
  // Nothing ever writes to the mapping.
  nonisolated(unsafe) private let bytes: UnsafeRawBufferPointer

  /// Opens a model; only its first page is read.
  ///
  /// - Throws: `ModelFault` where it is missing or cannot be used.
  public init(path: String) throws(ModelFault) {
    // Opening a pipe would wait for its other end.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      throw errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable(errno: errno)
    }
    defer { close(file) }
    let count = try Self.count(of: file)
    header = try ModelHeader(Self.firstPage(of: file), fileCount: UInt64(count))
    guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, file, 0), start != MAP_FAILED else {
      throw .unreadable(errno: errno)
    }
    bytes = UnsafeRawBufferPointer(start: start, count: count)
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }

  /// Compares the bytes after the header with their checksum: reads the whole file.
  ///
  /// - Parameter hash: gives the SHA-256 of bytes.
  /// - Throws: `ModelFault.damaged` where it is another.
  public func verify(hash: (UnsafeRawBufferPointer) -> [UInt8]) throws(ModelFault) {
    let found = hash(UnsafeRawBufferPointer(rebasing: bytes[bodyRange]))
    guard found == bodyHash else { throw .damaged(.checksum) }
  }

  /// The values of a section; valid as long as the model is.
  func values<Value: BitwiseCopyable>(_ section: ModelSection) -> UnsafeBufferPointer<Value> {
    guard let range = header.sections[section.id] else {
      preconditionFailure("opening checked every section")
    }
    return UnsafeRawBufferPointer(rebasing: bytes[range]).bindMemory(to: Value.self)
  }

  private static func count(of file: Int32) throws(ModelFault) -> Int {
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .unreadable(errno: errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw .unreadable(errno: EISDIR) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .foreign }
    return Int(status.st_size)
  }

  private static func firstPage(of file: Int32) throws(ModelFault) -> [UInt8] {
    var page = [UInt8](repeating: 0, count: ModelLayout.headerCount)
    var filled = 0
    while filled < page.count {
      let got = page.withUnsafeMutableBytes {
        pread(file, $0.baseAddress.map { $0 + filled }, $0.count - filled, off_t(filled))
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw .unreadable(errno: errno) }
      guard got > 0 else { break }
      filled += got
    }
    return Array(page.prefix(filled))
  }
}
