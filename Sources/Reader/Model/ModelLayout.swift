/// Where everything lies in a model file: what those who write one and those who read one agree on.
public enum ModelLayout {
  /// The bytes that a file begins with.
  static let magic = Array("AMENDSRD".utf8)
  /// The layout's number; another one has another.
  static let version: UInt32 = 1
  /// The bytes before the first section.
  public static let headerCount = 4096
  /// Sections begin at multiples of this.
  public static let alignment = 64

  static let hashCount = 32
  static let versionOffset = 8
  static let sectionCountOffset = 12
  static let fileCountOffset = 16
  /// The checksums of body, base and adapter follow each other.
  static let hashOffset = 24
  static let shapeOffset = 120
  static let epsilonOffset = 160
  static let tableOffset = 512
  static let entryCount = 24
  static let mostSections = (headerCount - tableOffset) / entryCount

  /// How many zeros bring a count of bytes to the next place where a section may begin.
  public static func padding(behind count: Int) -> Int {
    (alignment - count % alignment) % alignment
  }

  /// The checksums that a header holds, of 32 bytes each.
  public struct Hashes: Sendable {
    /// That of all bytes after the header.
    public var body: [UInt8]
    /// That of the base model.
    public var base: [UInt8]
    /// That of the adapter.
    public var adapter: [UInt8]

    /// The checksums of a file.
    public init(body: [UInt8], base: [UInt8], adapter: [UInt8]) {
      self.body = body
      self.base = base
      self.adapter = adapter
    }
  }

  /// The header of a file.
  ///
  /// - Parameters:
  ///   - shape: the sizes of the model.
  ///   - hashes: the checksums.
  ///   - sections: where each section lies in the file, in order.
  ///   - fileCount: how many bytes the file has.
  /// - Returns: 4096 bytes.
  public static func header(
    _ shape: ModelShape, _ hashes: Hashes, sections: [(section: ModelSection, place: Range<Int>)],
    fileCount: Int
  ) -> [UInt8] {
    precondition(sections.count <= mostSections, "the table of sections has no room")
    var header = HeaderBytes()
    header.put(magic, 0)
    header.put(version, versionOffset)
    header.put(UInt32(sections.count), sectionCountOffset)
    header.put(UInt64(fileCount), fileCountOffset)
    for (index, hash) in [hashes.body, hashes.base, hashes.adapter].enumerated() {
      precondition(hash.count == hashCount)
      header.put(hash, hashOffset + index * hashCount)
    }
    for (index, size) in shape.sizes.enumerated() {
      header.put(Int32(size), shapeOffset + 4 * index)
    }
    header.put(shape.epsilon, epsilonOffset)
    for (index, section) in sections.enumerated() {
      let entry = tableOffset + index * entryCount
      header.put(section.section.id, entry)
      header.put(UInt64(section.place.lowerBound), entry + 8)
      header.put(UInt64(section.place.count), entry + 16)
    }
    return header.bytes
  }
}

/// A header in the making.
private struct HeaderBytes {
  private(set) var bytes = [UInt8](repeating: 0, count: ModelLayout.headerCount)

  mutating func put(_ part: [UInt8], _ offset: Int) {
    bytes.replaceSubrange(offset..<(offset + part.count), with: part)
  }

  mutating func put<Value: BitwiseCopyable>(_ value: Value, _ offset: Int) {
    put(withUnsafeBytes(of: value) { Array($0) }, offset)
  }
}

extension ModelShape {
  /// The whole numbers as the header has them.
  fileprivate var sizes: [Int] {
    [
      hidden, layers, heads, feedForward, positions, pieces, outputs, begin, end, unknown,
    ]
  }
}
