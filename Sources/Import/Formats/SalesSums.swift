import Ledger

/// Sums the rows of an ASIN that a report lists once for each SKU, so that it has one figure for its days.
///
/// Grows with the number of ASINs and days, not with the file.
struct SalesSums {
  private struct Key: Hashable {
    var asin: String
    var from: CivilDate
  }

  private var sums: [ImportedSales] = []
  private var places: [Key: Int] = [:]

  /// Takes a row in.
  mutating func add(_ row: ImportedSales) {
    let key = Key(asin: row.asin, from: row.from)
    guard let place = places[key] else {
      places[key] = sums.count
      sums.append(row)
      return
    }
    sums[place].units += row.units
    if let sessions = row.sessions { sums[place].sessions = (sums[place].sessions ?? 0) + sessions }
  }

  /// Hands out up to so many sums, in the order in which the ASINs first came.
  mutating func take(_ count: Int) -> [ImportedSales] {
    places = [:]
    let taken = sums.prefix(max(count, 0))
    sums.removeFirst(taken.count)
    return Array(taken)
  }
}
