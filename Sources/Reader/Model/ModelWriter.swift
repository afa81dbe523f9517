import Glibc

/// Lays out a model file from sections that are ready.
///
/// The checksum is of bytes that the writer gives in parts, so that whoever has a hash can take it first:
/// `forEachPart` gives what it is of, and `write` puts the same parts after the header.
public struct ModelWriter {
  private let shape: ModelShape
  private let baseHash: [UInt8]
  private let adapterHash: [UInt8]
  private var sections: [(id: UInt32, bytes: [UInt8])] = []

  /// A file without sections.
  ///
  /// - Parameters:
  ///   - shape: the sizes of the model.
  ///   - baseHash: the SHA-256 of the base model.
  ///   - adapterHash: the SHA-256 of the adapter.
  public init(shape: ModelShape, baseHash: [UInt8], adapterHash: [UInt8]) {
    self.shape = shape
    self.baseHash = baseHash
    self.adapterHash = adapterHash
  }

  /// Appends a section.
  public mutating func add(_ section: Section, _ bytes: [UInt8]) {
    precondition(sections.count < ModelHeader.mostSections, "the table of sections has no room")
    sections.append((section.id, bytes))
  }

  /// Appends a section of plain values.
  public mutating func add<Value: BitwiseCopyable>(_ section: Section, values: [Value]) {
    add(section, values.withUnsafeBytes { Array($0) })
  }

  /// The bytes after the header, in parts.
  ///
  /// - Throws: what the body throws.
  public func forEachPart<Fault: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Fault) -> Void
  ) throws(Fault) {
    let padding = [UInt8](repeating: 0, count: ModelHeader.alignment)
    for (_, bytes) in sections {
      try Self.give(bytes[...], to: body)
      try Self.give(padding.prefix(Self.aligned(bytes.count) - bytes.count), to: body)
    }
  }

  /// The header.
  ///
  /// - Parameter bodyHash: the SHA-256 of all parts.
  /// - Returns: 4096 bytes.
  public func header(bodyHash: [UInt8]) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: ModelHeader.count)
    func put(_ bytes: [UInt8], _ offset: Int) {
      header.replaceSubrange(offset..<(offset + bytes.count), with: bytes)
    }
    func put<Value: BitwiseCopyable>(_ value: Value, _ offset: Int) {
      put(withUnsafeBytes(of: value) { Array($0) }, offset)
    }
    put(ModelHeader.magic, 0)
    put(ModelHeader.version, 8)
    put(UInt32(sections.count), 12)
    for (index, hash) in [bodyHash, baseHash, adapterHash].enumerated() {
      precondition(hash.count == ModelHeader.hashCount)
      put(hash, 24 + index * ModelHeader.hashCount)
    }
    for (index, size) in sizes.enumerated() {
      put(Int32(size), ModelHeader.shapeOffset + 4 * index)
    }
    put(shape.epsilon, ModelHeader.shapeOffset + 40)
    var start = ModelHeader.count
    for (index, section) in sections.enumerated() {
      let entry = ModelHeader.tableOffset + index * ModelHeader.entryCount
      put(section.id, entry)
      put(UInt64(start), entry + 8)
      put(UInt64(section.bytes.count), entry + 16)
      start += Self.aligned(section.bytes.count)
    }
    put(UInt64(start), 16)
    return header
  }

  /// Writes the file, replacing what was there, and sees that it is on the disk.
  ///
  /// - Throws: `ModelWriteFault` where the system does not let it.
  public func write(bodyHash: [UInt8], path: String) throws(ModelWriteFault) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw ModelWriteFault(errno: errno) }
    defer { close(file) }
    try Self.give(header(bodyHash: bodyHash)[...]) { bytes throws(ModelWriteFault) in
      try Self.write(bytes, to: file)
    }
    try forEachPart { bytes throws(ModelWriteFault) in try Self.write(bytes, to: file) }
    guard fsync(file) == 0 else { throw ModelWriteFault(errno: errno) }
  }

  private var sizes: [Int] {
    [
      shape.hidden, shape.layers, shape.heads, shape.feedForward, shape.positions, shape.pieces,
      shape.outputs, shape.begin, shape.end, shape.unknown,
    ]
  }

  private static func aligned(_ count: Int) -> Int {
    (count + ModelHeader.alignment - 1) / ModelHeader.alignment * ModelHeader.alignment
  }

  private static func give<Fault: Error>(
    _ bytes: ArraySlice<UInt8>, to body: (UnsafeRawBufferPointer) throws(Fault) -> Void
  ) throws(Fault) {
    try bytes.withUnsafeBufferPointer { buffer throws(Fault) in
      try body(UnsafeRawBufferPointer(buffer))
    }
  }

  private static func write(
    _ bytes: UnsafeRawBufferPointer, to file: Int32
  ) throws(ModelWriteFault) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: rest)
      let count = Glibc.write(file, part.baseAddress, part.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw ModelWriteFault(errno: errno) }
      rest = rest.dropFirst(count)
    }
  }
}

/// Why a model could not be written.
public struct ModelWriteFault: Error, Equatable, Sendable {
  /// The system's error number.
  public let errno: Int32
}
