#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

extension DeskError {
  /// A refusal of the system, while work was done on a file: a full disk is told from one that fails.
  static func system(_ path: String, _ code: Int32 = errno) -> DeskError {
    switch code {
    case ENOSPC, EDQUOT: .diskFull
    default: .storage("\(path): \(String(cString: strerror(code)))")
    }
  }
}

/// Calls of the system that are repeated when a signal comes between.
enum SystemCall {
  /// What the call gives, where that is no refusal.
  static func checked<Result: SignedInteger>(
    _ path: String,
    _ call: () -> Result
  ) throws(DeskError) -> Result {
    while true {
      let result = call()
      if result >= 0 { return result }
      guard errno == EINTR else { throw .system(path) }
    }
  }

  /// Writes all bytes.
  static func write(_ bytes: [UInt8], to file: Int32, _ path: String) throws(DeskError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = rest
      let count = try checked(path) {
        #if canImport(Darwin)
        part.withUnsafeBytes { Darwin.write(file, $0.baseAddress, $0.count) }
        #else
        part.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
        #endif
      }
      rest = rest.dropFirst(count)
    }
  }

  /// Reads what stands from a place on, up to so many bytes.
  static func read(
    _ file: Int32,
    from offset: Int,
    most: Int = .max,
    _ path: String
  ) throws(DeskError) -> [UInt8] {
    var bytes: [UInt8] = []
    var portion = [UInt8](repeating: 0, count: min(most, 1 << 16))
    while bytes.count < most {
      let place = off_t(offset + bytes.count)
      let count = try checked(path) {
        portion.withUnsafeMutableBytes { pread(file, $0.baseAddress, $0.count, place) }
      }
      if count == 0 { break }
      bytes += portion[..<min(count, most - bytes.count)]
    }
    return bytes
  }

  /// Makes the names in a folder durable.
  static func syncFolder(_ path: String) throws(DeskError) {
    let folder = try checked(path) { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    defer { close(folder) }
    _ = try checked(path) { fsync(folder) }
  }
}
