import Reader

/// A model file in memory, section by section.
public struct SampleFile: Sendable {
  private let shape: ModelShape
  private var sections: [(section: ModelSection, place: Range<Int>)] = []
  /// The bytes after the header.
  public private(set) var body: [UInt8] = []

  init(shape: ModelShape) { self.shape = shape }

  mutating func add(_ section: ModelSection, _ bytes: [UInt8]) {
    let start = ModelLayout.headerCount + body.count
    sections.append((section, start..<(start + bytes.count)))
    body += bytes + repeatElement(0, count: ModelLayout.padding(behind: bytes.count))
  }

  mutating func add<Value: BitwiseCopyable>(_ section: ModelSection, values: [Value]) {
    add(section, values.withUnsafeBytes { Array($0) })
  }

  /// The header, for a body with this checksum.
  public func header(bodyHash: [UInt8]) -> [UInt8] {
    ModelLayout.header(
      shape,
      ModelLayout.Hashes(
        body: bodyHash, base: [UInt8](repeating: 1, count: 32),
        adapter: [UInt8](repeating: 2, count: 32)),
      sections: sections, fileCount: ModelLayout.headerCount + body.count)
  }
}
