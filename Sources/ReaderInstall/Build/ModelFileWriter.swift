/// Writes a model file section by section, and its header once everything else is there.
struct ModelFileWriter: ~Copyable {
  /// What the header says of the model.
  struct Origin {
    var shape: ModelShape
    var pieces: Int
    var base: Checksum
    var adapter: Checksum
  }

  private static let portion = 1 << 18

  private var file: ReplacedFile
  private var hashing = Hashing()
  private var sections: [(number: UInt32, start: Int, count: Int)] = []
  private var pending: [UInt8] = []
  private var size = ModelFile.headerCount

  /// Begins a file that will replace the one at a path.
  ///
  /// - Throws: `InstallError` where it cannot be written there.
  init(path: String) throws(InstallError) {
    let file = try ReplacedFile(path: path)
    let header = [UInt8](repeating: 0, count: ModelFile.headerCount)
    try header.withBytes { (bytes) throws(InstallError) in try file.write(bytes) }
    self.file = file
  }

  /// Begins a section; what is appended belongs to it until the next one begins.
  mutating func begin(_ section: ModelFile.Section) {
    let padding = ModelFile.padding(behind: size)
    pending.append(contentsOf: repeatElement(0, count: padding))
    size += padding
    sections.append((section.number, size, 0))
  }

  /// Appends bytes to the section that was begun last.
  ///
  /// - Throws: `InstallError`.
  mutating func append(_ bytes: UnsafeRawBufferPointer) throws(InstallError) {
    pending.append(contentsOf: bytes)
    size += bytes.count
    sections[sections.count - 1].count += bytes.count
    if pending.count >= Self.portion { try flush() }
  }

  /// Writes a whole section.
  ///
  /// - Throws: `InstallError`.
  mutating func write(
    _ section: ModelFile.Section, _ values: [some BitwiseCopyable]
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

  private func header(_ origin: Origin) -> [UInt8] {
    var header = HeaderBytes()
    header.append(ModelFile.mark)
    header.append([ModelFile.version, UInt32(sections.count)])
    header.append([UInt64(size)])
    header.append(hashing.finish().bytes + origin.base.bytes + origin.adapter.bytes)
    header.append(sizes(origin))
    header.append([origin.shape.epsilon])
    header.pad(to: ModelFile.tableStart)
    for section in sections {
      header.append([section.number, 0])
      header.append([UInt64(section.start), UInt64(section.count)])
    }
    header.pad(to: ModelFile.headerCount)
    return header.bytes
  }

  /// The beginning, the end and the unknown piece have the places that the order of the pieces gives them.
  private func sizes(_ origin: Origin) -> [Int32] {
    let shape = origin.shape
    return [
      shape.hidden, shape.layers, shape.heads, shape.feedForward, shape.positions, origin.pieces,
      Adapter.outputs, 0, 2, 3,
    ].map { Int32($0) }
  }
}

/// The header in the making.
private struct HeaderBytes {
  var bytes: [UInt8] = []

  mutating func append(_ values: [some BitwiseCopyable]) {
    values.withBytes { bytes.append(contentsOf: $0) }
  }

  mutating func pad(to count: Int) {
    bytes.append(contentsOf: repeatElement(0, count: count - bytes.count))
  }
}
