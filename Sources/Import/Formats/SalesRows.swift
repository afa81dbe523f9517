import AmendsPolicy
import Ledger

/// Amazon's Business Report "Detail Page Sales and Traffic" by ASIN, with or without dates.
struct SalesRows: RowMapping {
  static let expected = ExpectedColumns(
    format: .businessReport,
    columns: [
      "Date (where the report has days)", "(Parent) ASIN", "(Child) ASIN", "Title",
      "Sessions - Total", "Units Ordered",
    ])

  private let date: Column?
  private let parent: Column?
  private let child: Column
  private let title: Column?
  private let units: Column
  private let sessions: Column?
  /// Whether an ASIN can have several rows for the same days, one for each SKU.
  let isBySKU: Bool
  /// The days that all rows cover, where the file has no dates.
  var period: ClosedRange<CivilDate>?

  /// Finds the columns by their names; the traffic column may be `Sessions` or `Sessions - Total`.
  init?(_ header: Header) {
    let parent = header.column(
      "parentasin", "übergeordneteasin", "asinparent", "親asin", "asinprincipal", "asinprincipale")
    let child = header.column(
      "childasin", "untergeordneteasin", "asinchild", "子asin", "asinsecundario", "asinenfant",
      "asinsecondario", "asin")
    guard let product = child ?? parent,
      let units = header.column(
        "unitsordered", "bestellteeinheiten", "unidadesencargadas", "unidadespedidas",
        "注文された商品点数", "unitéscommandées", "unitàordinate")
    else { return nil }
    (self.parent, self.child, self.units) = (parent, product, units)
    date = header.column("date", "datum", "fecha", "日付", "data")
    title = header.column("title", "titel", "título", "タイトル", "titre", "titolo")
    sessions = header.column(
      "sessionstotal", "sessions", "sitzungensumme", "sitzungen", "sesionestotal", "sesiones",
      "セッション数合計", "セッション数", "sessionitotale", "sessioni")
    isBySKU = header.column("sku") != nil
  }

  var dateColumn: Column? { date }
  var isEnglish: Bool { units.name.lowercased() == "units ordered" }

  /// Whether the days that the report covers are known.
  var hasDays: Bool { date != nil || period != nil }

  func row(_ record: Record, _ dates: DateReader) throws(Refusal) -> ImportedRow {
    let days = try days(record, dates)
    return .sales(
      ImportedSales(
        asin: try product(record),
        parentASIN: try parentASIN(record),
        product: record.prose(title),
        from: days.lowerBound,
        to: days.upperBound,
        units: try count(record, units),
        sessions: try sessionCount(record)))
  }

  private func days(
    _ record: Record, _ dates: DateReader
  ) throws(Refusal) -> ClosedRange<CivilDate> {
    guard let date else {
      guard let period else { throw Refusal(column: nil, reason: "belongs to no known day") }
      return period
    }
    do throws(BadValue) {
      let day = try dates.date(record.text(date.index))
      return day...day
    } catch {
      throw date.refusal(error.reason)
    }
  }

  private func product(_ record: Record) throws(Refusal) -> String {
    if record.value(child).isEmpty, let parent = try parentASIN(record) { return parent }
    return try asin(record, child)
  }

  private func parentASIN(_ record: Record) throws(Refusal) -> String? {
    guard let parent, !record.value(parent).isEmpty else { return nil }
    return try asin(record, parent)
  }

  private func asin(_ record: Record, _ column: Column) throws(Refusal) -> String {
    let value = record.value(column)
    guard let asin = ASIN.read(value) else {
      let found = value.isEmpty ? "is empty" : "\(value.quoted) is no ASIN"
      throw column.refusal("\(found); one such as B00YQ6X8EO is needed")
    }
    return asin
  }

  private func sessionCount(_ record: Record) throws(Refusal) -> Int? {
    guard let sessions, !record.value(sessions).isEmpty else { return nil }
    return try count(record, sessions)
  }

  private func count(_ record: Record, _ column: Column) throws(Refusal) -> Int {
    let value = record.value(column)
    guard let count = WholeNumber.read(value), count <= Int(Int32.max) else {
      let found = value.isEmpty ? "is empty" : "\(value.quoted) is no count"
      throw column.refusal("\(found); a whole number is needed")
    }
    return count
  }
}
