import GRDB
import Ledger

/// The columns that a list is ordered by, and how a page of it is cut.
struct ListOrder {
  /// What stands before date and number; `nil` where nothing does.
  let leading: String?
  /// Whether greater values come first; the same for all columns, so that one comparison pages.
  let isDescending: Bool
  /// The end of the names of the indexes in this order.
  let index: String

  init(_ order: ReviewOrder) {
    switch order {
    case .urgency: (leading, isDescending, index) = ("urgency", true, "urgency")
    case .stars: (leading, isDescending, index) = ("severity", true, "severity")
    case .newest: (leading, isDescending, index) = (nil, true, "posted")
    case .oldest: (leading, isDescending, index) = (nil, false, "posted")
    }
  }

  /// The columns in their order.
  var columns: [String] { (leading.map { [$0] } ?? []) + ["posted_at", "id"] }

  /// Columns of a table for `ORDER BY`, forwards or backwards.
  func terms(of table: String, backwards: Bool) -> String {
    let direction = isDescending != backwards ? "DESC" : "ASC"
    return columns.map { "\(table).\($0) \(direction)" }.joined(separator: ", ")
  }

  /// The comparison that cuts the list at a page's start; `nil` where it starts at an end.
  func cut(_ start: PageStart, of table: String) -> Condition? {
    switch start {
    case .first, .last: nil
    case .at(let position): compare(isDescending ? "<=" : ">=", position, table)
    case .after(let position): compare(isDescending ? "<" : ">", position, table)
    case .before(let position): compare(isDescending ? ">" : "<", position, table)
    }
  }

  private func compare(
    _ comparison: String,
    _ position: PagePosition,
    _ table: String
  ) -> Condition {
    var values: [any DatabaseValueConvertible] = [position.postedAt, position.number]
    if leading != nil { values.insert(position.leading, at: 0) }
    let names = columns.map { "\(table).\($0)" }.joined(separator: ", ")
    let places = values.map { _ in "?" }.joined(separator: ", ")
    return Condition("(\(names)) \(comparison) (\(places))", values)
  }
}

extension PageStart {
  /// Whether the page is read towards the list's start.
  var isBackwards: Bool {
    switch self {
    case .last, .before: true
    case .first, .at, .after: false
    }
  }
}

/// A piece of SQL with the values of its places.
struct Condition {
  var sql: String
  var values: [any DatabaseValueConvertible]

  init(_ sql: String, _ values: [any DatabaseValueConvertible] = []) {
    self.sql = sql
    self.values = values
  }
}

extension [Condition] {
  /// All of them at once.
  var all: Condition {
    isEmpty
      ? Condition("1")
      : Condition(
        map { "(\($0.sql))" }.joined(separator: " AND "), flatMap(\.values))
  }
}
