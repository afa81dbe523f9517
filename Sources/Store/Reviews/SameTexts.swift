import AmendsPolicy
import GRDB
public import Ledger

extension DeskStore {
  /// Reviews by other customers that say the very same, the newest first.
  ///
  /// Letters and digits are compared, not case, blanks and signs; a text of a few words says too little. Who has the
  /// same name may be the same person: a file without profiles makes a customer of each review.
  /// - Throws: ``DeskError/unknown(_:)`` where the review is not there, other errors where the desk cannot be read.
  public func reviewsSayingTheSame(
    as review: ReviewID, most: Int = 20
  ) throws(DeskError) -> [Review] {
    try read { db in
      let review = try Reviews.known(review.number, db)
      guard let pattern = SameText.pattern(review.complaint) else { return [] }
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT \(Reviews.columns) FROM review_search
          CROSS JOIN review ON review.id = review_search.rowid
          WHERE review_search MATCH ? AND review.kind = ? AND review.customer <> ?
            AND (review.author = '' OR review.author <> ?)
          ORDER BY review_search.rowid DESC LIMIT ?
          """,
        arguments: [
          pattern, review.kind.rawValue, review.customer.number, review.author,
          SameText.mostCandidates,
        ])
      let wanted = SameText.letters(of: review)
      return Array(
        rows.map { Reviews.review($0) }.filter { SameText.letters(of: $0) == wanted }.prefix(most))
    }
  }
}

/// Texts that say the very same.
private enum SameText {
  /// Of fewer words nobody can say that one was copied from the other.
  static let fewestWords = 5
  /// So many words find the candidates, which are then compared as a whole.
  static let mostWords = 12
  static let mostCandidates = 200

  /// A full-text pattern for the words that a text begins with; `nil` for a text that says too little.
  ///
  /// Headline and text are searched as words in a row of either, so it is the longer of the two that is looked for.
  static func pattern(_ complaint: String) -> String? {
    let part = complaint.split(separator: "\n").max { $0.count < $1.count } ?? ""
    let words = part.split { !$0.isLetter && !$0.isNumber }
    guard words.count >= fewestWords else { return nil }
    return "\"" + words.prefix(mostWords).joined(separator: " ") + "\""
  }

  /// Everything that a review says, as letters and digits.
  static func letters(of review: Review) -> String {
    String(review.complaint.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}
