import AmendsPolicy
import Ledger

/// Where in Seller Central a reply is sent by hand.
///
/// Sources: Amazon, help pages 200389080 (authorised addresses), XATYDG72KXPG7EM (Contact Customer).
enum SellerCentralHints {
  static func steps(for claim: Claim) -> [String] {
    let steps = [byOrder(claim.item.order), byMail(claim.item.recipient)].compactMap(\.self)
    return steps.isEmpty ? [withoutBuyer(claim.review.kind)] : steps
  }

  private static func byOrder(_ order: String?) -> String? {
    order.map {
      "Seller Central, Orders, Manage Orders: look for \($0), then Contact Buyer, and paste the text"
    }
  }

  private static func byMail(_ address: String?) -> String? {
    address.map { "By mail to \($0), from an address that is authorised in Seller Central" }
  }

  private static func withoutBuyer(_ kind: ItemKind) -> String {
    switch kind {
    case .sellerFeedback:
      "Seller Central, Performance, Feedback Manager: look for the feedback, then contact the buyer"
    case .productReview:
      "Seller Central, Brands, Customer Reviews: look for the review, then Contact Customer;"
        + " only Amazon's own templates can be sent there"
    }
  }
}
