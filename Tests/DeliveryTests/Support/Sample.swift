import AmendsPolicy
import Delivery
import Ledger

/// One item on its way out, with all that belongs to it.
enum Sample {
  static let id = OutboxID("5f0c2b6e-9d1a-4c8e-8d57-0a1b2c3d4e5f")
  static let order = "114-7863528-5212210"
  static let relay = "qw2smy2gutcr61k@marketplace.amazon.com"
  static let now = Instant(milliseconds: 1_795_788_189_000)
  static let owner = "1:1:test"

  static func item(
    _ id: OutboxID = id,
    recipient: String? = relay,
    leavesAt: Instant = now,
    _ change: (inout OutboxItem) -> Void = { _ in }
  ) -> OutboxItem {
    var item = OutboxItem(
      id: id, draft: DraftID("draft"), review: ReviewID(1), customer: CustomerID(1),
      recipient: recipient, order: order, text: "Dear customer,\n\nwe are sorry.\n",
      queuedAt: now - .minutes(5), queuedBy: "ana", leavesAt: leavesAt)
    change(&item)
    return item
  }

  static func row(_ item: OutboxItem) -> MemoryDesk.Row {
    MemoryDesk.Row(item: item, review: review(), customer: customer)
  }

  static func review(kind: ItemKind = .productReview) -> Review {
    Review(
      id: ReviewID(1), externalID: "R1", kind: kind, rating: 1, title: "Broken",
      text: "It came broken.", postedAt: now - .days(2), customer: CustomerID(1), language: "en")
  }

  static let customer = Customer(
    id: CustomerID(1), name: "Cathy", key: .relay(relay), zone: nil, standing: ContactStanding())

  static func claim(_ item: OutboxItem = item(), kind: ItemKind = .productReview) -> Claim {
    Claim(
      fence: Fence(item: item.id, number: 1), item: item, review: review(kind: kind),
      customer: customer)
  }

  static func letter(
    _ text: String = "Dear customer,\n",
    subject: String = "Your order \(order)",
    item: OutboxID = id
  ) throws -> Letter {
    Letter(
      item: item, recipient: try RelayAddress(relay), subject: try HeaderText(subject), text: text)
  }

  static func shop() throws -> MailAddress { try MailAddress("service@shop.example") }
}

/// A wording check with a fixed opinion.
struct FixedWording: WordingCheck {
  var fixed = WordingOpinion()

  func opinion(on claim: Claim) -> WordingOpinion { fixed }
}
