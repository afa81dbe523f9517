import Ledger

/// What is done with a file before its first row is read.
struct Opening {
  /// A file that is ready to be read.
  struct Opened {
    var format: ImportFormat
    var dateReading: DateReading?
    var rows: any RowProducer
  }

  private let source: ImportSource
  private let window: Window
  private let options: ImportOptions
  private let sizes: ReadingSizes

  init(
    _ source: ImportSource, _ window: Window, _ options: ImportOptions, _ sizes: ReadingSizes
  ) {
    (self.source, self.window, self.options, self.sizes) = (source, window, options, sizes)
  }

  /// Finds out the format and all that has to be known of it.
  func open() throws(ImportError) -> Opened {
    switch try format() {
    case .lines:
      return Opened(format: .reviewsJSONL, rows: ReviewLines(window, limit: sizes.row))
    case .mail(let kind):
      let feed: any MessageFeed =
        kind == .mbox
        ? MboxFeed(window, limit: sizes.message) : SingleFeed(window, limit: sizes.message)
      return Opened(format: .mail, rows: MailRows(feed, options))
    case .table(let found):
      let table = try withPeriod(found)
      let dates = try dates(of: table)
      let rows = TableRows(try reader(table, window), table.mapping, dates)
      let reading = table.mapping.dateColumn == nil ? nil : dates.reading
      return Opened(format: table.format, dateReading: reading, rows: rows)
    }
  }

  private func format() throws(ImportError) -> FoundFormat {
    window.fillHead(sizes.head)
    if window.bytes.isEmpty { try window.fill() }
    guard window.bytes.contains(where: { $0 > 0x20 }) else { throw .empty(name: source.name) }
    let finder = FormatFinder(
      head: window.bytes, isWhole: window.isAtEnd, wanted: options.format)
    return try finder.find()
  }

  /// A report without dates gets the period that was said.
  private func withPeriod(_ table: FoundTable) throws(ImportError) -> FoundTable {
    guard var sales = table.mapping as? SalesRows else { return table }
    sales.period = options.period
    guard sales.hasDays else { throw .periodNeeded(name: source.name) }
    var table = table
    table.mapping = sales
    return table
  }

  /// How the dates of the file are to be read.
  ///
  /// A file is gone through to its end for that; of a pipe only the beginning can be looked at.
  private func dates(of table: FoundTable) throws(ImportError) -> DateReader {
    if let order = options.dateOrder {
      return DateReader(reading: DateReading(order: order, basis: .option), today: options.today)
    }
    var votes = DateVotes()
    if let column = table.mapping.dateColumn {
      let whole: any ByteSource =
        source.canBeReadAgain
        ? try source.open() : MemoryBytes(Array(window.bytes), portion: sizes.head)
      Self.count(column, in: try reader(table, Window(whole)), &votes)
    }
    let reading = votes.reading(isEnglish: table.mapping.isEnglish)
    return DateReader(reading: reading, today: options.today)
  }

  /// Counts what the dates say; damage ends the count and is reported when the rows are read.
  private static func count(_ column: Column, in reader: TableReader, _ votes: inout DateVotes) {
    var reader = reader
    do throws(ImportError) {
      while let row = try reader.next() {
        if case .good = row { votes.count(reader.record.text(column.index)) }
      }
    } catch {
      return
    }
  }

  /// A reader of the table's rows, behind its header.
  private func reader(_ table: FoundTable, _ window: Window) throws(ImportError) -> TableReader {
    var reader = TableReader(window, table.dialect, limit: sizes.row)
    if table.hasHeader { _ = try reader.next() }
    reader.width = table.width
    reader.continuation = table.mapping.continuation
    return reader
  }
}
