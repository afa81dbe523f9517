/// Reads one row of a table byte by byte and can wait for more bytes anywhere.
///
/// RFC 4180, strictly: a quote opens a field only at its start, is doubled within, and nothing follows the
/// closing one but a delimiter or the end of the line. Lines end with LF, CRLF or CR.
struct FieldMachine {
  /// What a run came to.
  enum Step {
    /// The bytes ended before the row did.
    case needsMore
    /// The row is complete; `offset` is behind its line end.
    case done
    /// The row breaks a rule.
    case fault(StaticString)
  }

  private enum State { case fieldStart, plain, quoted, afterQuote, lineEnd }

  /// How many bytes of the row have been read.
  private(set) var offset: Int
  private let dialect: Dialect
  private var state = State.fieldStart

  /// A machine for a row that begins at an offset.
  init(_ dialect: Dialect, from offset: Int = 0) {
    self.dialect = dialect
    self.offset = offset
  }

  /// Reads on in the bytes of the row, of which earlier runs have seen the first part.
  mutating func run(
    _ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, into record: inout Record
  ) -> Step {
    while true {
      let step: Step? =
        switch state {
        case .fieldStart: startField(bytes, isLast, &record)
        case .plain: readPlain(bytes, isLast, &record)
        case .quoted: readQuoted(bytes, isLast, &record)
        case .afterQuote: leaveQuotes(bytes, isLast, &record)
        case .lineEnd: endLine(bytes, isLast)
        }
      if let step { return step }
    }
  }

  private mutating func startField(
    _ bytes: UnsafeBufferPointer<UInt8>, _ isLast: Bool, _ record: inout Record
  ) -> Step? {
    guard offset < bytes.count else { return finish(isLast, &record) }
    if dialect.isQuoted, bytes[offset] == Self.quote {
      offset += 1
      state = .quoted
    } else {
      state = .plain
    }
    return nil
  }

  private mutating func readPlain(
    _ bytes: UnsafeBufferPointer<UInt8>, _ isLast: Bool, _ record: inout Record
  ) -> Step? {
    let start = offset
    var end = offset
    while end < bytes.count, !isSpecial(bytes[end]) { end += 1 }
    record.append(UnsafeBufferPointer(rebasing: bytes[start..<end]))
    offset = end
    guard end < bytes.count else { return finish(isLast, &record) }
    if bytes[end] == Self.quote {
      return .fault("has a quote within a field that has none around it")
    }
    endField(bytes[end], &record)
    return nil
  }

  private mutating func readQuoted(
    _ bytes: UnsafeBufferPointer<UInt8>, _ isLast: Bool, _ record: inout Record
  ) -> Step? {
    let start = offset
    var end = offset
    while end < bytes.count, bytes[end] != Self.quote { end += 1 }
    record.append(UnsafeBufferPointer(rebasing: bytes[start..<end]))
    offset = end
    guard end < bytes.count else {
      return isLast ? .fault("has a quote that is never closed") : .needsMore
    }
    offset += 1
    state = .afterQuote
    return nil
  }

  private mutating func leaveQuotes(
    _ bytes: UnsafeBufferPointer<UInt8>, _ isLast: Bool, _ record: inout Record
  ) -> Step? {
    guard offset < bytes.count else { return finish(isLast, &record) }
    if bytes[offset] == Self.quote {
      record.append(Self.quote)
      offset += 1
      state = .quoted
      return nil
    }
    guard isSpecial(bytes[offset]) else { return .fault("has text behind a closing quote") }
    endField(bytes[offset], &record)
    return nil
  }

  private mutating func endField(_ byte: UInt8, _ record: inout Record) {
    record.endField()
    if byte == dialect.delimiter {
      offset += 1
      state = .fieldStart
    } else {
      state = .lineEnd
    }
  }

  private mutating func endLine(_ bytes: UnsafeBufferPointer<UInt8>, _ isLast: Bool) -> Step {
    guard bytes[offset] == UInt8(ascii: "\r") else {
      offset += 1
      return .done
    }
    if offset + 1 == bytes.count, !isLast { return .needsMore }
    let hasFeed = offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "\n")
    offset += hasFeed ? 2 : 1
    return .done
  }

  private func finish(_ isLast: Bool, _ record: inout Record) -> Step {
    guard isLast else { return .needsMore }
    record.endField()
    return .done
  }

  private static let quote = UInt8(ascii: "\"")

  private func isSpecial(_ byte: UInt8) -> Bool {
    byte == dialect.delimiter || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
      || (byte == Self.quote && dialect.isQuoted)
  }
}
