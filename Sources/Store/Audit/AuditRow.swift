import AmendsPolicy
import Digests
import GRDB
import Ledger

/// A row of the chain with its texts exactly as they are stored, and as they are summed up.
struct AuditRow {
  var seq: Int64
  var at: Int64
  var acting: Acting
  var action: String
  var customer: Int64?
  var object: String
  var details: String
  var write: String?

  /// The columns that `init` reads.
  static let columns = """
    seq, at, actor, user, host, process, action, customer, object, details, write, prev, hash
    """
  /// Where the sums stand among them.
  static let prev = 11
  static let hash = 12

  /// Stands before every sum, so that another way of writing rows would have other sums.
  private static let form = Array("amends audit 1".utf8)

  init(
    seq: Int64 = 0, at: Int64, acting: Acting, action: String, customer: Int64?, object: String,
    details: String, write: String?
  ) {
    self.seq = seq
    self.at = at
    self.acting = acting
    self.action = action
    self.customer = customer
    self.object = object
    self.details = details
    self.write = write
  }

  init(_ row: Row) {
    self.init(
      seq: row[0], at: row[1],
      acting: Acting(agent: row[2], user: row[3], host: row[4], process: row[5]), action: row[6],
      customer: row[7], object: row[8], details: row[9], write: row[10])
  }

  /// The sum over the one before and this row.
  ///
  /// Every field is written with its length before it (`3:amy,`), a missing one as `-`, so that no two rows are
  /// written alike.
  func sum(after prev: [UInt8]) -> [UInt8] {
    var bytes = prev + Self.form
    let fields: [String?] = [
      "\(seq)", "\(at)", acting.agent, acting.user, acting.host, acting.process, action,
      customer.map { "\($0)" }, object, details, write,
    ]
    for field in fields { Self.append(field, to: &bytes) }
    return bytes.withUnsafeBytes { Checksum(of: $0) }.bytes
  }

  private static func append(_ field: String?, to bytes: inout [UInt8]) {
    guard let field else { return bytes.append(UInt8(ascii: "-")) }
    bytes.append(contentsOf: "\(field.utf8.count):".utf8)
    bytes.append(contentsOf: field.utf8)
    bytes.append(UInt8(ascii: ","))
  }

  /// The row as everybody else sees it.
  func entry(hash: [UInt8]) -> AuditEntry {
    AuditEntry(
      number: seq, at: Instant(milliseconds: at), acting: acting, action: action,
      customer: customer.map(CustomerID.init), object: object,
      details: AuditDetails(canonical: details), write: write.map(WriteID.init),
      hash: Checksum(hash)?.description ?? "")
  }
}
