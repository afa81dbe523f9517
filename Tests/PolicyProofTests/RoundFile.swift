import AmendsPolicy
import Foundation
import PolicyProof
import Testing

/// The labelled drafts of the blind rounds.
enum RoundFile {
  private struct Row: Decodable {
    var id: String
    var lang: String
    var kind: String
    var rating: Int?
    var complaint: String
    var askedForRefund: Bool
    var issueResolved: Bool
    var draft: String
    var verdict: String
    var rules: [String]

    enum CodingKeys: String, CodingKey {
      case id, lang, kind, rating, complaint, draft, verdict, rules
      case askedForRefund = "customer_requested_refund"
      case issueResolved = "issue_resolved"
    }
  }

  static func drafts(_ name: String) throws -> [LabelledDraft] {
    let file = try #require(
      Bundle.module.url(forResource: name, withExtension: "jsonl", subdirectory: "Corpus"))
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
      let row = try JSONDecoder().decode(Row.self, from: Data(line.utf8))
      return LabelledDraft(
        id: row.id, draft: row.draft,
        context: DraftContext(
          kind: try #require(ItemKind(rawValue: row.kind)), rating: row.rating,
          complaint: row.complaint, askedForRefund: row.askedForRefund,
          issueResolved: row.issueResolved, language: row.lang),
        verdict: try #require(Verdict(rawValue: row.verdict)),
        rules: row.rules.map { RuleID(rawValue: $0) })
    }
  }
}
