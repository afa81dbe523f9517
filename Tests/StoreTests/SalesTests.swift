import AmendsPolicy
import GRDB
import Ledger
import Store
import Testing

@Suite struct SalesTests {
  private let desk: TestDesk

  init() throws {
    desk = try TestDesk()
    for (id, asin, rating) in [("1", "B1", 3), ("2", "B2", 1), ("3", "B1", 1)] {
      try desk.review(id, by: [.reviewer(id)], rating: rating) { $0.asin = asin }
    }
  }

  private func sell(_ asin: String, _ days: ClosedRange<Int>, _ units: Int) throws -> ImportTally {
    let sales = ImportedSales(
      asin: asin, product: "Kettle", from: CivilDate(daysSinceEpoch: days.lowerBound),
      to: CivilDate(daysSinceEpoch: days.upperBound), units: units)
    return try desk.store.importRows([.sales(sales)], at: .hours(0), by: "amy")
  }

  private func list() throws -> [ReviewRow] {
    try desk.store.reviews(.inbox, order: .urgency, limit: 9, now: .hours(0)).rows
  }

  @Test func withoutSalesFewestStarsComeFirst() throws {
    #expect(try list().map(\.review.externalID) == ["3", "2", "1"])
    #expect(try list().allSatisfy { $0.unitsPerDay == nil && $0.unitsByDay.isEmpty })
  }

  @Test func unitsTimesSeverityComeFirst() throws {
    _ = try sell("B1", 20_000...20_006, 7)
    _ = try sell("B2", 20_000...20_006, 70)
    #expect(try list().map(\.review.externalID) == ["2", "3", "1"])
    #expect(try list().map(\.unitsPerDay) == [10, 1, 1])
    #expect(try list().map(\.product) == ["Kettle", "Kettle", "Kettle"])
  }

  @Test func periodIsDividedWithoutLoss() throws {
    _ = try sell("B1", 20_000...20_002, 10)
    let days = try desk.sql("SELECT units FROM sales ORDER BY day").map { $0[0] as Int }
    #expect(days == [3, 3, 4])
    #expect(try list().first { $0.review.asin == "B1" }?.unitsByDay == [3, 3, 4])
  }

  @Test func laterImportReplacesTheDays() throws {
    _ = try sell("B1", 20_000...20_002, 9)
    #expect(try sell("B1", 20_001...20_001, 8).changed == 1)
    #expect(try sell("B1", 20_001...20_001, 8).unchanged == 1)
    let days = try desk.sql("SELECT units FROM sales ORDER BY day").map { $0[0] as Int }
    #expect(days == [3, 8, 3])
  }

  @Test func newReviewOfAKnownProductIsAsUrgent() throws {
    _ = try sell("B9", 20_000...20_006, 700)
    try desk.review("9", by: [.reviewer("9")], rating: 3) { $0.asin = "B9" }
    #expect(try list().first?.review.externalID == "9")
  }

  @Test func onlyTheNewestWeekCounts() throws {
    _ = try sell("B1", 20_000...20_060, 6100)
    _ = try sell("B1", 20_061...20_067, 14)
    let row = try #require(try list().first { $0.review.asin == "B1" })
    #expect(row.unitsPerDay == 2)
    #expect(row.unitsByDay.count == 30)
  }
}
