/// The first page of a model file.
struct ModelHeader: Sendable {
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
    guard bytes.prefix(ModelLayout.magic.count) == ModelLayout.magic.prefix(bytes.count) else {
      throw .foreign
    }
    guard bytes.count == ModelLayout.headerCount else {
      throw .cut(expected: UInt64(ModelLayout.headerCount), found: fileCount)
    }
    let version: UInt32 = Self.value(bytes, ModelLayout.versionOffset)
    guard version >= ModelLayout.version else { throw .older(version: version) }
    guard version <= ModelLayout.version else { throw .newer(version: version) }
    let expected: UInt64 = Self.value(bytes, ModelLayout.fileCountOffset)
    guard fileCount >= expected else { throw .cut(expected: expected, found: fileCount) }
    guard fileCount == expected else { throw .damaged(.length) }
    bodyHash = Self.hash(bytes, 0)
    baseHash = Self.hash(bytes, 1)
    adapterHash = Self.hash(bytes, 2)
    shape = try Self.shape(bytes)
    sections = try Self.table(bytes, fileCount: fileCount)
    try checkLengths()
  }

  private static func value<Value: BitwiseCopyable>(_ bytes: [UInt8], _ offset: Int) -> Value {
    bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: Value.self) }
  }

  private static func hash(_ bytes: [UInt8], _ index: Int) -> [UInt8] {
    let start = ModelLayout.hashOffset + index * ModelLayout.hashCount
    return Array(bytes[start..<(start + ModelLayout.hashCount)])
  }

  private static func shape(_ bytes: [UInt8]) throws(ModelFault) -> ModelShape {
    func size(_ index: Int) -> Int {
      Int(value(bytes, ModelLayout.shapeOffset + 4 * index) as Int32)
    }
    let shape = ModelShape(
      hidden: size(0), layers: size(1), heads: size(2), feedForward: size(3), positions: size(4),
      pieces: size(5), outputs: size(6), begin: size(7), end: size(8), unknown: size(9),
      epsilon: value(bytes, ModelLayout.epsilonOffset))
    guard shape.isPossible else { throw .damaged(.shape) }
    return shape
  }

  private static func table(
    _ bytes: [UInt8], fileCount: UInt64
  ) throws(ModelFault) -> [UInt32: Range<Int>] {
    let count: UInt32 = value(bytes, ModelLayout.sectionCountOffset)
    guard count <= UInt32(ModelLayout.mostSections) else { throw .damaged(.shape) }
    var sections: [UInt32: Range<Int>] = [:]
    for index in 0..<Int(count) {
      let entry = ModelLayout.tableOffset + index * ModelLayout.entryCount
      let id: UInt32 = value(bytes, entry)
      let start: UInt64 = value(bytes, entry + 8)
      let length: UInt64 = value(bytes, entry + 16)
      guard start >= UInt64(ModelLayout.headerCount), start <= fileCount,
        length <= fileCount - start,
        start.isMultiple(of: UInt64(ModelLayout.alignment))
      else { throw .damaged(.misplacedSection(id)) }
      guard sections[id] == nil else { throw .damaged(.repeatedSection(id)) }
      sections[id] = Int(start)..<Int(start + length)
    }
    return sections
  }

  private func checkLengths() throws(ModelFault) {
    for section in ModelSection.all(of: shape) {
      guard let range = sections[section.id] else { throw .damaged(.missingSection(section.id)) }
      let isWhole = section == .pieceBytes || range.count.isMultiple(of: 4)
      guard isWhole, range.count == section.count(in: shape) ?? range.count else {
        throw .damaged(.section(section.id))
      }
    }
    let keys = sections[ModelSection.normalisationKeys.id]?.count ?? 0
    guard sections[ModelSection.normalisationOffsets.id]?.count == keys + 4 else {
      throw .damaged(.section(ModelSection.normalisationOffsets.id))
    }
  }
}
