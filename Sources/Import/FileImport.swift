public import Ledger

/// Reads one file part by part, with memory that does not grow with the file.
///
/// The format, the encoding and the order of day and month are found out at the start; a file with dates in
/// figures is gone through once for that before its first row is handed out.
public struct FileImport: ~Copyable {
  /// The format of the file.
  public let format: ImportFormat
  /// How dates in figures are read; `nil` where the format has none.
  public let dateReading: DateReading?

  private let position: () -> Int
  private let totalBytes: Int
  private var rows: any RowProducer
  private var failure: ImportError?
  private var isAtEnd = false

  /// Opens a file and finds out what it is.
  ///
  /// - Throws: `ImportError` where it cannot be opened, is empty, is of no known format or not of the one
  ///   asked for, or, with `periodNeeded`, where its report does not say which days it covers.
  public init(_ source: ImportSource, options: ImportOptions) throws(ImportError) {
    try self.init(source, options: options, sizes: ReadingSizes())
  }

  init(_ source: ImportSource, options: ImportOptions, sizes: ReadingSizes) throws(ImportError) {
    if let folder = source.folder {
      guard options.format == nil || options.format == .mail else {
        throw .cannotOpen(path: source.name, reason: "it is a folder, which can only be mail")
      }
      self.init(try FolderFeed(folder, limit: sizes.message), options)
    } else {
      let window = Window(try source.open())
      self.init(
        try Opening(source, window, options, sizes).open(), totalBytes: source.totalBytes
      ) { window.position }
    }
  }

  /// The messages of a mailbox.
  init(_ feed: any MessageFeed, _ options: ImportOptions) {
    let opened = Opening.Opened(format: .mail, rows: MailRows(feed, options))
    self.init(opened, totalBytes: 0) { feed.position }
  }

  private init(_ opened: Opening.Opened, totalBytes: Int, position: @escaping () -> Int) {
    (format, dateReading, rows) = (opened.format, opened.dateReading, opened.rows)
    self.totalBytes = totalBytes
    self.position = position
  }

  /// The next rows and refusals, about so many; `nil` at the end of the file.
  ///
  /// - Throws: `ImportError` where reading cannot go on; all rows before that were handed out.
  public mutating func next(_ count: Int = 1000) throws(ImportError) -> ImportBatch? {
    if let failure { throw failure }
    guard !isAtEnd else { return nil }
    var batch = ImportBatch()
    do throws(ImportError) {
      isAtEnd = try !rows.produce(max(count, 1), into: &batch)
    } catch {
      failure = error
      if batch.count == 0 { throw error }
    }
    if isAtEnd, batch.count == 0 { return nil }
    (batch.bytesRead, batch.totalBytes) = (position(), totalBytes)
    return batch
  }
}
