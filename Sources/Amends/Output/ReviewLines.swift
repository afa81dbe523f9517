import AmendsPolicy
import Ledger
import Screen

/// Reviews as lines for programs and for people.
struct ReviewLines {
  let limits: ContactLimits
  let zones: ZoneTable
  let now: Instant

  /// The line as the contract of `list --json` has it.
  func json(_ row: ReviewRow) -> JSONValue {
    let review = row.review
    return [
      "id": .int(review.id.number), "kind": .string(review.kind.rawValue),
      "rating": .int(review.rating), "title": .string(review.title), "text": .string(review.text),
      "postedAt": .string(ISO8601.text(review.postedAt)),
      "customer": .string(row.customer.key.text), "order": .text(review.order),
      "asin": .text(review.asin), "cause": .text(review.cause?.rawValue),
      "state": .string(review.state.rawValue), "contact": .object(contact(row).members),
      "snoozed": .text(review.activeSnooze(at: now).map(Self.text)),
    ]
  }

  /// The line for people: stars, day, customer, cause, contact, and how the text begins.
  func text(_ row: ReviewRow) -> String {
    let review = row.review
    let name = row.customer.name.isEmpty ? row.customer.key.text : row.customer.name
    let columns = [
      SafeText(String(repeating: "*", count: review.rating)).padded(columns: 5),
      SafeText(ISO8601.text(CivilTime(review.postedAt).date)),
      SafeText(name, columns: 22).padded(columns: 22),
      SafeText(review.cause?.words ?? "-").padded(columns: 16),
      SafeText(words(row)).padded(columns: 28),
      SafeText(review.title.isEmpty ? review.text : review.title, columns: 60),
    ]
    return columns.map(\.string).joined(separator: "  ")
  }

  private static func text(_ snooze: Snooze) -> String {
    switch snooze {
    case .until(let end): ISO8601.text(end)
    case .untilTheyWrite: "until-they-write"
    }
  }

  private func contact(_ row: ReviewRow) -> ContactAnswer {
    limits.answer(
      ContactRequest(at: now), standing: row.customer.standing,
      zone: zones.zone(row.customer.zone))
  }

  private func words(_ row: ReviewRow) -> String {
    if let snooze = row.review.activeSnooze(at: now) { return "snoozed: \(Self.text(snooze))" }
    let answer = contact(row)
    guard let limit = answer.limit else { return "ready" }
    guard let until = answer.until else { return "never: \(limit.rawValue)" }
    return "in \((until - now).inWords): \(limit.rawValue)"
  }
}
