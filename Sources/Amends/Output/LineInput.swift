import Glibc

/// Reads lines from a descriptor, with memory that does not grow with the input.
struct LineInput: ~Copyable {
  /// A line, without its end.
  enum Line: Equatable {
    case bytes([UInt8])
    /// A line that is too long to be kept.
    case tooLong

    /// Whether it holds nothing but blanks.
    var isBlank: Bool {
      if case .bytes(let bytes) = self { bytes.allSatisfy { $0 <= 0x20 } } else { false }
    }
  }

  /// The longest line that is kept, in bytes.
  static let most = 16 << 20

  private let descriptor: Int32
  private var portion: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  /// Reads from a descriptor, which is closed at the end.
  init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Whether the next line has to be waited for, or may have to be: none is here as a whole.
  var mayWait: Bool { !portion[start...].contains(UInt8(ascii: "\n")) }

  /// The next line; `nil` at the end.
  ///
  /// - Throws: `Failure` where reading fails.
  mutating func next() throws(Failure) -> Line? {
    var line: [UInt8] = []
    var isTooLong = false
    while true {
      if start == portion.count {
        guard try fill() else { break }
      }
      let end = portion[start...].firstIndex(of: UInt8(ascii: "\n"))
      let part = portion[start..<(end ?? portion.count)]
      isTooLong = isTooLong || line.count + part.count > Self.most
      if !isTooLong { line.append(contentsOf: part) }
      start = end.map { $0 + 1 } ?? portion.count
      if end != nil { return isTooLong ? .tooLong : .bytes(line) }
    }
    if isTooLong { return .tooLong }
    return line.isEmpty ? nil : .bytes(line)
  }

  /// Reads the next portion; `false` at the end.
  private mutating func fill() throws(Failure) -> Bool {
    guard !isAtEnd else { return false }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw Failure(.no, "reading stopped: \(String(cString: strerror(errno)))")
      }
      isAtEnd = count == 0
      portion = Array(bytes[..<count])
      start = 0
      return count > 0
    }
  }
}
