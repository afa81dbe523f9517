import Glibc

@testable import ReaderInstall

/// A folder of a test's own, gone with everything in it at the end.
final class TestFolder: Sendable {
  let path: String

  /// Makes one, on a disk that is none where a test writes thousands of files.
  init(isInMemory: Bool = false) {
    let parent = isInMemory && access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
    var template = Array("\(parent)/reader-install-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { fatalError("no folder can be made in \(parent)") }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit { FolderContent.remove(path) }

  /// Writes a file and returns its path.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8], mode: mode_t = 0o600) -> String {
    let file = "\(path)/\(name)"
    let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
    defer { close(descriptor) }
    let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    guard written == bytes.count else { fatalError("\(file) cannot be written") }
    return file
  }

  /// The bytes of a file.
  func read(_ name: String) -> [UInt8] {
    do {
      let file = try InputFile(path: "\(path)/\(name)")
      return try file.bytes(at: 0, count: file.size)
    } catch {
      return []
    }
  }

  /// The names of everything in it.
  var names: [String] { FolderContent.names(path).sorted() }
}

/// Numbers that are the same in every run.
struct Chance: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}

extension [UInt8] {
  /// Appends values as they lie in memory.
  mutating func put<Value: BitwiseCopyable>(_ values: Value...) {
    for value in values { Swift.withUnsafeBytes(of: value) { append(contentsOf: $0) } }
  }

  /// Appends values as they lie in memory.
  mutating func put<Value: BitwiseCopyable>(all values: [Value]) {
    values.withUnsafeBytes { append(contentsOf: $0) }
  }

  /// The value at a place.
  func at<Value: BitwiseCopyable>(_ place: Int, as _: Value.Type = Value.self) -> Value {
    withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: Value.self) }
  }

  /// The same bytes with some bits of one turned over.
  func flipped(at place: Int, _ bits: UInt8 = 0xFF) -> [UInt8] {
    var copy = self
    copy[place] ^= bits
    return copy
  }
}

/// What a call throws; nil where it throws nothing.
func fault<Value: ~Copyable>(_ call: () throws(InstallError) -> Value) -> InstallError? {
  do throws(InstallError) {
    _ = try call()
    return nil
  } catch {
    return error
  }
}
