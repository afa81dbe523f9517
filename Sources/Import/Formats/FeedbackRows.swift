import AmendsPolicy
import Ledger

/// Amazon's seller feedback report, of six columns or, until about 2017, of fourteen.
///
/// One order has one feedback, so the order number is its identity.
struct FeedbackRows: RowMapping {
  static let expected = ExpectedColumns(
    format: .sellerFeedback,
    columns: ["Date", "Rating", "Comments", "Your Response", "Order ID", "Rater Email"])

  private let date: Column
  private let rating: Column
  private let comments: Column
  private let response: Column?
  private let order: Column
  private let email: Column?
  let isEnglish: Bool

  /// Finds the columns by their names in the languages of the European and American stores.
  init?(_ header: Header) {
    guard let date = header.column("date", "datum", "data", "fecha"),
      let rating = header.column(
        "rating", "bewertung", "évaluation", "beoordeling", "ocena", "valoración", "valutazione"),
      let comments = header.column(
        "comments", "kommentare", "commentaire", "commentaires", "comentarios", "opmerkingen",
        "komentarze", "commenti"),
      let order = header.column(
        "orderid", "bestellnummer", "númerodepedido", "numeroordine", "bestelnummer",
        "numerzamówienia", "numérodecommande")
    else { return nil }
    (self.date, self.rating, self.comments, self.order) = (date, rating, comments, order)
    response = header.column(
      "yourresponse", "response", "antwort", "ihreantwort", "antwoord", "odpowiedź", "réponse",
      "respuesta", "risposta")
    email = header.column(
      "rateremail", "emaildesbewerters", "emaildelévaluateur", "emaildelcliente",
      "emailautoredellavalutazione", "emailvanbeoordelaar", "emailoceniającego")
    isEnglish = header.column("rateremail") != nil
  }

  /// Takes the columns by their places, as the report has them in every language.
  init?(positions header: Header) {
    let places: [Int]
    switch header.cells.count {
    case 6: places = [0, 1, 2, 3, 4, 5]
    case 14: places = [0, 1, 2, 3, 7, 8]
    default: return nil
    }
    let columns = places.map(header.column(at:))
    (date, rating, comments) = (columns[0], columns[1], columns[2])
    (response, order, email) = (columns[3], columns[4], columns[5])
    isEnglish = false
  }

  var dateColumn: Column? { date }

  /// A line goes on with the comment above it unless it starts like a row, with a date and a rating.
  var continuation: (@Sendable (Record) -> Bool)? {
    { [date, rating] record in
      guard record.count > max(date.index, rating.index) else { return true }
      return !Self.startsRow(record, date, rating)
    }
  }

  /// Whether fields are those of a feedback, whatever the header says.
  func fits(_ record: Record) -> Bool {
    record.count > max(order.index, rating.index)
      && Self.startsRow(record, date, rating) && OrderNumber.isValid(record.value(order))
  }

  private static func startsRow(_ record: Record, _ date: Column, _ rating: Column) -> Bool {
    let value = record.value(date)
    return StarRating.read(record.value(rating)) != nil
      && (FigureDate(value) != nil || ISO8601.instant(value) != nil)
  }

  func row(_ record: Record, _ dates: DateReader) throws(Refusal) -> ImportedRow {
    let posted = try instant(record, date, dates)
    let stars = try stars(record, rating)
    let number = try orderNumber(record)
    var feedback = ImportedReview(
      externalID: number, kind: .sellerFeedback, rating: stars, text: record.prose(comments),
      postedAt: posted, keys: [])
    feedback.publicReply = record.prose(response)
    if let relay = try address(record) { feedback.keys.append(.relay(relay)) }
    feedback.keys.append(.order(number))
    return .review(feedback)
  }

  private func orderNumber(_ record: Record) throws(Refusal) -> String {
    let value = record.value(order)
    guard OrderNumber.isValid(value) else {
      let found = value.isEmpty ? "is empty" : "\(value.quoted) is no order number"
      throw order.refusal("\(found); one such as 114-7863528-5212210 is needed")
    }
    return value.uppercased()
  }

  /// The relay address; `nil` where there is none or it takes no answers.
  private func address(_ record: Record) throws(Refusal) -> String? {
    let value = record.value(email).lowercased()
    guard let email, !value.isEmpty else { return nil }
    let parts = value.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty,
      !value.unicodeScalars.contains(where: { $0.properties.isWhitespace })
    else { throw email.refusal("\(value.quoted) is no e-mail address") }
    return ["donotreply", "no-reply", "noreply"].contains(parts[0]) ? nil : value
  }
}
