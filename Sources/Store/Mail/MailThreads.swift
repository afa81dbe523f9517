import AmendsPolicy
import GRDB
import Ledger

/// Finds the mail that a reply answers.
enum MailThreads {
  /// The newest message that a person wrote, one about the same order before all others; `nil` where none is
  /// known.
  static func thread(
    of customer: Int64, about order: String?, _ db: Database
  ) throws -> MailThread? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT reference, earlier FROM mail WHERE customer = ? AND \(MailSchema.threads)
        ORDER BY order_number IS ? AND order_number IS NOT NULL DESC, at DESC, id DESC LIMIT 1
        """)
    guard let row = try Row.fetchOne(statement, arguments: [customer, order]),
      let answered = MessageReference(row[0] as String)
    else { return nil }
    let earlier = (row[1] as String).split(separator: " ").compactMap { MessageReference($0) }
    return MailThread(answered: answered, earlier: earlier)
  }
}
