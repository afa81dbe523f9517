/// Bytes that are drawn from one place after another, such as a file, then its decompression.
protocol ByteSource: AnyObject {
  /// How many bytes of the file itself have been drawn, for progress.
  var position: Int { get }

  /// Fills the front of a buffer with the next bytes.
  ///
  /// - Returns: How many came, 0 only at the end.
  /// - Throws: `ImportError` where the file cannot be read on or is damaged.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ImportError) -> Int
}

extension ByteSource {
  /// The next bytes, as many as a count says or fewer at the end.
  func take(_ count: Int) throws(ImportError) -> [UInt8] {
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 1)
    defer { room.deallocate() }
    var filled = 0
    while filled < count {
      let came = try read(into: UnsafeMutableRawBufferPointer(rebasing: room[filled...]))
      guard came > 0 else { break }
      filled += came
    }
    return Array(room[..<filled])
  }
}

/// Bytes held in memory, handed out in portions.
final class MemoryBytes: ByteSource {
  private(set) var position = 0
  private let bytes: [UInt8]
  private let portion: Int

  init(_ bytes: [UInt8], portion: Int) {
    self.bytes = bytes
    self.portion = portion
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, portion, bytes.count - position)
    buffer.copyBytes(from: bytes[position..<position + count])
    position += count
    return count
  }
}

/// A source whose first bytes were looked at and are handed out again.
final class PeekedBytes: ByteSource {
  private var head: ArraySlice<UInt8>
  private let rest: any ByteSource

  init(head: ArraySlice<UInt8>, rest: any ByteSource) {
    self.head = head
    self.rest = rest
  }

  var position: Int { rest.position }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ImportError) -> Int {
    guard !head.isEmpty else { return try rest.read(into: buffer) }
    let count = min(buffer.count, head.count)
    buffer.copyBytes(from: head.prefix(count))
    head.removeFirst(count)
    return count
  }
}
