import AmendsPolicy
import Digests
import Glibc
import Ledger
import Synchronization

/// Readings that a person has looked at and does not share: each silences one rule's reading of one very text.
///
/// They stand in a file, an object a line: {"rule","sha256","by","at","reason"}. Nothing is ever taken out by the program, so
/// that the file is the record, too.
final class AllowedReadings: Sendable {
  private static let mostBytes = 4 << 20

  /// The file.
  let file: String
  private let known = Mutex<Known>(Known())

  private struct Known {
    var size: Int64 = -1
    var changedAt = timespec()
    var rules: [String: Set<RuleID>] = [:]
  }

  init(file: String) { self.file = file }

  /// The rules whose readings of a text are silenced; the file is read again when it has changed.
  func rules(of draft: String) -> Set<RuleID> {
    known.withLock { known in
      var info = stat()
      guard stat(file, &info) == 0 else { return [] }
      let isSame =
        known.size == Int64(info.st_size) && known.changedAt.tv_sec == info.st_mtim.tv_sec
        && known.changedAt.tv_nsec == info.st_mtim.tv_nsec
      if !isSame {
        known = Known(size: Int64(info.st_size), changedAt: info.st_mtim, rules: read())
      }
      return known.rules.isEmpty ? [] : known.rules[Self.hash(of: draft)] ?? []
    }
  }

  private func read() -> [String: Set<RuleID>] {
    let descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return [:] }
    defer { close(descriptor) }
    guard let bytes = try? SmallFile.bytes(descriptor, most: Self.mostBytes) else { return [:] }
    var rules: [String: Set<RuleID>] = [:]
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      guard let object = try? JSONReader.value(of: Array(line)),
        case .string(let hash)? = object["sha256"], case .string(let rule)? = object["rule"]
      else { continue }
      rules[hash, default: []].insert(RuleID(rawValue: rule))
    }
    return rules
  }

  /// Adds a line.
  ///
  /// - Throws: `Failure` where it cannot be written.
  func add(_ rule: RuleID, of draft: String, by agent: String, at now: Instant, reason: String)
    throws(Failure)
  {
    let line: JSONValue = [
      "rule": .string(rule.rawValue), "sha256": .string(Self.hash(of: draft)),
      "by": .string(agent), "at": .string(ISO8601.text(now)), "reason": .string(reason),
    ]
    let descriptor = open(file, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw fault(errno) }
    defer { close(descriptor) }
    var bytes: [UInt8] = Self.endsWithinLine(descriptor) ? [UInt8(ascii: "\n")] : []
    line.append(to: &bytes)
    if let code = Descriptor.write((bytes + [UInt8(ascii: "\n")])[...], to: descriptor) {
      throw fault(code)
    }
  }

  /// Whether what is there does not end its last line: it was cut, or written by hand.
  private static func endsWithinLine(_ descriptor: Int32) -> Bool {
    let end = lseek(descriptor, 0, SEEK_END)
    var last: UInt8 = 0
    return end > 0 && pread(descriptor, &last, 1, end - 1) == 1 && last != UInt8(ascii: "\n")
  }

  private func fault(_ code: Int32) -> Failure {
    Failure(.no, "\(file) cannot be written: \(String(cString: strerror(code)))")
  }

  private static func hash(of draft: String) -> String {
    Checksum(of: draft).description
  }
}
