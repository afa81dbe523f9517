import AmendsPolicy
import Import
import Ledger
import Store

/// A throw-away desk, filled from sample files through the real importers.
struct DemoDesk {
  /// What lies in it.
  struct Counts: Equatable {
    var reviews = 0
    var contacts = 0
    var sales = 0
  }

  private static let agent = "amy"
  private static let germanZone = "Europe/Berlin"

  let folder: String
  let now: Instant

  /// Opens the desk and fills it.
  ///
  /// - Throws: `Failure` where that is impossible.
  func open() throws -> (OpenedDesk, Counts) {
    let places = Places(desk: folder)
    try PrivateFile.write("[agent]\nname = \"\(Self.agent)\"\n", to: places.configFile)
    let workplace = Workplace(desk: folder)
    let store = try workplace.openDesk()
    let counts = try fill(store)
    return (OpenedDesk(workplace: workplace, store: store), counts)
  }

  private func fill(_ store: DeskStore) throws -> Counts {
    var counts = Counts()
    counts.reviews += try take("reviews.csv", PackageResources.reviews_csv, .reviewsCSV, store)
    counts.reviews += try take(
      "feedback.tsv", PackageResources.feedback_tsv, .sellerFeedback, store)
    counts.contacts = try take("contacts.csv", PackageResources.contacts_csv, .contactsCSV, store)
    counts.sales = try take("sales.csv", PackageResources.sales_csv, .businessReport, store)
    return counts
  }

  /// Imports one sample file; those that live in Germany get their zone.
  private func take(
    _ name: String,
    _ bytes: [UInt8],
    _ format: ImportFormat,
    _ store: DeskStore
  ) throws -> Int {
    let options = ImportOptions(
      format: format, dateOrder: .monthFirst, now: now)
    let source = ImportSource.bytes(name: name, DemoTime(now: now).fill(bytes))
    var reader = try FileImport(source, options: options)
    var count = 0
    while let part = try reader.next() {
      if let row = part.rejections.first { throw Failure(.part, "\(name), \(row.words)") }
      _ = try store.importRows(part.rows, at: now, by: Self.agent)
      for key in part.rows.flatMap(\.relays) where key.text.hasSuffix(".de") {
        guard let customer = try store.customer(for: key) else { continue }
        try store.setZone(Self.germanZone, of: customer.id)
      }
      count += part.rows.count
    }
    return count
  }
}

extension ImportedRow {
  /// The relay addresses that the row names.
  fileprivate var relays: [CustomerKey] {
    let keys: [CustomerKey] =
      switch self {
      case .review(let review): review.keys
      case .contact(let record): [record.customer]
      case .mail(let mail): mail.keys
      case .sales: []
      }
    return keys.filter { $0.kind == CustomerKey.relay("").kind }
  }
}
