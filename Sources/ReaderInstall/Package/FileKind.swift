/// What a file is by its first bytes.
enum FileKind: Equatable {
  /// The base file itself.
  case base
  /// A zip archive, which a wheel is.
  case archive
  /// Something else, in words.
  case other(String)

  init(of file: borrowing InputFile) throws(InstallError) {
    let head = try file.bytes(at: 0, count: min(file.size, 16))
    self = Self.marks.first { head.starts(with: $0.mark) }?.kind ?? .other(Self.words(head))
  }

  private static let marks: [(mark: [UInt8], kind: FileKind)] = [
    (BaseModel.mark, .base),
    (Array("PK\u{3}\u{4}".utf8), .archive),
    (Array("PK\u{5}\u{6}".utf8), .archive),
    ([0x1F, 0x8B], .other("a gzip file")),
    (Array("BZh".utf8), .other("a bzip2 file")),
    ([0xFD] + Array("7zXZ".utf8), .other("an xz file")),
    ([0x28, 0xB5, 0x2F, 0xFD], .other("a zstd file")),
    (Array("7z".utf8) + [0xBC, 0xAF], .other("a 7z archive")),
    (Array("AMENDSRD".utf8), .other("an installed reader")),
    (Array("<!DOCTYPE".utf8), .other("a web page")),
    (Array("<html".utf8), .other("a web page")),
  ]

  private static func words(_ head: [UInt8]) -> String {
    if head.isEmpty { return "an empty file" }
    let digits = head.prefix(4).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
    return "a file that begins with the bytes \(digits.joined(separator: " "))"
  }
}
