/// Reads tables out of bytes that an `ImageWriter` laid out; never beyond their end.
struct ImageReader {
  private let bytes: [UInt8]
  private var at: Int

  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    at = start
  }

  /// The next plain values.
  mutating func values<Value: BitwiseCopyable>() throws(ImageFault) -> [Value] {
    let count: Int = try value()
    let stride = MemoryLayout<Value>.stride
    guard count >= 0, count <= (bytes.count - at) / max(1, stride) else { throw .short }
    let start = at
    at += count * stride
    return [Value](unsafeUninitializedCapacity: count) { buffer, filled in
      if count > 0 {
        bytes.withUnsafeBytes { source in
          UnsafeMutableRawBufferPointer(buffer).copyMemory(
            from: UnsafeRawBufferPointer(rebasing: source[start..<(start + count * stride)]))
        }
      }
      filled = count
    }
  }

  /// The next plain value.
  mutating func value<Value: BitwiseCopyable>() throws(ImageFault) -> Value {
    let size = MemoryLayout<Value>.size
    guard bytes.count - at >= size else { throw .short }
    defer { at += size }
    return bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: at, as: Value.self) }
  }

  /// The next text.
  mutating func string() throws(ImageFault) -> String {
    let text: [UInt8] = try values()
    return String(decoding: text, as: UTF8.self)
  }

  /// The next texts.
  mutating func strings() throws(ImageFault) -> [String] {
    let count: Int = try value()
    guard count >= 0, count <= bytes.count - at else { throw .short }
    var texts: [String] = []
    for _ in 0..<count { texts.append(try string()) }
    return texts
  }
}
