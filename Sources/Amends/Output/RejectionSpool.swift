import Glibc
import Import
import Ledger

/// The refused rows of a file as JSON, on disk until the figures that stand before them are known.
struct RejectionSpool: ~Copyable {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var isEmpty = true
  private var hasFailed = false

  /// An empty spool.
  ///
  /// - Throws: `Failure` where there is no room for one.
  init(for file: String) throws(Failure) {
    do throws(ImportError) {
      descriptor = try TemporaryFile.open(for: file)
    } catch {
      throw Failure(.part, error.description)
    }
  }

  deinit { close(descriptor) }

  /// Adds a refused row.
  mutating func add(_ row: RowRejection) {
    if !isEmpty { buffer.append(UInt8(ascii: ",")) }
    isEmpty = false
    let file = row.file.map { [JSONValue.Member(key: "file", value: .string($0))] } ?? []
    let value = JSONValue.object(
      file + [
        JSONValue.Member(key: "line", value: .int(row.line)),
        JSONValue.Member(key: "column", value: .text(row.column)),
        JSONValue.Member(key: "reason", value: .string(row.reason)),
      ])
    value.append(to: &buffer)
    if buffer.count >= 1 << 16 { drain() }
  }

  /// Writes all refused rows, with commas between them.
  ///
  /// - Throws: `Failure` where they could not be kept.
  mutating func copy(to output: inout StandardOutput) throws(Failure) {
    drain()
    guard !hasFailed, lseek(descriptor, 0, SEEK_SET) == 0 else {
      throw Failure(.part, "there is no room for the list of refused rows")
    }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      output.write(bytes[..<count])
    }
  }

  private mutating func drain() {
    if Descriptor.write(buffer[...], to: descriptor) != nil { hasFailed = true }
    buffer.removeAll(keepingCapacity: true)
  }
}
