import AmendsPolicy
import Glibc
import Ledger
import Testing

@testable import Import

/// What reading a file to its end gave.
struct Outcome: Equatable {
  var format: ImportFormat?
  var reading: DateReading?
  var rows: [ImportedRow] = []
  var rejections: [RowRejection] = []
  var ignored = 0
  var failure: ImportError?

  var reviews: [ImportedReview] {
    rows.compactMap { if case .review(let review) = $0 { review } else { nil } }
  }
  var sales: [ImportedSales] {
    rows.compactMap { if case .sales(let sales) = $0 { sales } else { nil } }
  }
  var contacts: [ContactRecord] {
    rows.compactMap { if case .contact(let contact) = $0 { contact } else { nil } }
  }
  var mails: [ImportedMail] {
    rows.compactMap { if case .mail(let mail) = $0 { mail } else { nil } }
  }
  /// The refusals as lines and columns.
  var faults: [Fault] { rejections.map { Fault($0.line, $0.column) } }
}

/// Where a row was refused.
struct Fault: Equatable {
  var line: Int
  var column: String?

  init(_ line: Int, _ column: String?) {
    self.line = line
    self.column = column
  }
}

/// Options on the day on which all these tests take place.
func options(
  _ format: ImportFormat? = nil, order: DateOrder? = nil, period: ClosedRange<CivilDate>? = nil
) throws -> ImportOptions {
  ImportOptions(
    format: format, dateOrder: order, period: period, now: try day(2026, 11, 27).noon)
}

func day(_ year: Int, _ month: Int, _ day: Int) throws -> CivilDate {
  try #require(CivilDate(year: year, month: month, day: day))
}

/// Reads bytes to their end; in small portions also with a small look at their beginning.
func outcome(
  _ bytes: [UInt8], _ options: ImportOptions, portion: Int = 1 << 18, limit: Int = 8 << 20,
  batch: Int = 1000
) -> Outcome {
  let source = ImportSource.bytes(name: "test", bytes, portion: portion)
  let head = portion < 1 << 16 ? 600 : 1 << 16
  return outcome(source, options, limit: limit, head: head, batch: batch)
}

/// Reads a text to its end.
func outcome(_ text: String, _ options: ImportOptions, limit: Int = 8 << 20) -> Outcome {
  outcome(Array(text.utf8), options, limit: limit)
}

/// Reads a source to its end.
func outcome(
  _ source: ImportSource, _ options: ImportOptions, limit: Int = 8 << 20, head: Int = 1 << 16,
  batch: Int = 1000
) -> Outcome {
  var outcome = Outcome()
  do throws(ImportError) {
    var file = try FileImport(source, options: options, sizes: ReadingSizes(row: limit, head: head))
    outcome.format = file.format
    outcome.reading = file.dateReading
    while let part = try file.next(batch) {
      outcome.rows += part.rows
      outcome.rejections += part.rejections
      outcome.ignored += part.ignored
    }
  } catch {
    outcome.failure = error
  }
  return outcome
}

/// The path of a sample file.
func path(_ name: String) -> String {
  let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
  return "/\(folder)/Files/\(name)"
}

/// The bytes of a sample file.
func sample(_ name: String) throws -> [UInt8] {
  let file = try FileBytes(path: path(name), portion: 1 << 20)
  return try file.take(1 << 20)
}

/// The sample files, one of each format, with the options that they need.
enum Sample: String, CaseIterable {
  case feedback = "seller-feedback-report.tsv"
  case lines = "reviews.jsonl"
  case export = "reviews-export.csv"
  case sales = "business-report.csv"
  case contacts = "contacts.csv"
}

/// Numbers that look random and are the same every time (SplitMix64).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// UTF-16 with its mark.
func utf16(_ text: String, bigEndian: Bool = false) -> [UInt8] {
  ([0xFEFF] + Array(text.utf16)).flatMap { unit in
    let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
    return bigEndian ? [high, low] : [low, high]
  }
}
