import AmendsPolicy
import Foundation
import PolicyPacks
import Testing

/// Labelled drafts: what was right stays right, counted by verdict.
@Suite struct CorpusFloorTests {
  private struct Row: Decodable {
    var kind: String
    var rating: Int?
    var complaint: String
    var askedForRefund: Bool
    var issueResolved: Bool?
    var draft: String
    var verdict: String

    enum CodingKeys: String, CodingKey {
      case kind, rating, complaint, draft, verdict
      case askedForRefund = "customer_requested_refund"
      case issueResolved = "issue_resolved"
    }
  }

  private func rows() throws -> [Row] {
    let folder = try #require(
      Bundle.module.url(forResource: "drafts", withExtension: "jsonl", subdirectory: "Corpus"))
    return try String(contentsOf: folder, encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode(Row.self, from: Data($0.utf8))
    }
  }

  @Test func countsDoNotFall() throws {
    let policy = PolicyPacks.policy
    var right: [String: Int] = [:]
    var falseBlocks = 0
    for row in try rows() {
      let context = DraftContext(
        kind: ItemKind(rawValue: row.kind) ?? .productReview, rating: row.rating,
        complaint: row.complaint, askedForRefund: row.askedForRefund,
        issueResolved: row.issueResolved ?? false, language: "en")
      let verdict = policy.check(row.draft, in: context).verdict
      if verdict.rawValue == row.verdict { right[row.verdict, default: 0] += 1 }
      if row.verdict == "pass", verdict == .block { falseBlocks += 1 }
    }
    #expect(right["block", default: 0] >= 43)
    #expect(right["warn", default: 0] >= 19)
    #expect(right["pass", default: 0] >= 58)
    #expect(falseBlocks <= 5)
  }
}
