import AmendsPolicy
import Glibc

/// Compiled wording rules in the cache folder, one file for each language.
///
/// A file ends with what it was made by: this very program file and the packs of one's own. It is written beside its
/// place and moved there, so that it is whole or not there.
struct EngineFolder: EngineKeeper {
  private let folder: String
  /// The program's file and the packs, each by name, size and time of its last change.
  private let maker: [UInt8]

  /// Nothing is larger, so that a wrong file costs no memory.
  private static let mostBytes = 64 << 20

  /// A folder for the engines that this program makes with some packs.
  ///
  /// Nil where the program's own file cannot be told from others.
  init?(folder: String, packs: [String]) {
    guard let program = Self.mark(of: "/proc/self/exe") else { return nil }
    self.folder = folder
    maker = Array(([program] + packs.compactMap { Self.mark(of: $0) }).joined(separator: "\n").utf8)
  }

  func image(of language: String) -> [UInt8]? {
    let descriptor = open(path(language), O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_uid == geteuid(), status.st_mode & 0o022 == 0,
      var bytes = Self.bytes(descriptor, count: Int(status.st_size)),
      bytes.count > maker.count, bytes.suffix(maker.count).elementsEqual(maker)
    else { return nil }
    bytes.removeLast(maker.count)
    return bytes
  }

  private static func bytes(_ descriptor: Int32, count: Int) -> [UInt8]? {
    guard count <= mostBytes else { return nil }
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = 0
      while filled < count {
        let got = read(descriptor, buffer.baseAddress?.advanced(by: filled), count - filled)
        if got <= 0 { break }
        filled += got
      }
    }
    return bytes.count == count ? bytes : nil
  }

  func keep(_ image: [UInt8], of language: String) {
    Self.makeFolders(folder)
    let draft = "\(path(language)).\(getpid())"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    let fault = Descriptor.write((image + maker)[...], to: descriptor)
    close(descriptor)
    if fault != nil || rename(draft, path(language)) != 0 { unlink(draft) }
  }

  private func path(_ language: String) -> String { "\(folder)/rules-\(language).image" }

  private static func makeFolders(_ folder: String) {
    if let slash = folder.lastIndex(of: "/") { mkdir(String(folder[..<slash]), 0o700) }
    mkdir(folder, 0o700)
  }

  /// Tells a file from others and from itself after a change.
  private static func mark(of path: String) -> String? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    let time = "\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    return "\(path) \(status.st_dev) \(status.st_ino) \(status.st_size) \(time)"
  }
}
