import AmendsPolicy
import Ledger

/// Reads the dates of one file, figures in the one order that was decided for it.
struct DateReader {
  var reading: DateReading
  var today: CivilDate

  /// The instant of a value; noon UTC where it has no time.
  ///
  /// - Throws: `BadValue` with what the file's order makes of it.
  func instant(_ text: String) throws(BadValue) -> Instant {
    let value = text.trimmed()
    if let instant = ISO8601.instant(value) { return instant }
    return try date(value).noon
  }

  /// The date of a value without a time.
  ///
  /// - Throws: `BadValue` with what the file's order makes of it.
  func date(_ text: String) throws(BadValue) -> CivilDate {
    let value = text.trimmed()
    guard !value.isEmpty else { throw BadValue("is empty; a date is needed") }
    if let date = ISO8601.date(value) ?? WrittenDate.read(value) { return date }
    guard let figures = FigureDate(value) else { throw BadValue("\(value.quoted) is not a date") }
    if let date = figures.date(reading.order, latestYear: today.year + 1) { return date }
    throw BadValue("\(value.quoted) is not a date with the \(orderInWords), as in this file")
  }

  private var orderInWords: String {
    reading.order == .monthFirst ? "month first" : "day first"
  }
}
