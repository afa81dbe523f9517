import AmendsPolicy
import Ledger
import Testing

@testable import Import

/// The sample file of each format, with the traps that are in it.
@Suite struct SampleTests {
  @Test func feedbackIsReadWhole() throws {
    let file = outcome(try .file(path("seller-feedback-report.tsv")), try options())
    #expect(file.format == .sellerFeedback)
    #expect(file.reading == DateReading(order: .monthFirst, basis: .dates))
    #expect(file.rows.count == 120)
    #expect(file.rejections.isEmpty)
    #expect(stars(file) == [49, 28, 15, 10, 18])
    #expect(file.reviews.filter { $0.publicReply.isEmpty }.count == 84)
    #expect(file.reviews.filter { $0.text.isEmpty }.count == 3)
    #expect(Set(file.reviews.map(\.externalID)).count == 120)
  }

  @Test func feedbackHasItsKeysAndReply() throws {
    let file = outcome(try .file(path("seller-feedback-report.tsv")), try options())
    let first = try #require(file.reviews.first)
    #expect(first.externalID == "113-8656817-8943350")
    #expect(first.kind == .sellerFeedback)
    #expect(
      first.keys == [
        .relay("fxr65gtd0rs2xs@marketplace.amazon.com"), .order("113-8656817-8943350"),
      ])
    #expect(first.text == "Package stolen from lobby, seller says not our problem.")
    #expect(first.publicReply.hasPrefix("A stolen parcel is our problem until"))
    #expect(ISO8601.text(first.postedAt) == "2026-11-20T12:00:00Z")
  }

  @Test(arguments: [
    (6, "Tudo certo, só a caixa veio amassada. Preço bom."),
    (69, "Señor, la tapa no cierra. 12½ cm no son 14."),
    (96, "Livré ouvert, il manque la télécommande."),
    (106, "Die Lampe war beschädigt, Rücksendung auf meine Kosten?"),
    (82, "Lieferung okay, Verpackung für die Tonne"),
    (110, "Café press arrived broken, pièces everywhere"),
    (9, "\"New\" kettle, limescale inside."),
    (98, "\"Fits all models"),
  ])
  func feedbackTextIsWhatWasWritten(_ line: Int, _ text: String) throws {
    let file = outcome(try .file(path("seller-feedback-report.tsv")), try options())
    #expect(file.reviews[line - 2].text == text)
  }

  @Test func linesAreReadWhole() throws {
    let file = outcome(try .file(path("reviews.jsonl")), try options())
    #expect(file.format == .reviewsJSONL)
    #expect(file.reading == nil)
    #expect(file.rows.count == 47)
    #expect(file.rejections.isEmpty)
    let first = try #require(file.reviews.first)
    #expect(first.externalID == "602ffe649c99b759b7b832ca4ae437b0")
    #expect(first.keys == [.reviewer("AG3ELJQGG2YQHIA67F3EPJLCFYDC")])
    #expect((first.asin, first.parentASIN) == ("B0ZLBC83PR", "B0ZV2MRVCY"))
    #expect(first.postedAt.milliseconds == 1_783_414_339_683)
    #expect(first.isVerified == true && first.rating == 2 && first.kind == .productReview)
  }

  @Test func hostileLinesAreKeptAsTheyAre() throws {
    let file = outcome(try .file(path("reviews.jsonl")), try options())
    #expect(file.reviews.contains { $0.text.contains("\u{1B}[2J\u{1B}[H") })
    #expect(file.reviews.contains { $0.title.contains("\u{1B}]0;inbox hijacked\u{07}") })
    #expect(file.reviews.contains { $0.text.unicodeScalars.contains("\u{E0068}") })
    #expect(file.reviews.contains { $0.text.unicodeScalars.contains("\u{202E}") })
    #expect(!file.reviews.contains { ($0.title + $0.text).utf8.contains(0) })
    #expect(file.reviews.contains { $0.text.unicodeScalars.contains("\u{FFFD}") })
    #expect(!file.reviews.contains { $0.text.contains("<br") })
    #expect(file.reviews.filter { $0.text.isEmpty }.count == 2)
    #expect(file.reviews.filter { $0.title.isEmpty }.count == 1)
    #expect(file.reviews.map(\.text.count).max() ?? 0 > 12_000)
  }

  @Test func exportIsReadWhole() throws {
    let file = outcome(try .file(path("reviews-export.csv")), try options())
    #expect(file.format == .reviewsCSV)
    #expect(file.rows.count == 80)
    #expect(file.rejections.isEmpty)
    #expect(stars(file) == [34, 26, 9, 5, 6])
    #expect(file.reviews.filter { $0.text.contains("\n") }.count == 22)
    #expect(!file.reviews.contains { $0.text.contains("\r") })
    let first = try #require(file.reviews.first)
    #expect(first.externalID == "RZ8CIKKXRNGOQA")
    #expect(first.keys == [.review("RZ8CIKKXRNGOQA")])
    #expect((first.asin, first.author, first.isVerified) == ("B0ZXEVC8ND", "Holly", true))
    #expect(file.reviews.contains { $0.author == "\"Tea, please\"" })
  }

  @Test func salesAreReadWhole() throws {
    let file = outcome(try .file(path("business-report.csv")), try options())
    #expect(file.format == .businessReport)
    #expect(file.reading?.order == .monthFirst)
    #expect(file.rows.count == 259)
    #expect(file.rejections.isEmpty)
    let first = try #require(file.sales.first)
    #expect(first.asin == "B0ZG3JJVP5" && first.parentASIN == "B0Z490UPJ2")
    #expect(first.units == 29 && first.sessions == 189)
    #expect(first.from == (try day(2026, 9, 22)) && first.to == first.from)
    #expect(file.sales.contains { $0.sessions == 1128 && $0.units == 147 })
    #expect(file.sales.contains { $0.product.contains("8\" Chef Knife") })
  }

  @Test func contactsAreReadWhole() throws {
    let file = outcome(try .file(path("contacts.csv")), try options())
    #expect(file.format == .contactsCSV)
    #expect(file.rejections.isEmpty)
    #expect(file.contacts.map(\.event.kind) == ContactEventKind.allCases)
    #expect(file.contacts[0].note == "We are sorry, and\na new one is on its way.")
    #expect(file.contacts[1].customer == file.contacts[0].customer)
    #expect(ISO8601.text(file.contacts[1].event.at) == "2026-11-02T07:30:00Z")
    #expect(file.contacts[2].customer == .order("114-7863528-5212210"))
    #expect(ISO8601.text(file.contacts[3].event.at) == "2026-11-04T12:00:00Z")
    #expect(file.contacts[4].customer == .review("R1ABCDEFGHIJK"))
  }

  @Test(arguments: Sample.allCases, [1, 7, 4096])
  func portionsChangeNothing(_ name: Sample, _ portion: Int) throws {
    let bytes = try sample(name.rawValue)
    let whole = outcome(bytes, try options())
    #expect(outcome(bytes, try options(), portion: portion, batch: 3) == whole)
    let file = try ImportSource.file(path(name.rawValue), portion: portion)
    #expect(outcome(file, try options(), head: 600) == whole)
  }

  private func stars(_ file: Outcome) -> [Int] {
    (1...5).map { stars in file.reviews.filter { $0.rating == stars }.count }
  }
}
