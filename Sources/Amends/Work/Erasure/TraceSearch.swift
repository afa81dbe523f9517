import Glibc

/// Looks for texts in files, whatever the case of ASCII letters, with memory that does not grow with the file.
struct TraceSearch {
  /// Shorter texts stand everywhere.
  private static let fewestBytes = 3
  private static let portion = 1 << 16

  private let traces: [[UInt8]]
  private var longest: Int { traces.map(\.count).max() ?? 0 }

  /// A search for texts, in UTF-8 and, where they can be written so, in Latin 1.
  init(_ texts: [String]) {
    let written = texts.flatMap { [Array($0.utf8), Self.latin1($0)] }
    traces = Set(written.map { $0.map(Self.lowered) }).filter { $0.count >= Self.fewestBytes }
  }

  /// Whether any of the texts stands in another.
  func finds(in text: String) -> Bool { finds(in: Array(text.utf8)) }

  /// Whether any of the texts stands in a plain file.
  ///
  /// - Throws: `SmallFileFault` where the file cannot be read.
  func finds(inFile path: String) throws(SmallFileFault) -> Bool {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(String(cString: strerror(errno))) }
    defer { close(descriptor) }
    var window: [UInt8] = []
    var bytes = [UInt8](repeating: 0, count: Self.portion)
    while true {
      let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .unreadable(String(cString: strerror(errno))) }
      if count == 0 { return false }
      window.append(contentsOf: bytes[..<count])
      if finds(in: window) { return true }
      window.removeFirst(max(0, window.count - longest))
    }
  }

  private func finds(in bytes: [UInt8]) -> Bool {
    let bytes = bytes.map(Self.lowered)
    return traces.contains { bytes.contains($0) }
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 32 : byte
  }

  private static func latin1(_ text: String) -> [UInt8] {
    let bytes = text.unicodeScalars.compactMap { UInt8(exactly: $0.value) }
    return bytes.count == text.unicodeScalars.count ? bytes : []
  }
}
