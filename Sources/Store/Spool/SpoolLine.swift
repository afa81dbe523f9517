import AmendsPolicy
import Digests
import Ledger

/// A permit as the spool has it: who was written to, when, and under which name the outbox knows it.
struct SpooledPermit: Hashable {
  var outbox: String
  var at: Instant
  /// The order that the message names.
  var order: SpoolKey?
  /// Every key that the person was known by.
  var keys: [SpoolKey]
}

/// The first line of a spool.
struct SpoolHead: Hashable {
  /// What the hashes are made with.
  var salt: String
  /// Since when the spool is kept.
  var begun: Instant
  /// Another number whenever its lines were rewritten or begun anew: places in it are good for one edition.
  var edition: Int64
}

/// One line of the spool.
///
/// Fields are separated by tabs, and the last one is a sum over the others:
/// `spool`, version, salt, begun at, edition · `permit`, at, outbox, order, keys · `sent` or `void`, at, outbox.
enum SpoolLine: Hashable {
  case head(SpoolHead)
  /// A permit was opened.
  case permit(SpooledPermit)
  /// The message of a permit left, or certainly did not.
  case closed(outbox: String, wasSent: Bool, at: Instant)

  private static let version = "1"
  private static let none = "-"

  /// The line as it is written, with its end.
  var text: String {
    let body = fields.joined(separator: "\t")
    return "\(body)\t\(Self.sum(of: body))\n"
  }

  private var fields: [String] {
    switch self {
    case .head(let head):
      ["spool", Self.version, head.salt, "\(head.begun.milliseconds)", "\(head.edition)"]
    case .permit(let permit):
      [
        "permit", "\(permit.at.milliseconds)", SpoolField.encoded(permit.outbox),
        permit.order?.text ?? Self.none, permit.keys.map(\.text).joined(separator: " "),
      ]
    case .closed(let outbox, let wasSent, let at):
      [wasSent ? "sent" : "void", "\(at.milliseconds)", SpoolField.encoded(outbox)]
    }
  }

  /// Reads a line without its end; `nil` where it is damaged or of a later version.
  init?(_ line: some StringProtocol) {
    guard let end = line.lastIndex(of: "\t") else { return nil }
    let body = line[..<end]
    guard Self.sum(of: String(body)) == line[line.index(after: end)...] else { return nil }
    let fields = body.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
    guard let line = Self.read(fields) else { return nil }
    self = line
  }

  private static func read(_ fields: [String]) -> SpoolLine? {
    switch (fields[0], fields.count) {
    case ("spool", 5):
      guard fields[1] == version, let begun = Int64(fields[3]), let edition = Int64(fields[4])
      else { return nil }
      return .head(
        SpoolHead(salt: fields[2], begun: Instant(milliseconds: begun), edition: edition))
    case ("permit", 5): return permit(fields)
    case ("sent", 3), ("void", 3):
      guard let at = Int64(fields[1]), let outbox = SpoolField.decoded(fields[2]) else {
        return nil
      }
      return .closed(
        outbox: outbox, wasSent: fields[0] == "sent", at: Instant(milliseconds: at))
    default: return nil
    }
  }

  private static func permit(_ fields: [String]) -> SpoolLine? {
    let keys = fields[4].split { $0 == " " }.map { SpoolKey($0) }
    let order = fields[3] == none ? nil : SpoolKey(fields[3])
    guard let at = Int64(fields[1]), let outbox = SpoolField.decoded(fields[2]),
      !keys.contains(nil), fields[3] == none || order != nil
    else { return nil }
    return .permit(
      SpooledPermit(
        outbox: outbox, at: Instant(milliseconds: at), order: order,
        keys: keys.compactMap(\.self)))
  }

  /// Sixteen hexadecimal digits that tell a damaged line from a whole one.
  private static func sum(of body: String) -> String {
    String("\(Checksum(of: body))".prefix(16))
  }
}
