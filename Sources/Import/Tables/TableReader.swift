import Ledger

/// Reads the rows of a table, one after another, and goes on behind every row that is broken.
///
/// Behind a row whose quotes are broken it goes on at the next line, so a quote that is never closed costs
/// its own line and no other.
struct TableReader {
  /// A row, or why there is none.
  enum Row {
    /// The row is in `record`.
    case good
    /// The row cannot be used.
    case refused(Refusal)
  }

  /// The row that was read last.
  private(set) var record = Record()
  /// The line of the file on which it begins, from 1.
  private(set) var line = 1
  /// The number of fields that every row must have; `nil` while the header is to be read.
  var width: Int?
  /// Whether a row with too few fields goes on in the next line, as comments with line breaks do.
  var continuation: (@Sendable (Record) -> Bool)?

  private let window: Window
  private let dialect: Dialect
  private let limit: Int
  private var consumed = (bytes: 0, lines: 0)
  private var savedRaw: [UInt8]?

  init(_ window: Window, _ dialect: Dialect, limit: Int) {
    self.window = window
    self.dialect = dialect
    self.limit = limit
  }

  /// How many bytes the row that was read last has.
  var length: Int { consumed.bytes }

  /// The bytes of the row that was read last, cut to what a refusal keeps.
  var raw: [UInt8] {
    savedRaw ?? Array(window.bytes.prefix(min(consumed.bytes, RowRejection.keptBytes)))
  }

  /// Reads the next row that is not blank; `nil` at the end of the file.
  mutating func next() throws(ImportError) -> Row? {
    while true {
      try moveOn()
      guard !window.bytes.isEmpty else { return nil }
      let row = try readRow()
      if case .good = row, record.isBlank { continue }
      return row
    }
  }

  private mutating func moveOn() throws(ImportError) {
    window.consume(consumed.bytes)
    line += consumed.lines
    consumed = (0, 0)
    savedRaw = nil
    if window.bytes.isEmpty, !window.isAtEnd { try window.fill() }
  }

  private mutating func readRow() throws(ImportError) -> Row {
    record.removeAll()
    var machine = FieldMachine(dialect)
    while true {
      switch machine.run(window.bytes, isLast: window.isAtEnd, into: &record) {
      case .done: return try accept(machine.offset)
      case .fault(let reason): return try refuseLine("\(reason)")
      case .needsMore:
        if window.bytes.count > limit { return try refuseLongRow() }
        try window.fill()
      }
    }
  }

  private mutating func accept(_ length: Int) throws(ImportError) -> Row {
    consumed = (length, dialect.isQuoted ? lines(within: length) : 1)
    guard let width, record.count != width, !record.isBlank else { return .good }
    if try continues(to: width) { return .good }
    return try refuseWidth(width)
  }

  private func lines(within length: Int) -> Int {
    LineBreaks.lines(of: UnsafeBufferPointer(rebasing: window.bytes[..<length]))
  }

  private mutating func refuseWidth(_ width: Int) throws(ImportError) -> Row {
    let reason = "has \(record.count) fields; \(width) are expected"
    if consumed.lines > 1, swallowsRows(width) { return try refuseLine(reason) }
    return .refused(Refusal(column: nil, reason: reason))
  }

  /// Whether a row of several lines holds a line that is a whole row by itself: a quote went missing.
  private func swallowsRows(_ width: Int) -> Bool {
    let bytes = UnsafeBufferPointer(rebasing: window.bytes[..<consumed.bytes])
    var start = LineBreaks.endOfLine(in: bytes, from: 0, isLast: true) ?? bytes.count
    while let end = LineBreaks.endOfLine(in: bytes, from: start, isLast: true) {
      var record = Record()
      var machine = FieldMachine(dialect)
      let line = UnsafeBufferPointer(rebasing: bytes[start..<end])
      if case .done = machine.run(line, isLast: true, into: &record), record.count == width {
        return true
      }
      start = end
    }
    return false
  }
}

extension TableReader {
  /// Refuses the line on which the row begins, and it alone.
  private mutating func refuseLine(_ reason: String) throws(ImportError) -> Row {
    while true {
      let bytes = window.bytes
      if let end = LineBreaks.endOfLine(in: bytes, from: 0, isLast: window.isAtEnd) {
        consumed = (end, 1)
        return .refused(Refusal(column: nil, reason: reason))
      }
      if bytes.count > limit { return try skipLine(reason) }
      try window.fill()
    }
  }

  /// Refuses a row that does not end within the limit: an open quote, or one endless line.
  private mutating func refuseLongRow() throws(ImportError) -> Row {
    if LineBreaks.endOfLine(in: window.bytes, from: 0, isLast: false) != nil {
      return try refuseLine("has a quote that is not closed within \(limit >> 20) MiB")
    }
    return try skipLine(Refusal.tooLong(limit).reason)
  }

  private mutating func skipLine(_ reason: String) throws(ImportError) -> Row {
    savedRaw = Array(window.bytes.prefix(RowRejection.keptBytes))
    while true {
      let bytes = window.bytes
      if let end = LineBreaks.endOfLine(in: bytes, from: 0, isLast: window.isAtEnd) {
        consumed = (end, 1)
        return .refused(Refusal(column: nil, reason: reason))
      }
      // A CR at the very end stays, since its LF may come yet.
      window.consume(bytes.last == UInt8(ascii: "\r") ? bytes.count - 1 : bytes.count)
      if window.isAtEnd, window.bytes.isEmpty { return lastSkipped(reason) }
      try window.fill()
    }
  }

  private mutating func lastSkipped(_ reason: String) -> Row {
    consumed = (0, 1)
    return .refused(Refusal(column: nil, reason: reason))
  }

  /// Joins the following lines to a row that is too short, if that makes it complete.
  private mutating func continues(to width: Int) throws(ImportError) -> Bool {
    guard let continuation, record.count < width else { return false }
    var joined = record
    var (length, lines) = consumed
    while joined.count < width, lines < Self.longestComment {
      guard let (piece, end) = try line(at: length), continuation(piece),
        joined.count + piece.count - 1 <= width
      else { return false }
      joined.append(continuation: piece)
      (length, lines) = (end, lines + 1)
    }
    guard joined.count == width else { return false }
    record = joined
    consumed = (length, lines)
    return true
  }

  private static let longestComment = 64

  private func line(at start: Int) throws(ImportError) -> (Record, Int)? {
    var piece = Record()
    var machine = FieldMachine(dialect, from: start)
    while true {
      switch machine.run(window.bytes, isLast: window.isAtEnd, into: &piece) {
      case .done: return machine.offset > start ? (piece, machine.offset) : nil
      case .fault: return nil
      case .needsMore:
        if window.bytes.count > limit { return nil }
        try window.fill()
      }
    }
  }
}
