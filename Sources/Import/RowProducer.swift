import Ledger

/// Something that makes rows of one file, part by part.
protocol RowProducer {
  /// Adds rows and refusals to a batch until it holds so many.
  ///
  /// - Returns: `false` once the file has no more.
  /// - Throws: What reading the file throws; the batch then holds what came before.
  mutating func produce(_ count: Int, into batch: inout ImportBatch) throws(ImportError) -> Bool
}

extension ImportBatch {
  /// Adds a refused row.
  mutating func refuse(_ line: Int, _ refusal: Refusal, raw: [UInt8]) {
    rejections.append(
      RowRejection(line: line, column: refusal.column, reason: refusal.reason, raw: raw))
  }
}

extension Refusal {
  /// The refusal of a row beyond the limit in bytes.
  static func tooLong(_ limit: Int) -> Refusal {
    Refusal(column: nil, reason: "is longer than \(limit >> 20) MiB")
  }
}
