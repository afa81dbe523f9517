import AmendsPolicy
import Ledger
import Testing

@testable import Import

/// Contact history from other systems.
@Suite struct ContactTests {
  @Test func columnsStandInAnyOrder() throws {
    let text = "Note,AT,Zone,Event,Extra,Customer\nhello,2026-11-01,Europe/Berlin,ANSWERED,x,AG3E\n"
    let file = outcome(text, try options())
    let record = try #require(file.contacts.first)
    #expect(record.customer == .reviewer("AG3E") && record.event.kind == .answered)
    #expect((record.zone, record.note, record.channel) == ("Europe/Berlin", "hello", ""))
    #expect(record.event.order == nil)
  }

  @Test(arguments: [
    "AG3E", "a@b.example", "A@B.example", "114-7863528-5212210", "d01-7863528-5212210", "review:R1",
    " AG3E ", "id with spaces", "ÄÖÜ", "x_1", "-",
  ])
  func customersAreReadAsTheLedgerReadsThem(_ text: String) throws {
    let file = outcome("customer,event,at\n\(text),contacted,2026-11-01\n", try options())
    #expect(file.contacts.map(\.customer) == [try #require(CustomerKey(text))])
  }

  @Test func ordersAreKeptAndNormalised() throws {
    let text =
      "customer,event,at,order\nA,contacted,2026-11-01,d01-7863528-5212210\nA,contacted,2026-11-01,12-34\n"
    let orders = outcome(text, try options()).contacts.map(\.event.order)
    #expect(orders == ["D01-7863528-5212210", "12-34"])
  }

  @Test func faultyValuesAreRefusedWithLineAndColumn() throws {
    let text =
      "customer,event,at,order,channel,note\n"
      + ",contacted,2026-11-01,,,\n"
      + "A,phoned,2026-11-01,,,\n"
      + "A,,2026-11-01,,,\n"
      + "A,contacted,11/20/26,,,\n"
      + "A,contacted,,,,\n"
      + "A,contacted,2026-11-01T25:00:00Z,,,\n"
      + "A,contacted,2026-11-01T10:00:00Z,,,\n"
    let file = outcome(text, try options())
    #expect(file.rows.count == 1)
    #expect(
      file.faults == [
        Fault(2, "customer"), Fault(3, "event"), Fault(4, "event"), Fault(5, "at"), Fault(6, "at"),
        Fault(7, "at"),
      ])
    #expect(file.rejections[1].reason.contains("\"phoned\" is unknown; known: contacted, answered"))
  }

  @Test func aHeaderWithoutTheLeastIsUnknown() throws {
    let file = outcome("customer,at\nA,2026-11-01\n", try options())
    #expect(
      file.failure
        == .unknownHeader(found: ["customer", "at"], expected: FormatFinder.expected))
  }
}
