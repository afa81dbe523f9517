import Ledger

/// Splits a window into lines that end with a line feed, and passes over those that are too long.
struct LineReader {
  /// A line of the file.
  enum Line {
    /// The line with its number, without its line feed; valid until the next one is asked for.
    case whole(Int, UnsafeBufferPointer<UInt8>)
    /// A line beyond the limit, with its number and its first bytes.
    case tooLong(Int, [UInt8])
  }

  /// How long a line may be, in bytes.
  let limit: Int
  private let window: Window
  private var pending = 0
  private var number = 0

  init(_ window: Window, limit: Int) {
    self.window = window
    self.limit = limit
  }

  /// The next line; `nil` at the end of the file.
  mutating func next() throws(ImportError) -> Line? {
    window.consume(pending)
    pending = 0
    number += 1
    var searched = 0
    while true {
      let bytes = window.bytes
      if let end = bytes.lineFeed(from: searched) {
        pending = end + 1
        return .whole(number, UnsafeBufferPointer(rebasing: bytes[..<end]))
      }
      if window.isAtEnd { return last(bytes) }
      if bytes.count > limit { return try skipLine() }
      searched = bytes.count
      try window.fill()
    }
  }

  private mutating func last(_ bytes: UnsafeBufferPointer<UInt8>) -> Line? {
    pending = bytes.count
    return bytes.isEmpty ? nil : .whole(number, bytes)
  }

  private func skipLine() throws(ImportError) -> Line {
    let head = Array(window.bytes.prefix(RowRejection.keptBytes))
    while true {
      let bytes = window.bytes
      if let end = bytes.lineFeed(from: 0) {
        window.consume(end + 1)
        return .tooLong(number, head)
      }
      window.consume(bytes.count)
      if window.isAtEnd { return .tooLong(number, head) }
      try window.fill()
    }
  }
}
