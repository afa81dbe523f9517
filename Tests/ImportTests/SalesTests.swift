import AmendsPolicy
import Ledger
import Testing

@testable import Import

/// The Business Report in its languages, old and new, with and without dates.
@Suite struct SalesTests {
  private static let newEnglish =
    "(Parent) ASIN,(Child) ASIN,Title,Sessions - Mobile App,Sessions - Mobile APP - B2B,Sessions - Browser,"
    + "Sessions - Total,Sessions - Total - B2B,Units Ordered,Units Ordered - B2B,Ordered Product Sales\n"
    + "B00PARENT0,B00CHILD00,\"A, b\",\"10\",\"1\",\"20\",\"1,234\",\"9\",\"7,391\",\"5\",\"$1,234.56\"\n"

  @Test(arguments: [
    newEnglish,
    "(Parent) ASIN,(Child) ASIN,Title,Sessions,Session Percentage,Units ordered,Units Ordered - B2B,Ordered Product Sales\n"
      + "B00PARENT0,B00CHILD00,\"A, b\",\"1,234\",1%,\"7,391\",5,\"£1,234.56\"\n",
    "(Übergeordnete) ASIN,(Untergeordnete) ASIN,Titel,Sitzungen – Summe,Bestellte Einheiten,Durch bestellte Produkte erzielter Umsatz\n"
      + "B00PARENT0,B00CHILD00,\"A, b\",\"1,234\",\"7,391\",\"5.255,61\u{A0}€\"\n",
    "(Übergeordnete) ASIN;(Untergeordnete) ASIN;Titel;Sitzungen - Summe;Bestellte Einheiten\n"
      + "B00PARENT0;B00CHILD00;A, b;1.234;7.391\n",
    "ASIN (parent),ASIN (child),Título,Sesiones: total,Unidades encargadas,Ventas de productos encargados\n"
      + "B00PARENT0,B00CHILD00,\"A, b\",\"1,234\",\"7,391\",\"127.156,00\"\n",
    "（親）ASIN,（子）ASIN,タイトル,セッション数 - 合計,注文された商品点数,注文商品の売上額\n"
      + "B00PARENT0,B00CHILD00,\"A, b\",\"1,234\",\"7,391\",\"￥1,234\"\n",
  ])
  func everyLanguageIsRead(_ text: String) throws {
    let period = try day(2026, 10, 1)...day(2026, 10, 30)
    let file = outcome("\u{FEFF}" + text, try options(period: period))
    #expect(file.format == .businessReport)
    #expect(
      file.sales == [
        ImportedSales(
          asin: "B00CHILD00", parentASIN: "B00PARENT0", product: "A, b", from: period.lowerBound,
          to: period.upperBound, units: 7391, sessions: 1234)
      ])
  }

  @Test func withoutDatesThePeriodIsAskedFor() throws {
    #expect(outcome(Self.newEnglish, try options()).failure == .periodNeeded(name: "test"))
  }

  @Test func byParentTheParentCounts() throws {
    let period = try day(2026, 10, 1)...day(2026, 10, 30)
    let text = "ASIN (parent),Titre,Sessions,Unités commandées\nB00PARENT0,A,10,3\n"
    let file = outcome(text, try options(period: period))
    #expect(file.sales.map(\.asin) == ["B00PARENT0"])
  }

  @Test func datedRowsKeepTheirDays() throws {
    let text =
      "Datum,(Untergeordnete) ASIN,Bestellte Einheiten\n03.10.26,B00CHILD00,5\n2026-10-04,B00CHILD00,6\n"
    let file = outcome(text, try options(period: day(2020, 1, 1)...day(2020, 1, 2)))
    #expect(file.sales.map(\.from) == [try day(2026, 10, 3), try day(2026, 10, 4)])
    #expect(file.reading == DateReading(order: .dayFirst, basis: .habit))
  }

  @Test func rowsOfSeveralSKUsAreSummed() throws {
    let text =
      "(Parent) ASIN,(Child) ASIN,Title,SKU,Sessions,Units Ordered\n"
      + "B00PARENT0,B00CHILD00,A,s1,10,3\nB00PARENT0,B00CHILD01,A,s2,1,1\nB00PARENT0,B00CHILD00,A,s3,5,4\n"
    let period = try day(2026, 10, 1)...day(2026, 10, 30)
    let bytes = Array(text.utf8)
    let file = outcome(bytes, try options(period: period), batch: 1)
    #expect(file.sales.map(\.asin) == ["B00CHILD00", "B00CHILD01"])
    #expect(file.sales.map(\.units) == [7, 1])
    #expect(file.sales.map(\.sessions) == [15, 1])
  }

  @Test func faultyValuesAreRefusedWithLineAndColumn() throws {
    let text =
      "Date,(Parent) ASIN,(Child) ASIN,Title,Sessions - Total,Units Ordered\n"
      + "9/22/26,B00PARENT0,B00CHILD00,x,,3\n"
      + "22/22/26,B00PARENT0,B00CHILD00,x,1,3\n"
      + "9/22/26,B00PARENT0,none,x,1,3\n"
      + "9/22/26,none,B00CHILD00,x,1,3\n"
      + "9/22/26,,,x,1,3\n"
      + "9/22/26,B00PARENT0,,x,1,3\n"
      + "9/22/26,B00PARENT0,B00CHILD00,x,a few,3\n"
      + "9/22/26,B00PARENT0,B00CHILD00,x,1,3.5\n"
      + "9/22/26,B00PARENT0,B00CHILD00,x,1,\n"
    let file = outcome(text, try options())
    #expect(file.sales.map(\.sessions) == [nil, 1])
    #expect(
      file.faults == [
        Fault(3, "Date"), Fault(4, "(Child) ASIN"), Fault(5, "(Parent) ASIN"),
        Fault(6, "(Child) ASIN"), Fault(8, "Sessions - Total"), Fault(9, "Units Ordered"),
        Fault(10, "Units Ordered"),
      ])
  }
}
