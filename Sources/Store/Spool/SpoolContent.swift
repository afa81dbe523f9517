import AmendsPolicy
import Ledger

/// What lines of a spool say.
struct SpoolContent {
  /// The first line; `nil` where it is missing or damaged.
  let head: SpoolHead?
  private var open: [String: SpooledPermit] = [:]
  /// How many lines cannot be read.
  private(set) var damagedLines = 0
  /// How many bytes were looked at from the start of the file.
  private(set) var end: Int

  /// Reads whole lines that stand from a place on; an unfinished last line is left for later.
  init(_ bytes: [UInt8], from start: Int, head: SpoolHead?) {
    self.head = head
    end = start
    var rest = bytes[...]
    while let stop = rest.firstIndex(of: UInt8(ascii: "\n")) {
      take(rest[..<stop])
      end += stop - rest.startIndex + 1
      rest = rest[(stop + 1)...]
    }
  }

  private mutating func take(_ bytes: ArraySlice<UInt8>) {
    guard !bytes.isEmpty else { return }
    guard let line = String(validating: bytes, as: UTF8.self).flatMap(SpoolLine.init) else {
      damagedLines += 1
      return
    }
    switch line {
    case .head: break
    case .permit(let permit): open[permit.outbox] = permit
    case .closed(let outbox, wasSent: false, _): open[outbox] = nil
    case .closed(let outbox, wasSent: true, let at):
      if let permit = open[outbox] { open[outbox]?.at = max(permit.at, at) }
    }
  }

  /// The permits that were opened and not closed as void, the oldest first.
  var permits: [SpooledPermit] {
    open.values.sorted { ($0.at, $0.outbox) < ($1.at, $1.outbox) }
  }
}
