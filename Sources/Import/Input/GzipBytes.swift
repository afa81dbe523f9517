import CZlib

/// The bytes within a gzip file, also where several gzip files were put one behind the other.
///
/// The good part of a damaged file is handed out before the damage is reported. Zero bytes behind the
/// last member are padding, as for gzip itself.
final class GzipBytes: ByteSource {
  private let inner: any ByteSource
  private let name: String
  private let stream: UnsafeMutablePointer<z_stream>
  private let input: UnsafeMutableRawBufferPointer
  private var isWithinMember = false
  private var innerEnded = false
  private var delivered = 0

  init(_ inner: any ByteSource, name: String) throws(ImportError) {
    self.inner = inner
    self.name = name
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    input = .allocate(byteCount: 1 << 16, alignment: 16)
    let size = Int32(MemoryLayout<z_stream>.size)
    let gzipOnly = MAX_WBITS + 16
    if inflateInit2_(stream, gzipOnly, ZLIB_VERSION, size) != Z_OK { throw damaged("zlib failed") }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    input.deallocate()
  }

  var position: Int { inner.position }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ImportError) -> Int {
    while try hasInput() {
      let came = try inflateSome(into: buffer)
      delivered += came
      if came > 0 { return came }
    }
    return 0
  }

  /// Whether there is more to inflate; at the end of the file within a member it is cut short.
  private func hasInput() throws(ImportError) -> Bool {
    try refill()
    if !isWithinMember { try skipPadding() }
    if stream.pointee.avail_in > 0 || (isWithinMember && stream.pointee.avail_out == 0) {
      return true
    }
    if isWithinMember { throw damaged("the file ends too early") }
    return false
  }

  private func refill() throws(ImportError) {
    guard stream.pointee.avail_in == 0, !innerEnded else { return }
    let count = try inner.read(into: input)
    innerEnded = count == 0
    stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_in = UInt32(count)
  }

  private func skipPadding() throws(ImportError) {
    while stream.pointee.avail_in > 0, stream.pointee.next_in.pointee == 0, delivered > 0 {
      stream.pointee.next_in += 1
      stream.pointee.avail_in -= 1
      try refill()
    }
  }

  private func inflateSome(into buffer: UnsafeMutableRawBufferPointer) throws(ImportError) -> Int {
    let room = min(buffer.count, 1 << 30)
    stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(room)
    isWithinMember = true
    let status = inflate(stream, Z_NO_FLUSH)
    let came = room - Int(stream.pointee.avail_out)
    switch status {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END:
      isWithinMember = false
      inflateReset(stream)
    default: if came == 0 { throw damaged("its content is not valid") }
    }
    return came
  }

  private func damaged(_ reason: String) -> ImportError {
    .damagedGzip(name: name, reason: reason, goodBytes: delivered)
  }
}
