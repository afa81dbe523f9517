/// Who brought an order to its buyer.
public enum Fulfilment: String, Sendable, CaseIterable {
  /// Nobody has said.
  case unknown
  /// The marketplace, out of its own warehouse.
  case marketplace
  /// The shop, on time, with postage bought from the marketplace.
  case boughtShipping = "bought-shipping"
  /// The shop, in any other way.
  case shop

  /// Who it was, in words.
  public var words: String {
    switch self {
    case .unknown: "not known"
    case .marketplace: "by the marketplace"
    case .boughtShipping: "by the shop, on time, with the marketplace's Buy Shipping"
    case .shop: "by the shop"
    }
  }
}
