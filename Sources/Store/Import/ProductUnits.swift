import GRDB

/// How urgent a review is: the more units are sold under its stars, the more sales it costs.
enum Urgency {
  /// Units a day times severity, then severity, packed into one number that sorts.
  static func value(unitsPerDay: Int?, rating: Int) -> Int64 {
    let severity = Int64(5 - min(max(rating, 1), 5))
    let units = Int64(min(max(unitsPerDay ?? 0, 0), 1_000_000_000))
    return units * severity * 8 + severity
  }
}

/// Units sold a day of the products that reviews name, remembered for one transaction.
struct ProductUnits {
  private var known: [String: Int?] = [:]

  /// Units sold a day; `nil` without sales data.
  mutating func perDay(_ asin: String, _ db: Database) throws -> Int? {
    if let units = known[asin] { return units }
    let statement = try db.cachedStatement(sql: "SELECT units_per_day FROM product WHERE asin = ?")
    let units = try Row.fetchOne(statement, arguments: [asin])?[0] as Int?
    known[asin] = .some(units)
    return units
  }

  /// Makes a product's figures anew out of its newest days, and its reviews as urgent as they say.
  static func refresh(_ asin: String, _ db: Database) throws {
    let days = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT day, units FROM sales WHERE asin = ? ORDER BY day DESC LIMIT 30"),
      arguments: [asin]
    ).map { (day: $0[0] as Int, units: $0[1] as Int) }
    guard let newest = days.first?.day else { return }
    let week = days.filter { $0.day > newest - 7 }.map(\.units)
    let perDay = (week.reduce(0, +) * 2 + week.count) / (week.count * 2)
    let recent = days.reversed().map { "\($0.units)" }.joined(separator: ",")
    let former = try Int.fetchOne(
      db.cachedStatement(sql: "SELECT units_per_day FROM product WHERE asin = ?"), arguments: [asin]
    )
    try db.cachedStatement(sql: "UPDATE product SET units_per_day = ?, recent = ? WHERE asin = ?")
      .execute(arguments: [perDay, recent, asin])
    if former != perDay { try rank(asin, perDay: perDay, db) }
  }

  private static func rank(_ asin: String, perDay: Int, _ db: Database) throws {
    for rating in 1...5 {
      try db.cachedStatement(sql: "UPDATE review SET urgency = ? WHERE asin = ? AND rating = ?")
        .execute(arguments: [Urgency.value(unitsPerDay: perDay, rating: rating), asin, rating])
    }
  }
}
