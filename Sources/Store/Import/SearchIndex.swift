import GRDB
import Ledger

/// Brings the full-text index up to the reviews that one transaction has changed, all at its end.
///
/// FTS5 writes its pending words out at every savepoint, and SQLite sets one for many a statement in
/// between: so words are handed over together, after all other statements.
struct SearchIndex {
  private var firstNew: Int64?
  private var former: [(number: Int64, words: StoredReview)] = []

  /// Remembers that a review is new; reviews are numbered upwards.
  mutating func noteNew(_ number: Int64) {
    firstNew = firstNew ?? number
  }

  /// Remembers that the words of a review change; the index must be told the former ones exactly.
  mutating func noteChange(from stored: StoredReview, to merged: StoredReview) {
    guard !stored.hasSameWords(as: merged), !isNew(stored.id) else { return }
    if !former.contains(where: { $0.number == stored.id }) { former.append((stored.id, stored)) }
  }

  private func isNew(_ number: Int64) -> Bool { firstNew.map { number >= $0 } ?? false }

  /// Writes the index; no other statement may follow in the transaction that changes words.
  func finish(_ db: Database) throws {
    for (number, words) in former {
      try db.cachedStatement(
        sql: """
          INSERT INTO review_search(review_search, rowid, title, text, author, order_number, asin)
          VALUES ('delete', ?, ?, ?, ?, ?, ?)
          """
      ).execute(arguments: [
        number, words.title, words.text, words.author, words.order, words.asin,
      ])
      try add("id = ?", number, db)
    }
    if let firstNew { try add("id >= ?", firstNew, db) }
  }

  private func add(_ condition: String, _ number: Int64, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO review_search(rowid, title, text, author, order_number, asin)
        SELECT id, title, text, author, order_number, asin FROM review WHERE \(condition)
        """
    ).execute(arguments: [number])
  }
}

extension StoredReview {
  /// Whether the same words can be found in both, byte for byte: texts that Swift calls equal may be
  /// composed otherwise, and then are other words to the index.
  fileprivate func hasSameWords(as other: StoredReview) -> Bool {
    words.elementsEqual(other.words) { $0.utf8.elementsEqual($1.utf8) }
  }

  private var words: [String] { [title, text, author, order ?? "", asin ?? ""] }
}
