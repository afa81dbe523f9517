import CZlib

/// Unpacks deflated bytes of which the unpacked number is known.
struct Inflation: ~Copyable {
  private let path: String
  private let count: Int
  private let stream: UnsafeMutablePointer<z_stream>
  private let room = Room(1 << 18)
  private var delivered = 0
  private var hasEnded = false

  /// Begins; `path` is the file that faults name.
  ///
  /// - Throws: `InstallError` where there is no memory for it.
  init(_ path: String, count: Int) throws(InstallError) {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let size = Int32(MemoryLayout<z_stream>.size)
    let withoutHeader = -MAX_WBITS
    guard inflateInit2_(stream, withoutHeader, ZLIB_VERSION, size) == Z_OK else {
      stream.deallocate()
      throw .unreadable(path: path, reason: "zlib failed")
    }
    (self.path, self.count, self.stream) = (path, count, stream)
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Unpacks the next bytes and hands out what they hold.
  ///
  /// - Throws: `InstallError.damagedArchive`, and what `body` throws.
  mutating func take(
    _ bytes: UnsafeRawBufferPointer,
    _ body: (UnsafeRawBufferPointer) throws(InstallError) -> Void
  ) throws(InstallError) {
    stream.pointee.next_in = UnsafeMutableRawPointer(mutating: bytes.baseAddress)?
      .assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_in = UInt32(bytes.count)
    repeat {
      guard !hasEnded else { throw damaged("bytes follow the end of the content") }
      let came = try inflateSome()
      if came > 0 { try body(room.prefix(came)) }
    } while stream.pointee.avail_in > 0 || (stream.pointee.avail_out == 0 && !hasEnded)
  }

  /// Makes sure that the content came to its end.
  ///
  /// - Throws: `InstallError.damagedArchive`.
  func finish() throws(InstallError) {
    guard hasEnded, delivered == count else {
      throw damaged("the content should have \(count) bytes, and ends after \(delivered)")
    }
  }

  private mutating func inflateSome() throws(InstallError) -> Int {
    stream.pointee.next_out = room.bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(room.bytes.count)
    let status = inflate(stream, Z_NO_FLUSH)
    let came = room.bytes.count - Int(stream.pointee.avail_out)
    guard status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR else {
      throw damaged("the content cannot be unpacked after \(delivered + came) bytes")
    }
    delivered += came
    guard delivered <= count else {
      throw damaged("the content should have \(count) bytes, and has more")
    }
    hasEnded = status == Z_STREAM_END
    return came
  }

  private func damaged(_ reason: String) -> InstallError {
    .damagedArchive(path: path, reason: reason)
  }
}
