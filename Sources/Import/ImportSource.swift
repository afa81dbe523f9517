/// Where rows come from: a file, a folder of messages, or bytes that are at hand.
///
/// Plain or gzip, UTF-8, UTF-16 with a byte order mark, or Latin-1 within: the content tells, not the name.
public struct ImportSource: Sendable {
  private enum Origin: Sendable {
    case file(isRegular: Bool)
    case folder(MessageFolder)
    case bytes([UInt8])
  }

  /// The path, or the name that was given to the bytes.
  public let name: String
  /// The size as it lies on disk, in bytes; 0 where a pipe does not say.
  public let totalBytes: Int
  private let origin: Origin
  private let portion: Int

  /// A file on disk, or a folder of messages.
  ///
  /// - Throws: `ImportError.cannotOpen` where the path names nothing, or a folder without mail.
  public static func file(_ path: String) throws(ImportError) -> ImportSource {
    try file(path, portion: 1 << 18)
  }

  /// Bytes in memory, under a name for messages.
  public static func bytes(name: String, _ bytes: [UInt8]) -> ImportSource {
    self.bytes(name: name, bytes, portion: 1 << 18)
  }

  static func file(_ path: String, portion: Int) throws(ImportError) -> ImportSource {
    let (size, origin): (Int, Origin) =
      switch try FileBytes.look(at: path) {
      case .folder: (0, .folder(try MessageFolder(path)))
      case .plain(let size): (size, .file(isRegular: true))
      case .stream: (0, .file(isRegular: false))
      }
    return ImportSource(name: path, totalBytes: size, origin: origin, portion: portion)
  }

  static func bytes(name: String, _ bytes: [UInt8], portion: Int) -> ImportSource {
    ImportSource(name: name, totalBytes: bytes.count, origin: .bytes(bytes), portion: portion)
  }

  /// Whether the bytes can be read a second time; those of a pipe cannot.
  var canBeReadAgain: Bool {
    if case .file(isRegular: false) = origin { false } else { true }
  }

  /// The folder of messages, where it is one.
  var folder: MessageFolder? {
    if case .folder(let folder) = origin { folder } else { nil }
  }

  /// The text of the source from its beginning, in UTF-8 as far as its marks tell.
  func open() throws(ImportError) -> any ByteSource {
    try unmarked(unpacked(raw()))
  }

  private func raw() throws(ImportError) -> any ByteSource {
    switch origin {
    case .file: try FileBytes(path: name, portion: portion)
    case .folder(let folder): throw .cannotOpen(path: folder.path, reason: "it is a folder")
    case .bytes(let bytes): MemoryBytes(bytes, portion: portion)
    }
  }

  private func unpacked(_ source: any ByteSource) throws(ImportError) -> any ByteSource {
    let head = try source.take(2)
    let whole = PeekedBytes(head: head[...], rest: source)
    return head == [0x1F, 0x8B] ? try GzipBytes(whole, name: name) : whole
  }

  private func unmarked(_ source: any ByteSource) throws(ImportError) -> any ByteSource {
    let head = try source.take(3)
    if head == [0xEF, 0xBB, 0xBF] { return source }
    let isLittleEndian = head.starts(with: [0xFF, 0xFE])
    let isBigEndian = head.starts(with: [0xFE, 0xFF])
    guard isLittleEndian || isBigEndian else { return PeekedBytes(head: head[...], rest: source) }
    return UTF16Bytes(PeekedBytes(head: head[2...], rest: source), isBigEndian: isBigEndian)
  }
}
