import AmendsPolicy
import GRDB
import Ledger
import Store
import Testing

@Suite("Writing out what the desk holds")
struct ExportTests {
  private let desk: TestDesk
  private let person: PlantedPerson

  init() throws {
    let desk = try TestDesk()
    try desk.review("N1", by: [.reviewer("neighbour")], text: "Neighbourly words.")
    person = try PlantedPerson(in: desk)
    let day = CivilDate(daysSinceEpoch: 20_000)
    _ = try desk.store.importRows(
      [.sales(ImportedSales(asin: "B1", product: "Kettle", from: day, to: day, units: 7))],
      at: .hours(0), by: "amy")
    self.desk = desk
  }

  /// The rows of a kind, by the names of their columns.
  private func rows(
    _ kind: ExportKind, of customer: CustomerID? = nil
  ) throws -> [[String: ExportValue]] {
    var rows: [[String: ExportValue]] = []
    try desk.store.export([kind], of: customer) { _, values in
      rows.append(Dictionary(uniqueKeysWithValues: zip(kind.columns, values)))
    }
    return rows
  }

  @Test(
    "every kind has rows, each with a value or nothing for every column",
    arguments: ExportKind.allCases)
  func kinds(_ kind: ExportKind) throws {
    var count = 0
    try desk.store.export([kind]) { found, values in
      #expect(found == kind)
      #expect(values.count == kind.columns.count)
      count += 1
    }
    #expect(count > 0)
    #expect(Set(kind.columns).count == kind.columns.count)
  }

  @Test("everything that was planted about a person is written out for them, and nothing of others")
  func onePerson() throws {
    var texts: [String] = []
    try desk.store.export(ExportKind.allCases, of: person.customer) { kind, values in
      #expect(kind.isPersonal)
      for value in values {
        switch value {
        case .text(let text): texts.append(text)
        case .list(let list): texts += list
        default: break
        }
      }
    }
    let all = texts.joined(separator: " ")
    let former = [26, 31, 32].map { PlantedPerson.words[$0] }
    for word in PlantedPerson.traces where !former.contains(where: { $0.hasSuffix(word) }) {
      #expect(all.contains(word), "\(word)")
    }
    #expect(!all.contains("Neighbourly"))
    #expect(!all.contains("neighbour"))
  }

  @Test("values are told by their kind")
  func values() throws {
    let review = try #require(
      try rows(.reviews).first { $0["customer"] == .text("neighbour") })
    #expect(review["rating"] == .number(1))
    #expect(review["postedAt"] == .instant(.hours(-48)))
    #expect(review["isVerified"] == ExportValue.nothing)
    #expect(review["order"] == ExportValue.nothing)
    #expect(review["text"] == .text("Neighbourly words."))
    let sale = try #require(try rows(.sales).first)
    #expect(sale["day"] == .text("2024-10-04"))
    #expect(sale["units"] == .number(7))
    let customer = try #require(try rows(.customers, of: person.customer).first)
    guard case .list(let keys)? = customer["keys"] else {
      Issue.record("no list of keys")
      return
    }
    #expect(Set(keys).isSuperset(of: [PlantedPerson.relay, PlantedPerson.order]))
    let entry = try #require(try rows(.audit).last)
    #expect(entry["hash"] == .text(try desk.store.auditHead().hash))
  }

  @Test("facts that were taken back stand apart, as do notes")
  func retracted() throws {
    #expect(try rows(.contacts, of: person.customer).count == 5)
    #expect(try rows(.notes, of: person.customer).count == 1)
    #expect(try rows(.retracted, of: person.customer).count == 1)
  }

  @Test("a merged person asks under either number")
  func merged() throws {
    let merged = try #require(
      try desk.sql("SELECT id FROM customer WHERE merged_into IS NOT NULL").first)
    let id = CustomerID(merged[0])
    #expect(try rows(.reviews, of: id).count == 3)
    #expect(try rows(.outbox, of: id).count == 2)
  }

  @Test("an erased person has nothing left to write out")
  func erased() throws {
    try desk.store.erase(person.customer, at: .hours(1))
    var texts: [String] = []
    try desk.store.export(ExportKind.allCases) { _, values in texts.append("\(values)") }
    let all = texts.joined()
    for word in PlantedPerson.traces { #expect(!all.contains(word)) }
  }
}
