import Glibc
import Import
import Ledger

/// The refused rows of one import, kept beside the desk so that they can be put right and imported again.
///
/// It appears as a whole when the import ends, in the place of an older one of the same name.
struct RejectedFile: ~Copyable {
  private static let longestName = 200
  private static let ending = ".rejected"

  private let path: String
  private var file: WholeFile?
  private var buffer: [UInt8] = []
  private var fault: String?

  init(folder: String, importedFile: String) {
    let name = importedFile.split(separator: "/").last.map(String.init) ?? "import"
    let short = String(decoding: name.utf8.prefix(Self.longestName), as: UTF8.self)
    path = "\(folder)/\(short)\(Self.ending)"
  }

  /// Whether a file of the desk's folder holds refused rows, finished or not.
  static func isOurs(_ name: String) -> Bool {
    name.hasSuffix(ending) || (name.contains("\(ending).") && WholeFile.isUnfinished(name))
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
    if file == nil, buffer.isEmpty, fault == nil {
      unlink(path)
      return (nil, nil)
    }
    drain()
    attempt { file throws(Failure) in try file.commit() }
    file = nil
    return (fault == nil ? path : nil, fault)
  }

  private mutating func drain() {
    let bytes = buffer[...]
    attempt { file throws(Failure) in try file.write(bytes) }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Does something with the file, unless something went wrong before.
  private mutating func attempt(_ work: (borrowing WholeFile) throws(Failure) -> Void) {
    guard fault == nil else { return }
    do throws(Failure) {
      if file == nil { file = try WholeFile(path, replacing: true) }
      if let open = file.take() {
        try work(open)
        file = consume open
      }
    } catch {
      fault = error.message
    }
  }
}
