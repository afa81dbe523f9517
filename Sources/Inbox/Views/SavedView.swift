public import Ledger

/// A filter with an order under a name, which a key of the list shows.
public struct SavedView: Hashable, Sendable {
  /// The figures that views are on.
  public static let keys = 1...9

  /// The figure whose key shows it.
  public var key: Int
  /// What the title calls it.
  public var name: String
  /// The filter as it is typed.
  public var text: String
  /// What it shows.
  public var filter: ReviewFilter
  /// In which order.
  public var order: ReviewOrder

  /// A view of what a typed filter finds; the filter is its name where it has no other.
  ///
  /// - Throws: `FilterError` with the word at fault and its place.
  public init(
    key: Int,
    name: String? = nil,
    filter text: String,
    order: ReviewOrder = .urgency
  ) throws(FilterError) {
    filter = try ReviewFilter(text)
    self.key = key
    self.name = name ?? text
    self.text = text
    self.order = order
  }

  /// The views of a shop that has made none of its own, beginning with those who wait.
  public static let usual: [SavedView] = [
    ("answers due", "contact:due", ReviewOrder.urgency),
    ("may be written to", "contact:ready", .urgency),
    ("not judged yet", "cause:none", .urgency),
    ("one star", "stars:1", .urgency),
    ("of the last day", "age:<1d", .newest),
    ("waiting for the interval", "contact:cooling", .urgency),
    ("snoozed", "is:snoozed", .urgency),
    ("seller feedback", "kind:feedback", .newest),
    ("answered", "state:answered", .newest),
  ].enumerated().compactMap { index, view in
    try? SavedView(key: index + 1, name: view.0, filter: view.1, order: view.2)
  }
}
