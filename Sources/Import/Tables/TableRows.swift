import Ledger

/// The rows of a table in one format.
struct TableRows: RowProducer {
  private var reader: TableReader
  private let mapping: any RowMapping
  private let dates: DateReader
  private var sums: SalesSums?
  private var isAtEnd = false

  init(_ reader: TableReader, _ mapping: any RowMapping, _ dates: DateReader) {
    self.reader = reader
    self.mapping = mapping
    self.dates = dates
    sums = (mapping as? SalesRows)?.isBySKU == true ? SalesSums() : nil
  }

  mutating func produce(_ count: Int, into batch: inout ImportBatch) throws(ImportError) -> Bool {
    while !batch.isFull(count), !isAtEnd {
      switch try reader.next() {
      case nil: isAtEnd = true
      case .refused(let refusal): batch.refuse(reader.line, refusal, raw: reader.raw)
      case .good: read(into: &batch)
      }
    }
    guard isAtEnd else { return true }
    return takeSums(count, into: &batch)
  }

  private mutating func read(into batch: inout ImportBatch) {
    batch.weight += reader.length
    do throws(Refusal) {
      let row = try mapping.row(reader.record, dates)
      if case .sales(let sales) = row, sums != nil {
        sums?.add(sales)
      } else {
        batch.rows.append(row)
      }
    } catch {
      batch.refuse(reader.line, error, raw: reader.raw)
    }
  }

  private mutating func takeSums(_ count: Int, into batch: inout ImportBatch) -> Bool {
    guard let taken = sums?.take(count - batch.count) else { return false }
    batch.rows.append(contentsOf: taken.map(ImportedRow.sales))
    return batch.count >= count
  }
}
