import Glibc

/// An open file that is written to.
struct OutputDescriptor: ~Copyable {
  /// The name under which faults report it.
  let path: String
  let number: Int32

  init(number: Int32, path: String) { (self.number, self.path) = (number, path) }

  deinit { close(number) }

  /// Writes all bytes behind those that were written.
  ///
  /// - Throws: `InstallError`, `diskFull` where there is no room for them.
  func write(_ bytes: UnsafeRawBufferPointer) throws(InstallError) {
    try writeAll(bytes) { Glibc.write(number, $0.baseAddress, $0.count) }
  }

  /// Writes all bytes over those at a place.
  ///
  /// - Throws: `InstallError`.
  func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(InstallError) {
    var at = offset
    try writeAll(bytes) {
      let written = pwrite(number, $0.baseAddress, $0.count, at)
      at += max(0, written)
      return written
    }
  }

  /// Makes everything that was written durable.
  ///
  /// - Throws: `InstallError`.
  func sync() throws(InstallError) {
    guard uninterrupted({ fsync(number) }) == 0 else { throw .writing("save", path, errno) }
  }

  private func writeAll(
    _ bytes: UnsafeRawBufferPointer, _ call: (UnsafeRawBufferPointer) -> Int
  ) throws(InstallError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = uninterrupted { call(UnsafeRawBufferPointer(rebasing: rest)) }
      guard written >= 0 else { throw .writing("write", path, errno) }
      rest = rest.dropFirst(written)
    }
  }
}
