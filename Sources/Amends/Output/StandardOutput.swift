import Glibc
import Screen

/// Buffered writing to a file descriptor; what cannot be written is told at the end.
struct StandardOutput: ~Copyable {
  private static let portion = 1 << 16
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var failure: Int32?

  /// Writes to the standard output unless another descriptor is given.
  init(_ descriptor: Int32 = STDOUT_FILENO) { self.descriptor = descriptor }

  /// Writes a text as it is.
  mutating func write(_ text: String) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.portion { drain() }
  }

  /// Writes a text as it is, and ends the line.
  mutating func line(_ text: String = "") {
    write(text)
    write("\n")
  }

  /// Writes a text from outside, made harmless.
  mutating func safeLine(_ text: String) {
    for part in SafeText.lines(text) { line(part.string) }
  }

  /// Writes a JSON value on a line of its own.
  mutating func line(_ value: JSONValue) {
    value.append(to: &buffer)
    write("\n")
  }

  /// Writes bytes as they are.
  mutating func write(_ bytes: some Sequence<UInt8>) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.portion { drain() }
  }

  /// Writes out what has gathered, for a reader who waits for it.
  mutating func flush() {
    if !buffer.isEmpty { drain() }
  }

  /// Writes out what is left.
  ///
  /// - Throws: `Failure` where anything could not be written.
  consuming func finish() throws(Failure) {
    drain()
    if let failure {
      throw Failure(.part, "the answer cannot be written: \(String(cString: strerror(failure)))")
    }
  }

  private mutating func drain() {
    if failure == nil { failure = Descriptor.write(buffer[...], to: descriptor) }
    buffer.removeAll(keepingCapacity: true)
  }
}

/// Plain writing to a descriptor.
enum Descriptor {
  /// Writes all bytes; the error number where that fails.
  static func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Int32? {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      rest = rest.dropFirst(count)
    }
    return nil
  }
}

/// Messages to the person beside the answer.
enum StandardError {
  /// Says something, made harmless, with the program's name before it.
  static func say(_ message: String) { safeWrite("amends: " + message) }

  /// Writes a text, made harmless, and ends the line.
  static func safeWrite(_ text: String) {
    let lines = SafeText.lines(text).map { $0.string + "\n" }
    _ = Descriptor.write(Array(lines.joined().utf8)[...], to: STDERR_FILENO)
  }
}
