import Glibc

/// Bytes of a file in memory, read by the system as they are touched.
public final class MappedBytes: @unchecked Sendable {
  /// Never changed, as nobody else can reach the file.
  private let bytes: UnsafeRawBufferPointer

  /// Maps the bytes that were written to a private file.
  ///
  /// - Throws: `InstallError.unreadable`.
  init(_ file: borrowing OutputDescriptor, count: Int) throws(InstallError) {
    guard count > 0 else {
      bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, file.number, 0)
    guard let start, start != MAP_FAILED else { throw .reading(file.path, errno) }
    bytes = UnsafeRawBufferPointer(start: start, count: count)
  }

  /// Lends the bytes.
  func withBytes<Value, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    defer { extendLifetime(self) }
    return try body(bytes)
  }

  deinit {
    if let start = bytes.baseAddress {
      munmap(UnsafeMutableRawPointer(mutating: start), bytes.count)
    }
  }
}
