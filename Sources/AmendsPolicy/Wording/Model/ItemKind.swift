/// What a customer left behind, and a draft answers.
///
/// Marketplaces judge the two by different rules: a product review may never be asked to change, seller feedback
/// may be mentioned neutrally once the matter is settled.
public enum ItemKind: String, CaseIterable, Hashable, Sendable {
  /// A review of a product, public on its page.
  case productReview = "product_review"
  /// Feedback on the seller for one order.
  case sellerFeedback = "seller_feedback"
}
