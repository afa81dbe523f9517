/// Reads values out of bytes, never beyond their end.
struct ByteReader {
  private let bytes: UnsafeRawBufferPointer
  private(set) var at: Int

  init(_ bytes: UnsafeRawBufferPointer, at start: Int = 0) { (self.bytes, at) = (bytes, start) }

  /// How many bytes are left.
  var left: Int { bytes.count - at }

  /// The next bytes, where they lie.
  ///
  /// - Throws: `FormatFault`.
  mutating func take(_ count: Int) throws(FormatFault) -> UnsafeRawBufferPointer {
    guard count >= 0, count <= left else { throw .ended(at: at, wanted: count, left: left) }
    defer { at += count }
    return UnsafeRawBufferPointer(rebasing: bytes[at..<at + count])
  }

  /// The next value.
  ///
  /// - Throws: `FormatFault`.
  mutating func value<Value: BitwiseCopyable>(
    _: Value.Type = Value.self
  ) throws(FormatFault) -> Value {
    try take(MemoryLayout<Value>.size).loadUnaligned(as: Value.self)
  }

  /// The next values.
  ///
  /// - Throws: `FormatFault`.
  mutating func values<Value: BitwiseCopyable>(_ count: Int) throws(FormatFault) -> [Value] {
    guard count >= 0, count <= left / MemoryLayout<Value>.size else {
      throw .ended(at: at, wanted: count, left: left)
    }
    return [Value](copying: try take(count * MemoryLayout<Value>.size))
  }

  /// The next number, as a count.
  ///
  /// - Throws: `FormatFault` where it is negative or too large.
  mutating func count<Value: FixedWidthInteger & BitwiseCopyable>(
    _: Value.Type
  ) throws(FormatFault) -> Int {
    let number = try value(Value.self)
    guard let count = Int(exactly: number), count >= 0 else {
      throw FormatFault("the number before byte \(at) should be a count, and is \(number)")
    }
    return count
  }
}

/// What is wrong with bytes that should keep a format.
struct FormatFault: Error, Equatable {
  var reason: String

  init(_ reason: String) { self.reason = reason }

  /// Bytes that end before something which should be within them.
  fileprivate static func ended(at: Int, wanted: Int, left: Int) -> FormatFault {
    FormatFault("\(wanted) bytes or values should follow byte \(at), and \(left) bytes do")
  }
}

extension Array where Element: BitwiseCopyable {
  /// The values that some bytes hold, wherever they lie.
  init(copying bytes: UnsafeRawBufferPointer) {
    let count = bytes.count / MemoryLayout<Element>.size
    self.init(unsafeUninitializedCapacity: count) { buffer, filled in
      let whole = UnsafeRawBufferPointer(rebasing: bytes[..<(count * MemoryLayout<Element>.size)])
      UnsafeMutableRawBufferPointer(buffer).copyMemory(from: whole)
      filled = count
    }
  }
}
