/// What the dates of one file say about the order of day and month.
struct DateVotes {
  private var monthFirst = 0
  private var dayFirst = 0
  private var slashes = 0
  private var others = 0

  /// Takes a value of the date column into account.
  mutating func count(_ text: String) {
    guard let date = FigureDate(text.trimmed()), !date.isYearFirst else { return }
    if date.separator == UInt8(ascii: "/") { slashes += 1 } else { others += 1 }
    switch date.onlyOrder {
    case .monthFirst: monthFirst += 1
    case .dayFirst: dayFirst += 1
    case nil: break
    }
  }

  /// The order for the whole file, decided once.
  ///
  /// Dates that allow one order only decide, by majority where they disagree; else the habit: month first
  /// for slashes under an English header, day first for everything else.
  func reading(isEnglish: Bool) -> DateReading {
    if monthFirst != dayFirst {
      return DateReading(order: monthFirst > dayFirst ? .monthFirst : .dayFirst, basis: .dates)
    }
    let american = isEnglish && slashes >= others
    return DateReading(order: american ? .monthFirst : .dayFirst, basis: .habit)
  }
}
