/// The first page of a model file.
struct ModelHeader: Sendable {
  static let count = 4096
  static let magic = Array("AMENDSRD".utf8)
  static let version: UInt32 = 1
  static let hashCount = 32
  static let shapeOffset = 120
  static let tableOffset = 512
  static let entryCount = 24
  static let alignment = 64
  static let mostSections = (count - tableOffset) / entryCount

  let shape: ModelShape
  let bodyHash: [UInt8]
  let baseHash: [UInt8]
  let adapterHash: [UInt8]
  /// Where each section lies in the file.
  let sections: [UInt32: Range<Int>]

  /// Reads what a file begins with.
  ///
  /// - Throws: `ModelFault` where the file cannot be used; whatever its other pages hold.
  init(_ bytes: [UInt8], fileCount: UInt64) throws(ModelFault) {
    guard bytes.prefix(Self.magic.count) == Self.magic.prefix(bytes.count) else { throw .foreign }
    guard bytes.count == Self.count else {
      throw .cut(expected: UInt64(Self.count), found: fileCount)
    }
    let version: UInt32 = Self.value(bytes, 8)
    guard version >= Self.version else { throw .older(version: version) }
    guard version <= Self.version else { throw .newer(version: version) }
    let expected: UInt64 = Self.value(bytes, 16)
    guard fileCount >= expected else { throw .cut(expected: expected, found: fileCount) }
    guard fileCount == expected else { throw .damaged(.length) }
    bodyHash = Self.hash(bytes, 24)
    baseHash = Self.hash(bytes, 56)
    adapterHash = Self.hash(bytes, 88)
    shape = try Self.shape(bytes)
    sections = try Self.table(bytes, fileCount: fileCount)
    try checkLengths()
  }

  private static func value<Value: BitwiseCopyable>(_ bytes: [UInt8], _ offset: Int) -> Value {
    bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: Value.self) }
  }

  private static func hash(_ bytes: [UInt8], _ offset: Int) -> [UInt8] {
    Array(bytes[offset..<(offset + hashCount)])
  }

  private static func shape(_ bytes: [UInt8]) throws(ModelFault) -> ModelShape {
    func size(_ index: Int) -> Int { Int(value(bytes, shapeOffset + 4 * index) as Int32) }
    let shape = ModelShape(
      hidden: size(0), layers: size(1), heads: size(2), feedForward: size(3), positions: size(4),
      pieces: size(5), outputs: size(6), begin: size(7), end: size(8), unknown: size(9),
      epsilon: value(bytes, shapeOffset + 40))
    guard shape.isPossible else { throw .damaged(.shape) }
    return shape
  }

  private static func table(
    _ bytes: [UInt8], fileCount: UInt64
  ) throws(ModelFault) -> [UInt32: Range<Int>] {
    let count: UInt32 = value(bytes, 12)
    guard count <= UInt32(mostSections) else { throw .damaged(.shape) }
    var sections: [UInt32: Range<Int>] = [:]
    for index in 0..<Int(count) {
      let entry = tableOffset + index * entryCount
      let id: UInt32 = value(bytes, entry)
      let start: UInt64 = value(bytes, entry + 8)
      let length: UInt64 = value(bytes, entry + 16)
      guard start >= UInt64(Self.count), start <= fileCount, length <= fileCount - start,
        start.isMultiple(of: UInt64(alignment))
      else { throw .damaged(.misplacedSection(id)) }
      guard sections[id] == nil else { throw .damaged(.repeatedSection(id)) }
      sections[id] = Int(start)..<Int(start + length)
    }
    return sections
  }

  private func checkLengths() throws(ModelFault) {
    for section in Section.all(of: shape) {
      guard let range = sections[section.id] else { throw .damaged(.missingSection(section.id)) }
      let isWhole = section == .pieceBytes || range.count.isMultiple(of: 4)
      guard isWhole, range.count == section.count(in: shape) ?? range.count else {
        throw .damaged(.section(section.id))
      }
    }
    let keys = sections[Section.normalisationKeys.id]?.count ?? 0
    guard sections[Section.normalisationOffsets.id]?.count == keys + 4 else {
      throw .damaged(.section(Section.normalisationOffsets.id))
    }
  }
}
