import Glibc

/// Line ends of a table: LF, CRLF or CR.
enum LineBreaks {
  /// How many lines a row takes that ends with the bytes.
  static func lines(of row: UnsafeBufferPointer<UInt8>) -> Int {
    let ends = [UInt8(ascii: "\n"), UInt8(ascii: "\r")].compactMap { first($0, in: row) }
    guard let first = ends.min(), first < row.count - 2 else { return 1 }
    return max(1, count(in: row))
  }

  private static func first(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = bytes.baseAddress, let found = memchr(base, Int32(byte), bytes.count) else {
      return nil
    }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// How many line ends there are.
  static func count(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    var afterReturn = false
    for byte in bytes {
      if byte == UInt8(ascii: "\r") || (byte == UInt8(ascii: "\n") && !afterReturn) { count += 1 }
      afterReturn = byte == UInt8(ascii: "\r")
    }
    return count
  }

  /// The place behind the first line end at or behind a start.
  ///
  /// `nil` where none is there, or where the bytes end with a CR whose LF may come yet.
  static func endOfLine(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool
  ) -> Int? {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\n") { return index }
      if byte == UInt8(ascii: "\r") {
        guard index < bytes.count else { return isLast ? index : nil }
        return bytes[index] == UInt8(ascii: "\n") ? index + 1 : index
      }
    }
    return isLast && start < bytes.count ? index : nil
  }
}
