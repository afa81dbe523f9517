import Glibc
import Import
import Ledger

/// The refused rows of one import, kept beside the desk so that they can be put right and imported again.
///
/// It appears as a whole when the import ends, in the place of an older one of the same name.
struct RejectedFile: ~Copyable {
  private static let longestName = 200

  private let path: String
  private let unfinished: String
  private var descriptor: Int32 = -1
  private var buffer: [UInt8] = []
  private var fault: String?

  init(folder: String, importedFile: String) {
    let name = importedFile.split(separator: "/").last.map(String.init) ?? "import"
    let short = String(decoding: name.utf8.prefix(Self.longestName), as: UTF8.self)
    path = "\(folder)/\(short).rejected"
    unfinished = "\(folder)/.rejected-\(getpid())"
  }

  deinit {
    if descriptor >= 0 {
      close(descriptor)
      unlink(unfinished)
    }
  }

  /// Adds a refused row: what is wrong with it, then its bytes as they stand in the file.
  mutating func add(_ row: RowRejection) {
    buffer.append(contentsOf: "# \(row.words)\n".utf8)
    buffer.append(contentsOf: row.raw)
    if row.raw.last != UInt8(ascii: "\n") { buffer.append(UInt8(ascii: "\n")) }
    if buffer.count >= 1 << 16 { drain() }
  }

  /// Puts the file into its place; an older one goes where no row was refused.
  ///
  /// - Returns: The path where there is a file, and what went wrong, if anything did.
  mutating func finish() -> (path: String?, fault: String?) {
    if descriptor < 0, buffer.isEmpty {
      unlink(path)
      return (nil, nil)
    }
    drain()
    if descriptor >= 0, fault == nil { putInPlace() }
    return (fault == nil ? path : nil, fault)
  }

  private mutating func drain() {
    defer { buffer.removeAll(keepingCapacity: true) }
    guard fault == nil else { return }
    if descriptor < 0 { make() }
    guard descriptor >= 0 else { return }
    if let code = Descriptor.write(buffer[...], to: descriptor) { note(code) }
  }

  private mutating func make() {
    unlink(unfinished)
    descriptor = open(unfinished, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    if descriptor < 0 { note(errno) }
  }

  private mutating func putInPlace() {
    guard fsync(descriptor) == 0, rename(unfinished, path) == 0 else { return note(errno) }
    close(descriptor)
    descriptor = -1
  }

  private mutating func note(_ code: Int32) {
    fault = "\(path) cannot be written: \(String(cString: strerror(code)))"
  }
}
