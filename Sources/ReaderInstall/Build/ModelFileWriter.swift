import Digests
import Reader

/// Writes a model file section by section, and its header once everything else is there.
struct ModelFileWriter: ~Copyable {
  /// What the header says of the model.
  struct Origin {
    var shape: BaseShape
    var pieces: Int
    var base: Checksum
    var adapter: Checksum
  }

  private static let portion = 1 << 18

  private var file: ReplacedFile
  private var hashing = Hashing()
  private var sections: [(section: ModelSection, place: Range<Int>)] = []
  private var pending: [UInt8] = []
  private var size = ModelLayout.headerCount

  /// Begins a file that will replace the one at a path.
  ///
  /// - Throws: `InstallError` where it cannot be written there.
  init(path: String) throws(InstallError) {
    let file = try ReplacedFile(path: path)
    let header = [UInt8](repeating: 0, count: ModelLayout.headerCount)
    try header.withBytes { (bytes) throws(InstallError) in try file.write(bytes) }
    self.file = file
  }

  /// Begins a section; what is appended belongs to it until the next one begins.
  mutating func begin(_ section: ModelSection) {
    let padding = ModelLayout.padding(behind: size)
    pending.append(contentsOf: repeatElement(0, count: padding))
    size += padding
    sections.append((section, size..<size))
  }

  /// Appends bytes to the section that was begun last.
  ///
  /// - Throws: `InstallError`.
  mutating func append(_ bytes: UnsafeRawBufferPointer) throws(InstallError) {
    pending.append(contentsOf: bytes)
    size += bytes.count
    let last = sections.count - 1
    sections[last].place = sections[last].place.lowerBound..<size
    if pending.count >= Self.portion { try flush() }
  }

  /// Writes a whole section.
  ///
  /// - Throws: `InstallError`.
  mutating func write(
    _ section: ModelSection, _ values: [some BitwiseCopyable]
  ) throws(InstallError) {
    begin(section)
    try values.withBytes { (bytes) throws(InstallError) in try append(bytes) }
  }

  /// Writes the header and puts the file in its place.
  ///
  /// - Throws: `InstallError`.
  /// - Returns: The size of the file.
  mutating func commit(_ origin: Origin) throws(InstallError) -> Int {
    try flush()
    let header = header(origin)
    try header.withBytes { (bytes) throws(InstallError) in try file.write(bytes, at: 0) }
    try file.commit()
    return size
  }

  private mutating func flush() throws(InstallError) {
    try pending.withBytes { (bytes) throws(InstallError) in
      hashing.update(bytes)
      try file.write(bytes)
    }
    pending.removeAll(keepingCapacity: true)
  }

  /// The beginning, the end and the unknown piece have the places that the order of the pieces gives them.
  private func header(_ origin: Origin) -> [UInt8] {
    let base = origin.shape
    let shape = ModelShape(
      hidden: base.hidden, layers: base.layers, heads: base.heads, feedForward: base.feedForward,
      positions: base.positions, pieces: origin.pieces, epsilon: base.epsilon)
    let hashes = ModelLayout.Hashes(
      body: hashing.finish().bytes, base: origin.base.bytes, adapter: origin.adapter.bytes)
    return ModelLayout.header(shape, hashes, sections: sections, fileCount: size)
  }
}
