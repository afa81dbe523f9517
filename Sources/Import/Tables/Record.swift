import Mail

/// One row of a table as its fields, taken out of their quotes.
struct Record {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  /// How many fields there are.
  var count: Int { ends.count }

  /// Whether there is nothing in any field but white space.
  var isBlank: Bool { bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 } }

  /// Forgets everything.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  /// Adds bytes to the field that is being read.
  mutating func append(_ part: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: part) }

  /// Adds a byte to the field that is being read.
  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  /// Closes the field that is being read.
  mutating func endField() { ends.append(bytes.count) }

  /// Takes another row as the continuation of this one: its first field goes on with the last one here.
  mutating func append(continuation: Record) {
    ends.removeLast()
    bytes.append(UInt8(ascii: "\n"))
    let offset = bytes.count
    bytes.append(contentsOf: continuation.bytes)
    ends.append(contentsOf: continuation.ends.map { $0 + offset })
  }

  /// Looks at the bytes of a field.
  func with<Result>(_ field: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let start = field == 0 ? 0 : ends[field - 1]
    let end = ends[field]
    return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<end])) }
  }

  /// The text of a field, faithfully but for NUL.
  func text(_ field: Int) -> String { with(field, FieldText.lenient) }
}
