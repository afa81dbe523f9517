import Glibc

/// The part of a source that is looked at: it slides over the bytes and grows only for a long row.
final class Window {
  private let source: any ByteSource
  private var storage: UnsafeMutableRawBufferPointer
  private var start = 0
  private var end = 0
  private var failure: ImportError?
  /// Whether the source has nothing behind what the window holds.
  private(set) var isAtEnd = false

  init(_ source: any ByteSource) {
    self.source = source
    storage = .allocate(byteCount: 1 << 18, alignment: 16)
  }

  deinit { storage.deallocate() }

  /// The bytes not yet consumed; valid until the window is filled or consumed from.
  var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: storage.bindMemory(to: UInt8.self)[start..<end])
  }

  /// How many bytes of the file itself have been drawn.
  var position: Int { source.position }

  /// Leaves bytes at the front behind.
  func consume(_ count: Int) { start += min(count, end - start) }

  /// Draws more bytes behind those that are there; sets `isAtEnd` where none are left.
  ///
  /// - Throws: What the source throws, once everything before it has been handed out.
  func fill() throws(ImportError) {
    if let failure { throw failure }
    makeRoom()
    let room = UnsafeMutableRawBufferPointer(rebasing: storage[end...])
    let count = try source.read(into: room)
    end += count
    isAtEnd = count == 0
  }

  /// Fills up to a size without failing; a fault of the source is kept for the next `fill`.
  func fillHead(_ size: Int) {
    do throws(ImportError) {
      while !isAtEnd, end - start < size { try fill() }
    } catch {
      failure = error
    }
  }

  private func makeRoom() {
    if start == end {
      start = 0
      end = 0
    }
    guard end == storage.count else { return }
    if start > storage.count / 2 { slide() } else { grow() }
  }

  private func slide() {
    let kept = UnsafeRawBufferPointer(rebasing: storage[start..<end])
    if let target = storage.baseAddress, let from = kept.baseAddress {
      memmove(target, from, kept.count)
    }
    end -= start
    start = 0
  }

  private func grow() {
    let larger = UnsafeMutableRawBufferPointer.allocate(
      byteCount: storage.count * 2, alignment: 16)
    larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: storage[start..<end]))
    storage.deallocate()
    storage = larger
    end -= start
    start = 0
  }
}
