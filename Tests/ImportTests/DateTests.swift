import AmendsPolicy
import Ledger
import Testing

@testable import Import

/// Dates: their forms, and the order of day and month that is decided once a file.
@Suite struct DateTests {
  @Test(arguments: [
    (["11/20/26", "9/8/26"], true, DateOrder.monthFirst, DateReading.Basis.dates),
    (["20/11/26", "9/8/26"], true, .dayFirst, .dates),
    (["20.11.26", "9.8.26"], false, .dayFirst, .dates),
    (["11-20-2026"], false, .monthFirst, .dates),
    (["9/8/26", "1/1/26"], true, .monthFirst, .habit),
    (["9/8/26"], false, .dayFirst, .habit),
    (["9.8.26"], true, .dayFirst, .habit),
    (["20/11/26", "20/10/26", "11/20/26"], true, .dayFirst, .dates),
    (["20/11/26", "11/20/26"], true, .monthFirst, .habit),
    (["99/99/26", "2026/11/20", "soon", ""], false, .dayFirst, .habit),
  ])
  func theOrderIsDecidedOnce(
    _ dates: [String], _ isEnglish: Bool, _ order: DateOrder, _ basis: DateReading.Basis
  ) {
    var votes = DateVotes()
    for date in dates { votes.count(date) }
    #expect(votes.reading(isEnglish: isEnglish) == DateReading(order: order, basis: basis))
  }

  @Test(arguments: [
    ("11/20/26", "2026-11-20"), ("9/8/26", "2026-09-08"), ("09/08/2026", "2026-09-08"),
    ("9/8/27", "2027-09-08"), ("9/8/28", "1928-09-08"), ("9/8/99", "1999-09-08"),
    ("2024-01-15", "2024-01-15"), ("2024/1/15", "2024-01-15"), (" 2/29/24\u{A0}", "2024-02-29"),
    ("January 15, 2024", "2024-01-15"), ("Jan 15, 2024", "2024-01-15"),
    ("Sept. 3, 2024", "2024-09-03"), ("15 January 2024", "2024-01-15"),
    ("Reviewed in the United States on January 3, 2026", "2026-01-03"),
    ("Reviewed in the United States 🇺🇸 on May 31, 2018", "2018-05-31"),
    ("Reviewed in the United Kingdom on 3 January 2026", "2026-01-03"),
    ("Rezension aus Deutschland vom 3. Januar 2026", "2026-01-03"),
    ("Rezension aus Österreich vom 14. März 2025", "2025-03-14"),
    ("Commenté en France le 3 janvier 2026", "2026-01-03"),
    ("Commentaire laissé en France le 1er mars 2026", "2026-03-01"),
    ("Commenté en France le 12 aou\u{302}t 2025", "2025-08-12"),
    ("Revisado en España el 3 de marzo de 2023", "2023-03-03"),
    ("Opinión emitida en España el 5 de diciembre de 2022", "2022-12-05"),
    ("Valorado en España el 30 de septiembre de 2021", "2021-09-30"),
    ("Recensito in Italia il 3 giugno 2026", "2026-06-03"),
    ("2026年6月3日に日本でレビュー済み", "2026-06-03"),
    ("Beoordeeld in Nederland op 3 maart 2026", "2026-03-03"),
    ("Zrecenzowano w Polsce 3 stycznia 2026", "2026-01-03"),
    ("Recension i Sverige den 7 augusti 2025", "2025-08-07"),
    ("Avaliado no Brasil em 9 de outubro de 2024", "2024-10-09"),
  ])
  func everyFormIsRead(_ text: String, _ date: String) throws {
    let reader = DateReader(
      reading: DateReading(order: .monthFirst, basis: .habit), today: try day(2026, 11, 27))
    #expect(ISO8601.text(try reader.instant(text)) == date + "T12:00:00Z")
  }

  @Test(arguments: [
    "", "soon", "13/13/26", "2/30/26", "20/11/26", "0/1/26", "1/2", "1/2/3/4", "1/2/345", "1/2-26",
    "Reviewed on Smarch 3, 2026", "January 32, 2026", "2026年13月3日", "年月日", "5 Mai 26", "-", "1//26",
    "2026-02-30", "May 2026", "99999999999999999999/1/26",
  ])
  func everythingElseIsRefused(_ text: String) throws {
    let reader = DateReader(
      reading: DateReading(order: .monthFirst, basis: .habit), today: try day(2026, 11, 27))
    #expect(throws: BadValue.self) { try reader.instant(text) }
  }

  @Test func aTimeIsKept() throws {
    let reader = DateReader(
      reading: DateReading(order: .dayFirst, basis: .habit), today: try day(2026, 11, 27))
    #expect(
      ISO8601.text(try reader.instant("2026-11-20T23:30:00-02:00")) == "2026-11-21T01:30:00Z")
  }

  @Test func everyMonthHasANameInEveryLanguage() {
    let may = ["may", "mai", "mayo", "maggio", "mei", "maja", "maj", "maio"]
    #expect(may.allSatisfy { MonthNames.month($0) == 5 })
    let february = ["february", "februar", "février", "febrero", "febbraio", "lutego", "fevereiro"]
    #expect(february.allSatisfy { MonthNames.month($0) == 2 })
    #expect(["lug", "lipca", "juillet", "julho"].allSatisfy { MonthNames.month($0) == 7 })
  }

  @Test func theRestOfTheFileIsReadInTheOrderOfTheFile() throws {
    let header = "Date,Body,Rating\n"
    let file = outcome(
      header + "5/6/26,a,1\n25/6/26,b,1\n7/25/26,c,1\n26/6/26,d,1\n", try options())
    #expect(file.reading == DateReading(order: .dayFirst, basis: .dates))
    #expect(
      file.reviews.map(\.postedAt) == [
        try day(2026, 6, 5).noon, try day(2026, 6, 25).noon, try day(2026, 6, 26).noon,
      ])
    #expect(file.faults == [Fault(4, "Date")])
    #expect(file.rejections.first?.reason.contains("day first") == true)
  }

  @Test func whatIsSaidHolds() throws {
    let file = outcome(
      "Date,Body,Rating\n5/6/26,a,1\n25/6/26,b,1\n", try options(order: .monthFirst))
    #expect(file.reading == DateReading(order: .monthFirst, basis: .option))
    #expect(file.reviews.map(\.postedAt) == [try day(2026, 5, 6).noon])
    #expect(file.faults == [Fault(3, "Date")])
  }

  @Test(arguments: ["2026-11-27T14:03:09Z", "1999-12-31T23:59:59Z", "2024-02-29T00:00:00Z"])
  func plainTimesAreReadAsISO8601ReadsThem(_ text: String) throws {
    var text = text
    let read = text.withUTF8 { PlainTime.read($0) }
    #expect(read != nil && read == ISO8601.instant(text))
  }

  @Test(arguments: [
    "2026-11-27T24:03:09Z", "2026-11-27T14:60:09Z", "2026-11-27T14:03:60Z", "2026-13-27T14:03:09Z",
    "2026-11-31T14:03:09Z", "2026-11-27 14:03:09Z", "2026-11-27T14:03:0xZ", "2026-11-27",
  ])
  func otherTimesAreLeftToISO8601(_ text: String) {
    var text = text
    #expect(text.withUTF8 { PlainTime.read($0) } == nil)
  }
}
