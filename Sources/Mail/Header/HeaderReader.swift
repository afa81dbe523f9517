/// Reads the header of a message or a part (RFC 5322, 2.2 and 4.5): all that can be read of it, within limits.
///
/// A lone CR is white space and NUL is nothing, so that no program's line ends can smuggle a field in.
struct HeaderReader {
  private let limits: MailLimits
  private(set) var header = MailHeader()
  private(set) var remarks: [MailRemark] = []
  private var name: String?
  private var value: [UInt8] = []
  private var room: Int

  init(_ limits: MailLimits) {
    self.limits = limits
    room = limits.header
  }

  /// Reads the fields and gives what follows the empty line behind them.
  mutating func read(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var lines = LineWalk(bytes)
    if Self.isEnvelope(bytes) { _ = lines.next() }
    while true {
      let start = lines.place
      guard let line = lines.next(), !line.isEmpty else { break }
      if line[line.startIndex].isBlank {
        add(line)
      } else if let colon = Self.colon(in: line) {
        close()
        open(line, colon)
      } else {
        close()
        remarks.append(.headerBroken)
        return bytes[start...]
      }
    }
    close()
    return bytes[lines.place...]
  }

  /// Whether the first line is the one with which a mailbox file separates messages, not the field `From :`.
  private static func isEnvelope(_ bytes: ArraySlice<UInt8>) -> Bool {
    let isQuoted = bytes.first == UInt8(ascii: ">")
    let line = isQuoted ? bytes.dropFirst() : bytes
    guard line.starts(with: "From ".utf8) else { return false }
    return line.dropFirst(5).first { !$0.isBlank } != UInt8(ascii: ":")
  }

  /// Where the name of a field ends; `nil` where the line is no field.
  private static func colon(in line: ArraySlice<UInt8>) -> Int? {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let name = line[..<colon].trimmed
    return !name.isEmpty && name.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) ? colon : nil
  }

  private mutating func open(_ line: ArraySlice<UInt8>, _ colon: Int) {
    guard header.fields.count < limits.fields, room > 0 else { return noteCut() }
    name = line[..<colon].trimmed.loweredText
    value = []
    room -= colon - line.startIndex
    add(line[(colon + 1)...])
  }

  private mutating func add(_ line: ArraySlice<UInt8>) {
    guard name != nil else { return }
    let part = line.prefix(max(0, min(room, limits.field - value.count)))
    if part.count < line.count { noteCut() }
    room -= part.count
    for byte in part where byte != 0 { value.append(byte == 0x0D ? 0x20 : byte) }
  }

  private mutating func close() {
    guard let name else { return }
    header.fields.append(HeaderField(name: name, value: Array(value[...].trimmed)))
    self.name = nil
  }

  private mutating func noteCut() {
    if !remarks.contains(.headerCut) { remarks.append(.headerCut) }
  }
}
