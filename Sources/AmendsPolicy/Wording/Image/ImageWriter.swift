/// Lays tables out as bytes, to be read again by the same build of the program.
struct ImageWriter {
  private(set) var bytes: [UInt8] = []

  /// Appends plain values, their count first.
  mutating func put<Value: BitwiseCopyable>(_ values: [Value]) {
    put(value: values.count)
    values.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  /// Appends one plain value.
  mutating func put<Value: BitwiseCopyable>(value: Value) {
    withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) }
  }

  /// Appends a text.
  mutating func put(_ text: String) { put(Array(text.utf8)) }

  /// Appends texts, their count first.
  mutating func put(_ texts: [String]) {
    put(value: texts.count)
    for text in texts { put(text) }
  }
}

/// Why bytes are no image.
enum ImageFault: Error {
  /// They end too early, or count more than they hold.
  case short
  /// They are another build's, another language's, or damaged.
  case foreign
}
