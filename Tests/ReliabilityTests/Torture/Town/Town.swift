package import AmendsPolicy
package import Ledger
package import Store

/// The customers of the torture: each has a relay address and a few reviews.
package struct Town: Sendable {
  /// How many reviews each customer has written: each can have one live draft.
  package static let reviewsEach = 3
  /// Short enough that customers are written to again and again.
  package static let limits = ContactLimits(
    interval: Span(milliseconds: 1500), maximumUnanswered: 1_000_000, quietHours: .none)

  /// What stands before the `@` of each customer's address; letters and digits.
  package let aliases: [String]

  /// A town of people with these aliases.
  package init(_ aliases: [String]) { self.aliases = aliases }

  /// A town of so many people.
  package init(customers: Int) { self.init((0..<customers).map { "c\($0)" }) }

  package func address(of customer: Int) -> String { "\(aliases[customer])@\(Self.domain)" }

  private static let domain = "marketplace.amazon.com"

  /// Fills an empty desk with all of them.
  package func settle(in store: DeskStore, at now: Instant) throws(DeskError) {
    var rows: [ImportedRow] = []
    for customer in aliases.indices {
      for which in 0..<Self.reviewsEach {
        rows.append(
          .review(
            ImportedReview(
              externalID: "R\(customer)-\(which)", kind: .productReview, rating: 1,
              text: "It arrived broken.", postedAt: now, keys: [.relay(address(of: customer))])))
      }
    }
    _ = try store.importRows(rows, at: now, by: "torture")
  }

  /// One of a customer's reviews: the desk numbers them as they were imported.
  package static func review(of customer: Int, _ which: Int = 0) -> ReviewID {
    ReviewID(Int64(customer * reviewsEach + which) + 1)
  }

  /// The number under which the desk keeps a customer.
  package static func id(of customer: Int) -> CustomerID { CustomerID(Int64(customer) + 1) }

  /// A draft of a revision: its text says which, so that nothing old can pass for it.
  package static func draft(
    _ id: String, for customer: Int, _ which: Int, revision: Int, padding: Int = 0,
    at now: Instant
  ) -> Draft {
    let text =
      "\(text(of: id, revision)) We are sorry." + String(repeating: " Truly.", count: padding)
    return Draft(
      id: DraftID(id), review: review(of: customer, which), customer: Self.id(of: customer),
      text: text, revision: revision, changedAt: now)
  }

  /// How the text of a draft begins.
  package static func text(of id: String, _ revision: Int) -> String { "[\(id) \(revision)]" }

  /// The reply that a draft becomes.
  package func item(_ draft: Draft, for customer: Int, at now: Instant) -> OutboxItem {
    OutboxItem(
      id: OutboxID(draft.id.text), draft: draft.id, review: draft.review, customer: draft.customer,
      recipient: address(of: customer), order: "114-0000000-0000001", text: draft.text,
      queuedAt: now, queuedBy: "agent", leavesAt: now)
  }
}
