import AmendsPolicy
import Ledger

/// Rows of the list.
extension Sample {
  static func customer(
    _ number: Int64,
    _ name: String,
    zone: String? = nil,
    events: [ContactEvent] = []
  ) -> Customer {
    Customer(
      id: CustomerID(number), name: name,
      key: .relay("buyer\(number)@marketplace.amazon.com"), zone: zone,
      standing: ContactStanding(events))
  }

  /// A review of a customer with the same number.
  static func review(
    _ number: Int64,
    _ author: String = "",
    stars: Int = 1,
    title: String = "Arrived with a cracked base",
    text: String = "The glass base had a crack. Water everywhere, and I asked for help twice.",
    age: Span = .hours(2),
    cause: Cause? = nil,
    state: ReviewState = .open,
    kind: ItemKind = .productReview,
    isVerified: Bool? = nil
  ) -> Review {
    Review(
      id: ReviewID(number), externalID: "R\(number)", kind: kind, rating: stars, title: title,
      text: text, postedAt: now - age, customer: CustomerID(number),
      order: "114-7863528-521\(1000 + number)", asin: "B0EXAMPLE\(number % 10)", author: author,
      language: "en", cause: cause, state: state, isVerified: isVerified)
  }

  /// A review by somebody who did not buy the product.
  static let fabricated = review(
    1, "R. Diaz", title: "Total scam", text: "I never bought it, and I would not.",
    cause: .fabricated, isVerified: false)

  static func row(
    _ review: Review,
    events: [ContactEvent] = [],
    zone: String? = nil,
    product: String = "Harrowfinch Kettle 1.7L",
    units: [Int] = [],
    outbox: OutboxSummary? = nil
  ) -> ReviewRow {
    ReviewRow(
      review: review,
      customer: customer(review.customer.number, review.author, zone: zone, events: events),
      product: product, unitsPerDay: units.last, unitsByDay: units, outbox: outbox,
      position: PagePosition(leading: 0, postedAt: 0, number: review.id.number))
  }

  static func waiting(
    _ review: Int64,
    _ state: OutboxState,
    leavesIn span: Span = .minutes(20)
  ) -> OutboxSummary {
    OutboxSummary(
      id: OutboxID("o\(review)"), review: ReviewID(review), state: state, leavesAt: now + span,
      reason: "")
  }

  static func ago(_ span: Span, _ kind: ContactEventKind, order: String? = nil) -> ContactEvent {
    ContactEvent(kind, at: now - span, order: order)
  }

  /// Every wording of the contact column, most urgent first.
  static let everyContact: [ReviewRow] = [
    row(
      review(1, "J. Rivera", cause: .damaged), product: "Harrowfinch Kettle 1.7L",
      units: [40, 39, 36, 20, 12, 29]),
    row(
      review(2, "M. Okafor", stars: 2, title: "Leaks from the lid after a week", age: .hours(5)),
      events: [ago(.minutes(43 * 60 + 48), .contacted)], product: "Trail Bottle 1 L",
      units: [41, 41, 40, 42, 40, 28]),
    row(
      review(3, "", title: "Total scam do not buy", age: .days(1), cause: .fabricated),
      events: [ago(.days(20), .optedOut)], units: [27]),
    row(
      review(4, "Kenji S.", stars: 3, title: "Two weeks for “2-day” delivery", age: .days(3)),
      events: [ago(.minutes(21 * 60), .answered)], product: "Desk Lamp", units: [12, 12, 9, 26]),
    row(
      review(5, "Ana Lima", stars: 2, title: "Still waiting", age: .days(4), cause: .late),
      events: [ago(.hours(26), .refundAsked)], units: [25]),
    row(
      review(6, "P. Novak", age: .days(5)),
      events: [ago(.days(9), .contacted), ago(.days(5), .contacted)], units: [24]),
    row(review(7, "R. Diaz", age: .days(6)), events: [ago(.days(1), .complained)], units: [23]),
    row(review(8, "S. Haas", age: .days(7)), events: [ago(.days(1), .doNotContact)], units: [22]),
    row(review(9, "T. Berg", age: .days(20)), units: [21], outbox: waiting(9, .queued)),
    row(
      review(10, "U. Roth", age: .days(30), state: .queued), units: [20],
      outbox: waiting(10, .queued, leavesIn: .hours(66))),
    row(review(11, "V. Sato", age: .days(70)), units: [19], outbox: waiting(11, .uncertain)),
    row(review(12, "W. Falk", age: .days(400)), units: [18], outbox: waiting(12, .held)),
    row(review(13, "X. Ito", age: .days(900)), units: [17], outbox: waiting(13, .committing)),
    row(
      review(14, "Y. Park", age: .minutes(5)), zone: "America/Los_Angeles", units: [16]),
  ]

  /// Names and texts that a terminal, or a table, could stumble over.
  static let hostile: [ReviewRow] = [
    row(
      review(
        21, "\u{1B}[31mRed\u{7}", title: "\u{1B}]0;owned\u{7}\u{202E}evil\u{0}\r\nnext\tline",
        text: "\u{1B}[2J\u{9B}31m gone? \u{200B}\u{FEFF}zero width\r\nsecond line"), units: [90]),
    row(review(22, "山田太郎さんの長い名前", stars: 2, title: "ガラスの底が割れていました。とても残念です"), units: [80]),
    row(review(23, "محمد علي", title: "المنتج وصل مكسورا"), units: [70]),
    row(review(24, "👨‍👩‍👧‍👦 Family 🇩🇪", stars: 3, title: "💔💔 broken 👍🏽"), units: [60]),
    row(review(25, "Z̷̢̛͙͎a̵l̶g̸o̴", title: "e\u{301}e\u{301}e\u{301} composed"), units: [50]),
    row(review(26, "한국어 이름", title: "\u{1112}\u{1161}\u{11AB} jamo"), units: [40]),
    row(
      review(
        27, "Long Name Of Somebody Who Has Many", title: String(repeating: "long ", count: 90)),
      product: "A product title that a marketplace allows to be two hundred characters long",
      units: [30]),
    row(review(28, "", stars: 1, title: "", text: ""), product: "", units: [20]),
  ]

  /// As many plain rows as asked for, in the order of their numbers.
  static func many(_ count: Int) -> [ReviewRow] {
    (1...count).map { number in
      var row = row(
        review(Int64(number), "Buyer \(number)", title: "Review \(number)"), units: [])
      row.unitsPerDay = count - number
      return row
    }
  }
}
