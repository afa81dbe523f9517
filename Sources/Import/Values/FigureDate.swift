import Ledger

/// A date in three groups of figures, such as `9/8/26`, `20.11.2026` or `2024/01/15`.
struct FigureDate {
  /// The first, second and third group.
  var groups: (Int, Int, Int)
  /// Whether the first group is a year of four figures, which leaves no choice.
  var isYearFirst: Bool
  /// Whether the year has two figures.
  var isShortYear: Bool
  /// What stands between the groups.
  var separator: UInt8

  /// Reads the groups; `nil` where a text is built otherwise.
  init?(_ text: String) {
    var figures: [[UInt8]] = [[]]
    var separator: UInt8?
    for byte in text.utf8 {
      if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
        figures[figures.count - 1].append(byte - UInt8(ascii: "0"))
      } else if Self.separators.contains(byte), separator == nil || separator == byte {
        separator = byte
        figures.append([])
      } else {
        return nil
      }
    }
    guard let separator, figures.count == 3, Self.lengthsFit(figures.map(\.count)) else {
      return nil
    }
    let values = figures.map { $0.reduce(0) { $0 * 10 + Int($1) } }
    groups = (values[0], values[1], values[2])
    isYearFirst = figures[0].count == 4
    isShortYear = figures[2].count == 2 && !isYearFirst
    self.separator = separator
  }

  /// The only order in which the groups can be read; `nil` where both can be, or neither.
  var onlyOrder: DateOrder? {
    guard !isYearFirst else { return nil }
    let (first, second) = (groups.0, groups.1)
    if first > 12, first <= 31, (1...12).contains(second) { return .dayFirst }
    if second > 12, second <= 31, (1...12).contains(first) { return .monthFirst }
    return nil
  }

  /// The date in an order; `nil` where the calendar has none such.
  func date(_ order: DateOrder, latestYear: Int) -> CivilDate? {
    if isYearFirst { return CivilDate(year: groups.0, month: groups.1, day: groups.2) }
    let (month, day) = order == .monthFirst ? (groups.0, groups.1) : (groups.1, groups.0)
    return CivilDate(year: year(latest: latestYear), month: month, day: day)
  }

  private func year(latest: Int) -> Int {
    guard isShortYear else { return groups.2 }
    let year = latest - latest % 100 + groups.2
    return year > latest ? year - 100 : year
  }

  private static let separators: [UInt8] = [
    UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"),
  ]

  private static func lengthsFit(_ lengths: [Int]) -> Bool {
    let day = 1...2
    if lengths[0] == 4 { return day.contains(lengths[1]) && day.contains(lengths[2]) }
    return day.contains(lengths[0]) && day.contains(lengths[1])
      && (lengths[2] == 2 || lengths[2] == 4)
  }
}
