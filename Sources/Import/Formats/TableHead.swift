/// The first rows of a file, read as a table of one dialect.
struct TableHead {
  let dialect: Dialect
  /// Up to a few rows, the header among them.
  let records: [Record]
  /// The first row as names of columns; `nil` where there is none.
  var header: Header? { records.first.map(Header.init) }

  private static let rows = 20

  init(_ head: UnsafeBufferPointer<UInt8>, _ dialect: Dialect, isWhole: Bool) {
    self.dialect = dialect
    var records: [Record] = []
    var rest = head
    while records.count < Self.rows, !rest.isEmpty {
      var record = Record()
      var machine = FieldMachine(dialect)
      guard case .done = machine.run(rest, isLast: isWhole, into: &record) else { break }
      if !record.isBlank { records.append(record) }
      rest = UnsafeBufferPointer(rebasing: rest[machine.offset...])
    }
    self.records = records
  }
}
