import AmendsPolicy
import Ledger
import Testing

@testable import Store

@Suite("Reviews that say the very same")
struct SameTextTests {
  private static let text = "Total junk, it broke after one day and nobody answers me."

  private static func review(
    _ id: String, of customer: String, _ text: String, author: String = "",
    kind: ItemKind = .productReview
  ) -> ImportedRow {
    var review = ImportedReview(
      externalID: id, kind: kind, rating: 1, text: text, postedAt: TestDesk.noon,
      keys: [.reviewer(customer)])
    review.author = author
    return .review(review)
  }

  private func desk(_ texts: [(id: String, customer: String, text: String)]) throws -> TestDesk {
    let desk = try TestDesk()
    let rows = texts.map { Self.review($0.id, of: $0.customer, $0.text) }
    _ = try desk.store.importRows(rows, at: TestDesk.noon, by: "amy")
    return desk
  }

  private func same(_ texts: [(id: String, customer: String, text: String)]) throws -> [String] {
    let desk = try desk(texts)
    let first = try #require(try desk.store.review(.productReview, externalID: texts[0].id))
    return try desk.store.reviewsSayingTheSame(as: first.id).map(\.externalID)
  }

  @Test("Others' reviews are found, whatever case, blanks and signs they have")
  func found() throws {
    #expect(
      try same([
        ("a", "one", Self.text), ("b", "two", Self.text.uppercased()),
        ("c", "three", "Total junk — it broke after one day; and nobody answers me!!!"),
        ("d", "one", Self.text), ("e", "four", Self.text + " Really."),
        ("f", "five", "Something else entirely, which nobody has ever written."),
      ]) == ["c", "b"])
  }

  @Test("A feedback is no review, and who has the same name may be the same person")
  func others() throws {
    let desk = try TestDesk()
    let rows = [
      Self.review("a", of: "one", Self.text, author: "Holly"),
      Self.review("b", of: "two", Self.text, author: "Holly"),
      Self.review("c", of: "three", Self.text, author: "Ben"),
      Self.review("d", of: "four", Self.text),
      Self.review("e", of: "five", Self.text, kind: .sellerFeedback),
    ]
    _ = try desk.store.importRows(rows, at: TestDesk.noon, by: "amy")
    let first = try #require(try desk.store.review(.productReview, externalID: "a"))
    #expect(try desk.store.reviewsSayingTheSame(as: first.id).map(\.externalID) == ["d", "c"])
  }

  @Test("A few words may be said by many, and say nothing")
  func short() throws {
    #expect(try same([("a", "one", "It broke."), ("b", "two", "It broke.")]) == [])
  }

  @Test("Quotes and operators of the full-text search are words like any other")
  func hostile() throws {
    let text = "NOT \"junk\" OR (title: broke) NEAR AND * one day ^ later"
    #expect(try same([("a", "one", text), ("b", "two", text)]) == ["b"])
    #expect(try same([("a", "one", "\" \" \" \"*()"), ("b", "two", "\" \" \" \"*()")]) == [])
  }

  @Test("A review that is not there is told")
  func unknown() throws {
    let desk = try desk([("a", "one", Self.text)])
    #expect(throws: DeskError.self) { try desk.store.reviewsSayingTheSame(as: ReviewID(999)) }
  }
}
