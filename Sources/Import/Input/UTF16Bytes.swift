/// UTF-16 text handed out as UTF-8; a surrogate without its partner becomes U+FFFD.
final class UTF16Bytes: ByteSource {
  private let inner: any ByteSource
  private let isBigEndian: Bool
  private var oddByte: UInt8?
  private var highSurrogate: UInt16?
  private var ready: [UInt8] = []
  private var given = 0
  private let input: UnsafeMutableRawBufferPointer

  init(_ inner: any ByteSource, isBigEndian: Bool) {
    self.inner = inner
    self.isBigEndian = isBigEndian
    input = .allocate(byteCount: 1 << 16, alignment: 16)
  }

  deinit { input.deallocate() }

  var position: Int { inner.position }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ImportError) -> Int {
    if given == ready.count { try decodeMore() }
    let count = min(buffer.count, ready.count - given)
    buffer.copyBytes(from: ready[given..<given + count])
    given += count
    return count
  }

  private func decodeMore() throws(ImportError) {
    ready.removeAll(keepingCapacity: true)
    given = 0
    while ready.isEmpty {
      let count = try inner.read(into: input)
      guard count > 0 else { return finish() }
      for byte in input[..<count] { take(byte) }
    }
  }

  /// What hangs over at the end of the file is damaged text.
  private func finish() {
    if oddByte != nil || highSurrogate != nil { append(Unicode.Scalar(0xFFFD)) }
    oddByte = nil
    highSurrogate = nil
  }

  private func take(_ byte: UInt8) {
    guard let first = oddByte else {
      oddByte = byte
      return
    }
    oddByte = nil
    let (high, low) = isBigEndian ? (first, byte) : (byte, first)
    take(UInt16(high) << 8 | UInt16(low))
  }

  private func take(_ unit: UInt16) {
    if let high = highSurrogate {
      highSurrogate = nil
      if UTF16.isTrailSurrogate(unit) {
        let code = 0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(unit) - 0xDC00)
        return append(Unicode.Scalar(code))
      }
      append(nil)
    }
    if UTF16.isLeadSurrogate(unit) {
      highSurrogate = unit
    } else {
      append(Unicode.Scalar(unit))
    }
  }

  private func append(_ scalar: Unicode.Scalar?) {
    ready.append(contentsOf: UTF8.encode(scalar ?? "\u{FFFD}").map(Array.init) ?? [])
  }
}
