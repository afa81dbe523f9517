/// Memory for bytes on their way, given back at the end of the scope.
struct Room: ~Copyable {
  let bytes: UnsafeMutableRawBufferPointer

  init(_ count: Int) { bytes = .allocate(byteCount: count, alignment: 64) }

  deinit { bytes.deallocate() }

  func prefix(_ count: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: bytes[..<count])
  }
}

extension Array where Element: BitwiseCopyable {
  /// Lends the bytes of the values, as they lie in a file too: Swift runs on little-endian machines only.
  func withBytes<Value, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    try withUnsafeBufferPointer { (values) throws(Failure) in
      try body(UnsafeRawBufferPointer(values))
    }
  }
}
