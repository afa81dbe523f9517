public import Ledger

/// The columns by which a format is recognised.
public struct ExpectedColumns: Hashable, Sendable {
  /// The format.
  public var format: ImportFormat
  /// Its columns as the English files name them.
  public var columns: [String]
}

/// Why a file as a whole cannot be imported, or not to its end.
public enum ImportError: Error, Hashable, Sendable {
  /// The file cannot be opened.
  case cannotOpen(path: String, reason: String)
  /// Reading stopped within the file; the rows before were handed out.
  case cannotRead(path: String, reason: String)
  /// A compressed file is damaged; the rows before, from so many bytes of text, were handed out.
  case damagedGzip(name: String, reason: String, goodBytes: Int)
  /// There is nothing in the file.
  case empty(name: String)
  /// The columns are those of no known format.
  case unknownHeader(found: [String], expected: [ExpectedColumns])
  /// The file does not fit the format that was asked for.
  case doesNotFit(found: [String], expected: ExpectedColumns)
  /// The report has no dates: the days that it covers must be said.
  case periodNeeded(name: String)
}

extension ImportError {
  /// The reason without the name of the file.
  var reason: String {
    switch self {
    case .cannotOpen(_, let reason), .cannotRead(_, let reason), .damagedGzip(_, let reason, _):
      reason
    default: description
    }
  }
}
