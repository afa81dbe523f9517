import AmendsPolicy
import Import
import Ledger
import Store

/// How far an import has come.
struct ImportProgress: Equatable, Sendable {
  var rows = 0
  var bytesRead = 0
  /// 0 where the source does not say.
  var totalBytes = 0
}

/// What became of one file.
struct ImportSummary: Equatable, Sendable {
  /// The name that was given.
  var file: String
  var format: ImportFormat
  /// How dates in figures were read; `nil` where the format has none.
  var dateReading: DateReading?
  /// Rows of the file, good, refused or ignored.
  var rows = 0
  /// Messages of a mailbox that concern no buyer.
  var ignored = 0
  var tally = ImportTally()
  var rejected = 0
  /// The file that holds the refused rows, where there are any and it could be written.
  var rejectedFile: String?
  /// Why the refused rows could not be kept.
  var rejectedFault: String?
  /// Why reading stopped within the file; the rows before are in.
  var stopped: ImportError?
}

/// Why nothing of a file, or no more of it, could be imported.
enum ImportFailure: Error {
  /// The file cannot be read at all.
  case file(ImportError)
  /// The desk took no more rows.
  case desk(DeskError)

  /// The failure in words.
  var words: String {
    switch self {
    case .file(let error): error.description
    case .desk(let error): error.description
    }
  }
}

/// Imports files into a desk, batch by batch, with memory that does not grow with the file.
struct ImportJob {
  let store: DeskStore
  let agent: String
  /// The folder in which refused rows are kept: that of the desk.
  let folder: String
  /// The instant of the import.
  let now: Instant

  /// Imports the file at a path; a named pipe is read to its end first.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - options: What is known about it beside its content.
  ///   - rejection: Gets each refused row.
  ///   - progress: Hears how far the import has come.
  /// - Returns: What became of the rows.
  /// - Throws: `ImportFailure` where nothing, or no more, could be imported.
  func run(
    path: String,
    options: ImportOptions,
    rejection: (RowRejection) -> Void = { _ in },
    progress: (ImportProgress) -> Void = { _ in }
  ) throws(ImportFailure) -> ImportSummary {
    let pipe = try ImportFailure.ofFile { () throws(ImportError) in try PipeSpool.ifNeeded(path) }
    defer { withExtendedLifetime(pipe) {} }
    let source = try ImportFailure.ofFile { () throws(ImportError) in
      try ImportSource.file(pipe?.path ?? path)
    }
    return try run(source, named: path, options, rejection: rejection, progress: progress)
  }

  /// Imports a source under the name that is shown for it.
  ///
  /// - Throws: `ImportFailure` where nothing, or no more, could be imported.
  func run(
    _ source: ImportSource,
    named name: String,
    _ options: ImportOptions,
    rejection: (RowRejection) -> Void = { _ in },
    progress: (ImportProgress) -> Void = { _ in }
  ) throws(ImportFailure) -> ImportSummary {
    var reader = try ImportFailure.ofFile { () throws(ImportError) in
      let reader = try FileImport(source, options: options)
      if reader.format == .mail, MailboxFile(source.name)?.isBusy == true {
        throw .cannotOpen(path: name, reason: "another program is writing to it: try again later")
      }
      return reader
    }
    var summary = ImportSummary(
      file: name, format: reader.format, dateReading: reader.dateReading)
    var refused = RejectedFile(folder: folder, importedFile: name)
    var batch = RowBatch()
    while let part = next(&reader, &summary) {
      for row in part.rejections {
        refused.add(row)
        rejection(row)
      }
      summary.rejected += part.rejections.count
      summary.ignored += part.ignored
      summary.rows += part.rows.count + part.rejections.count + part.ignored
      batch.add(part)
      if batch.isFull { try write(&batch, &summary) }
      progress(
        ImportProgress(
          rows: summary.rows, bytesRead: part.bytesRead, totalBytes: part.totalBytes))
    }
    try write(&batch, &summary)
    (summary.rejectedFile, summary.rejectedFault) = refused.finish()
    return summary
  }

  /// The next part of the file; `nil` at its end, or where reading stops, which the summary then tells.
  private func next(
    _ reader: inout FileImport,
    _ summary: inout ImportSummary
  ) -> ImportBatch? {
    do throws(ImportError) {
      return try reader.next(RowBatch.portion)
    } catch {
      summary.stopped = error
      return nil
    }
  }

  private func write(
    _ batch: inout RowBatch,
    _ summary: inout ImportSummary
  ) throws(ImportFailure) {
    guard !batch.rows.isEmpty else { return }
    do throws(DeskError) {
      summary.tally.add(try store.importRows(batch.rows, at: now, by: agent))
    } catch {
      throw .desk(error)
    }
    batch = RowBatch(bytesBefore: batch.bytesRead)
  }
}

/// Rows that wait to be written in one transaction: so many, or so many bytes, whatever comes first.
private struct RowBatch {
  /// How many rows are read at once, each of which may be very long.
  static let portion = 100
  private static let most = 20_000
  private static let mostBytes = 16 << 20

  private(set) var rows: [ImportedRow] = []
  private(set) var bytesRead = 0
  private let bytesBefore: Int

  init(bytesBefore: Int = 0) { self.bytesBefore = bytesBefore }

  var isFull: Bool { rows.count >= Self.most || bytesRead - bytesBefore >= Self.mostBytes }

  mutating func add(_ part: ImportBatch) {
    rows.append(contentsOf: part.rows)
    bytesRead = part.bytesRead
  }
}

extension ImportFailure {
  /// Runs a piece of work whose errors are those of the file.
  static func ofFile<Value: ~Copyable>(
    _ work: () throws(ImportError) -> Value
  ) throws(ImportFailure) -> Value {
    do throws(ImportError) {
      return try work()
    } catch {
      throw .file(error)
    }
  }
}
