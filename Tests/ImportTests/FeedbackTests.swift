import AmendsPolicy
import Ledger
import Testing

@testable import Import

/// The seller feedback report in its languages, encodings and shapes.
@Suite struct FeedbackTests {
  private static let row =
    "\t1\tArrived broken\tSorry\t114-7863528-5212210\tqw2smy2gutcr61k@marketplace.amazon.com\r\n"
  private static let english = "Date\tRating\tComments\tYour Response\tOrder ID\tRater Email\r\n"

  private static let headers = [
    ("Date\tRating\tComments\tYour Response\tOrder ID\tRater Email", DateOrder.monthFirst),
    ("Datum\tBewertung\tKommentare\tAntwort\tBestellnummer\tE-Mail des Bewerters", .dayFirst),
    ("Date\tÉvaluation\tCommentaire\tResponse\tOrder ID\tE-mail de l'évaluateur", .dayFirst),
    ("Date\tRating\tComentarios\tResponse\tNúmero de pedido\tE-mail del cliente", .dayFirst),
    (
      "Date\tRating\tComments\tResponse\tNumero ordine\tE-mail autore della valutazione",
      .dayFirst
    ),
    ("Datum\tBeoordeling\tOpmerkingen\tAntwoord\tBestelnummer\tE-mail van beoordelaar", .dayFirst),
    ("Data\tOcena\tKomentarze\tOdpowiedź\tNumer zamówienia\tE-mail oceniającego", .dayFirst),
    ("日付\t評価\tコメント\t返信\t注文番号\tメール", .dayFirst),
  ]

  @Test(arguments: headers)
  func everyLanguageIsRead(_ header: String, _ habit: DateOrder) throws {
    let file = outcome(header + "\r\n09/08/26" + Self.row, try options())
    #expect(file.format == .sellerFeedback)
    #expect(file.reading == DateReading(order: habit, basis: .habit))
    let feedback = try #require(file.reviews.first)
    #expect(feedback.text == "Arrived broken" && feedback.publicReply == "Sorry")
    #expect(feedback.keys.count == 2 && feedback.order == "114-7863528-5212210")
    let date = habit == .monthFirst ? try day(2026, 9, 8) : try day(2026, 8, 9)
    #expect(feedback.postedAt == date.noon)
  }

  @Test(arguments: headers)
  func everyLanguageIsReadFromUTF16(_ header: String, _ habit: DateOrder) throws {
    let text = header + "\r\n09/08/26" + Self.row
    let plain = outcome(text, try options())
    #expect(plain.rows.count == 1)
    #expect(outcome(utf16(text), try options()) == plain)
    #expect(outcome(utf16(text, bigEndian: true), try options(), portion: 1) == plain)
    #expect(outcome("\u{FEFF}" + text, try options()) == plain)
  }

  @Test func aReportWithoutHeaderIsKnownByItsPlaces() throws {
    let file = outcome("9/24/26" + Self.row + "9/25/26" + Self.row, try options())
    #expect(file.format == .sellerFeedback)
    #expect(file.rows.count == 2)
  }

  @Test func anUnknownHeaderOverOtherDataIsRefused() throws {
    let file = outcome("a\tb\tc\td\te\tf\n1\t2\t3\t4\t5\t6\n", try options())
    #expect(
      file.failure
        == .unknownHeader(found: ["a", "b", "c", "d", "e", "f"], expected: FormatFinder.expected))
  }

  @Test func theOldReportHasFourteenColumns() throws {
    let header = [
      "Date", "Rating", "Comments", "Your Response", "Arrived on Time", "Item as Described",
      "Customer Service", "Order ID", "Rater Email", "Rater Role", "Respond Url", "Resolve Url",
      "Message from Amazon", "Rating Status",
    ]
    let row = [
      "1/31/15", "2", "Late", "", "No", "Yes", "Yes", "114-7863528-5212210",
      "a@marketplace.amazon.com", "Buyer", "http://x", "http://y", "", "",
    ]
    let text = [header, row].map { $0.joined(separator: "\t") }.joined(separator: "\n")
    let file = outcome(text, try options())
    #expect(file.reviews.map(\.text) == ["Late"])
    #expect(file.reviews.first?.keys.first == .relay("a@marketplace.amazon.com"))
    let foreign = outcome(text.replacing("Rating\t", with: "評価\t"), try options())
    #expect(foreign.reviews.map(\.rating) == [2])
  }

  @Test func faultyValuesAreRefusedWithLineAndColumn() throws {
    let text =
      Self.english
      + "13/13/26\t1\t\t\t114-7863528-5212210\t\n"
      + "9/24/26\t6\t\t\t114-7863528-5212210\t\n"
      + "9/24/26\t1\tgood\t\t114-7863528-5212210\t\n"
      + "\n"
      + "9/24/26\t1\t\t\t\t\n"
      + "9/24/26\t1\t\t\t12\t\n"
      + "9/24/26\t1\t\t\t114-7863528-5212210\tnobody\n"
      + "9/24/26\t1\t\t\t114-7863528-5212210\n"
      + "9/24/26\t1\ta\tb\tc\td\t114-7863528-5212210\t\n"
    let file = outcome(text, try options())
    #expect(file.rows.count == 1)
    #expect(
      file.faults == [
        Fault(2, "Date"), Fault(3, "Rating"), Fault(6, "Order ID"), Fault(7, "Order ID"),
        Fault(8, "Rater Email"), Fault(9, nil), Fault(10, nil),
      ])
    #expect(file.rejections[5].reason == "has 5 fields; 6 are expected")
    #expect(file.rejections[5].raw == Array("9/24/26\t1\t\t\t114-7863528-5212210\n".utf8))
  }

  @Test func refusalsNameTheColumnInTheFilesLanguage() throws {
    let header = "Datum\tBewertung\tKommentare\tAntwort\tBestellnummer\tE-Mail des Bewerters\n"
    let file = outcome(header + "24.09.26\tgut\t\t\t114-7863528-5212210\t\n", try options())
    #expect(
      file.rejections.first?.words
        == "line 2, column \"Bewertung\": \"gut\" is no rating; whole stars from 1 to 5 are needed")
  }

  @Test func aCommentMayGoOnInTheNextLines() throws {
    let text =
      Self.english + "9/24/26\t1\tFirst line\nsecond\n\nlast\t\t114-7863528-5212210\t\n"
      + "9/25/26\t2\tcut off\n"
      + "9/26/26\t3\twhole\t\t114-7863528-5212211\t\n"
    let file = outcome(text, try options())
    #expect(file.reviews.map(\.text) == ["First line\nsecond\n\nlast", "whole"])
    #expect(file.faults == [Fault(6, nil)])
  }

  @Test func twoRowsCutOffAreTwoRefusals() throws {
    let text = Self.english + "9/25/26\t2\tcut off\n9/26/26\t3\tcut\toff\n"
    #expect(outcome(text, try options()).faults == [Fault(2, nil), Fault(3, nil)])
  }

  @Test(arguments: [1, 7, 4096])
  func aReportSavedAsCSVIsReadToo(_ portion: Int) throws {
    let text =
      "Date,Rating,Comments,Your Response,Order ID,Rater Email\n"
      + "9/24/26,1,\"one, two\",,114-7863528-5212210,\n"
      + "9/25/26,2,cut\nx\"y,,114-7863528-5212211,\n"
      + "9/26/26,3,goes\non,,114-7863528-5212212,\n"
    let file = outcome(Array(text.utf8), try options(), portion: portion)
    #expect(file.format == .sellerFeedback)
    #expect(file.reviews.map(\.text) == ["one, two", "goes\non"])
    #expect(file.faults == [Fault(3, nil), Fault(4, nil)])
  }

  @Test func noAnswerAddressesAreNoKeys() throws {
    let text = Self.english + "9/24/26\t1\t\t\t114-7863528-5212210\tdonotreply@amazon.com\n"
    #expect(outcome(text, try options()).reviews.first?.keys == [.order("114-7863528-5212210")])
  }

  @Test func nulBecomesTheReplacementCharacter() throws {
    let file = outcome(
      Self.english + "9/24/26\t1\ta\0b\u{1B}[2J\t\t114-7863528-5212210\t\n", try options())
    #expect(file.reviews.first?.text == "a\u{FFFD}b\u{1B}[2J")
  }

  @Test func macLineEndsAreLineEnds() throws {
    let text = (Self.english + "9/24/26" + Self.row + "13/1/26" + Self.row)
    let file = outcome(text.replacing("\r\n", with: "\r"), try options())
    #expect(file.rows.count == 1)
    #expect(file.faults == [Fault(3, "Date")])
  }

  @Test func importingTwiceGivesTheSameIdentities() throws {
    let bytes = try sample("seller-feedback-report.tsv")
    #expect(outcome(bytes, try options()) == outcome(bytes, try options()))
  }
}
