import AmendsPolicy
import GRDB
import Ledger

/// Takes in units sold, one transaction long; a period is divided over its days.
struct SalesImport {
  /// Of a longer period only the newest days are kept.
  private static let mostDays = 400
  private(set) var tally = ImportTally()
  private var touched: Set<String> = []

  /// Takes in one period; days that are known already are replaced.
  mutating func take(_ sales: ImportedSales, _ db: Database) throws {
    try nameProduct(sales, db)
    var known = 0
    var changed = 0
    let days = SalesDays(sales, mostDays: Self.mostDays)
    for day in days.all {
      switch try put(day, asin: sales.asin, db) {
      case .same: known += 1
      case .different: changed += 1
      case .new: break
      }
    }
    count(days: days.all.count, known: known, changed: changed)
    if known < days.all.count { touched.insert(sales.asin) }
  }

  private mutating func count(days: Int, known: Int, changed: Int) {
    if known == days {
      tally.unchanged += 1
    } else if known + changed == 0 {
      tally.added += 1
    } else {
      tally.changed += 1
    }
  }

  private enum Put { case same, different, new }

  private func put(_ day: SalesDays.Day, asin: String, _ db: Database) throws -> Put {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT units, sessions FROM sales WHERE asin = ? AND day = ?"),
      arguments: [asin, day.number])
    if let row, row[0] as Int == day.units, row[1] as Int? == day.sessions { return .same }
    try db.cachedStatement(
      sql: """
        INSERT INTO sales(asin, day, units, sessions) VALUES (?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET units = excluded.units, sessions = excluded.sessions
        """
    ).execute(arguments: [asin, day.number, day.units, day.sessions])
    return row == nil ? .new : .different
  }

  private func nameProduct(_ sales: ImportedSales, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO product(asin, parent_asin, title) VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET parent_asin = ifnull(excluded.parent_asin, parent_asin),
          title = CASE excluded.title WHEN '' THEN title ELSE excluded.title END
        """
    ).execute(arguments: [sales.asin, sales.parentASIN, sales.product])
  }

  /// Brings products, and how urgent their reviews are, up to date.
  func finish(_ db: Database) throws {
    for asin in touched.sorted() { try ProductUnits.refresh(asin, db) }
  }
}

/// A period's units, divided so that the days add up to the whole.
struct SalesDays {
  struct Day {
    var number: Int
    var units: Int
    var sessions: Int?
  }

  let all: [Day]

  init(_ sales: ImportedSales, mostDays: Int) {
    let first = min(sales.from, sales.to).daysSinceEpoch
    let last = max(sales.from, sales.to).daysSinceEpoch
    let count = last - first + 1
    all = (max(0, count - mostDays)..<count).map { index in
      Day(
        number: first + index, units: Self.share(sales.units, of: index, count),
        sessions: sales.sessions.map { Self.share($0, of: index, count) })
    }
  }

  private static func share(_ whole: Int, of index: Int, _ count: Int) -> Int {
    let bounded = min(max(whole, 0), 1_000_000_000)
    return bounded * (index + 1) / count - bounded * index / count
  }
}
