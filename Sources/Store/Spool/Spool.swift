import AmendsPolicy
import Ledger

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A file beside the database that says who was written to when, each line on disk before a message leaves.
///
/// It is only ever added to, so that a database that was lost or put back from a backup learns of the
/// contacts that it does not know, and cooldowns hold. Whoever works on it holds the desk's lock.
struct Spool: Sendable {
  let path: String
  let folder: String

  /// Begins the file where there is none.
  func begin(at now: Instant) throws(DeskError) {
    guard access(path, F_OK) != 0 else { return try FileCheck.check(path) }
    let head = SpoolHead(
      salt: String(UInt64.random(in: .min ... .max), radix: 16), begun: now,
      edition: .random(in: 1...(.max / 2)))
    try OwnFile.replace(path, with: SpoolLine.head(head).text, in: folder)
  }

  /// Adds a line, durable when this returns.
  func append(_ line: SpoolLine) throws(DeskError) {
    let file = try OwnFile(path, O_RDWR | O_APPEND)
    try cutTornEnd(of: file)
    do throws(DeskError) {
      try file.write(line.text)
      try file.sync()
    } catch {
      try? cutTornEnd(of: file)
      throw error
    }
  }

  /// Takes away a last line that a crash left without its end: what it stood for never left.
  private func cutTornEnd(of file: borrowing OwnFile) throws(DeskError) {
    let size = try file.size()
    var start = size
    while start > 0 {
      let portion = max(0, start - Self.portion)
      let bytes = try file.bytes(from: portion, most: start - portion)
      if let end = bytes.lastIndex(of: UInt8(ascii: "\n")) {
        start = portion + end + 1
        break
      }
      start = portion
    }
    if start < size { try file.cut(to: start) }
  }

  /// What the file says behind a place, as long as that is the place that it was.
  func content(from place: SpoolPlace) throws(DeskError) -> SpoolContent {
    let file = try OwnFile(path, O_RDONLY)
    let first = try file.bytes(most: Self.portion).prefix { $0 != UInt8(ascii: "\n") }
    let head = Self.head(first)
    let size = try file.size()
    let isPlace = head?.edition == place.edition && place.bytes <= size
    let start = isPlace ? place.bytes : 0
    return SpoolContent(try file.bytes(from: start), from: start, head: head)
  }

  /// Reads the first line.
  static func head(_ line: ArraySlice<UInt8>) -> SpoolHead? {
    guard case .head(let head) = String(validating: line, as: UTF8.self).flatMap(SpoolLine.init)
    else { return nil }
    return head
  }

  private static let portion = 4096
}

/// How far a desk has read a spool.
struct SpoolPlace: Equatable {
  var bytes = 0
  var edition: Int64 = 0
}
