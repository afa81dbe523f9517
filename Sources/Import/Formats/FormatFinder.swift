import Ledger

/// Tells a file's format by its beginning.
struct FormatFinder {
  private static var mappings: [any RowMapping.Type] {
    [ContactRows.self, SalesRows.self, FeedbackRows.self, ExportRows.self]
  }

  /// The columns by which the formats are recognised.
  static let expected: [ExpectedColumns] =
    [FeedbackRows.expected, linesExpected]
    + [ExportRows.expected, SalesRows.expected, ContactRows.expected, mailExpected]

  private static let linesExpected = ExpectedColumns(
    format: .reviewsJSONL,
    columns: ReviewObject.needed.map { "\($0.name)" } + ["title", "parent_asin", "…"])

  private static let mailExpected = ExpectedColumns(
    format: .mail, columns: ["From", "To", "Date", "Subject", "Message-ID", "…"])

  /// The first bytes of the file.
  let head: UnsafeBufferPointer<UInt8>
  /// Whether they are the whole file.
  let isWhole: Bool
  /// The format that was asked for.
  let wanted: ImportFormat?

  /// The format of the file.
  ///
  /// - Throws: `ImportError.unknownHeader`, or `doesNotFit` where a format was asked for.
  func find() throws(ImportError) -> FoundFormat {
    if wants(.mail), let kind = MailHead.kind(head, isWanted: wanted == .mail) {
      return .mail(kind)
    }
    let lines = JSONHead(head, isWhole: isWhole)
    if wants(.reviewsJSONL), lines.isReviews { return .lines }
    let samples = Dialect.all.map { TableHead(head, $0, isWhole: isWhole) }
    for sample in samples {
      if let table = named(sample) { return .table(table) }
    }
    if wants(.sellerFeedback), let table = positional(samples[0]) { return .table(table) }
    if wants(.reviewsJSONL), lines.isReviewsFurtherDown { return .lines }
    throw failure(lines.keys ?? Self.widest(samples))
  }

  private func wants(_ format: ImportFormat) -> Bool { wanted == nil || wanted == format }

  private func named(_ sample: TableHead) -> FoundTable? {
    guard let header = sample.header, header.cells.count > 1 else { return nil }
    for type in Self.mappings where wants(type.expected.format) {
      guard let mapping = type.init(header) else { continue }
      return FoundTable(
        mapping: mapping, dialect: sample.dialect, width: header.cells.count, hasHeader: true)
    }
    return nil
  }

  /// A feedback report whose header is in another language, or missing, is known by its places.
  private func positional(_ sample: TableHead) -> FoundTable? {
    guard let header = sample.header, let mapping = FeedbackRows(positions: header) else {
      return nil
    }
    let isData = mapping.fits(sample.records[0])
    let dataFollows = sample.records.dropFirst().contains(where: mapping.fits)
    guard isData || dataFollows || wanted == .sellerFeedback else { return nil }
    return FoundTable(
      mapping: mapping, dialect: sample.dialect, width: header.cells.count, hasHeader: !isData)
  }

  private static func widest(_ samples: [TableHead]) -> [String] {
    let headers = samples.compactMap { $0.header?.cells }
    return headers.max { $0.count < $1.count } ?? []
  }

  private func failure(_ found: [String]) -> ImportError {
    guard let wanted, let expected = Self.expected.first(where: { $0.format == wanted }) else {
      return .unknownHeader(found: found, expected: Self.expected)
    }
    return .doesNotFit(found: found, expected: expected)
  }
}
