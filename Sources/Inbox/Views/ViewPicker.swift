import Ledger

/// The saved views with how many reviews each holds, to choose one.
struct ViewPicker: Equatable, Sendable {
  /// Up to here the reviews of a view are counted, unless a counter tells; one more than is said.
  static let cap = 1001

  let views: [SavedView]
  var selected = 0
  /// How many reviews each filter finds; empty until that has been counted.
  var counts: [ReviewFilter: Int] = [:]

  var selectedView: SavedView? { views.indices.contains(selected) ? views[selected] : nil }

  /// What is to be counted.
  var filters: [ReviewFilter] { views.map(\.filter) }

  mutating func step(_ steps: Int) {
    selected = min(max(0, selected + steps), max(0, views.count - 1))
  }
}
