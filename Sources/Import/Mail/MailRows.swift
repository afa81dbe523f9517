import Ledger

/// The rows of a mailbox.
struct MailRows: RowProducer {
  private let feed: any MessageFeed
  private let options: ImportOptions

  init(_ feed: any MessageFeed, _ options: ImportOptions) {
    self.feed = feed
    self.options = options
  }

  mutating func produce(_ count: Int, into batch: inout ImportBatch) throws(ImportError) -> Bool {
    while !batch.isFull(count) {
      guard let found = try feed.next() else { return false }
      batch.weight += found.bytes.count
      if let file = found.file { batch.files.append(MessageFolder.lasting(file)) }
      read(found, into: &batch)
      batch.messageBytes = feed.messageBytes
    }
    return true
  }

  private func read(_ found: FoundMessage, into batch: inout ImportBatch) {
    do throws(Refusal) {
      switch try MailReading.read(found, options) {
      case .rows(let rows): batch.rows += rows.map(ImportedRow.mail)
      case .ignored: batch.ignored += 1
      }
    } catch {
      batch.rejections.append(
        RowRejection(
          file: found.file, line: found.line, column: error.column, reason: error.reason,
          raw: Array(found.bytes.prefix(RowRejection.keptBytes))))
    }
  }
}
