/// Takes a server's bytes one by one and gives the reply when its last line has ended (RFC 5321, 4.2).
///
/// What it holds is bounded, however long a server talks.
struct ReplyParser: Sendable {
  /// The longest line, its end included, in bytes; RFC 5321, 4.5.3.1.5 asks for 512 only.
  static let longestLine = 2000
  /// The most lines of one reply.
  static let mostLines = 100

  private var line: [UInt8] = []
  private var code: ReplyCode?
  private var texts: [String] = []

  /// Takes the next byte; gives the reply that it ends, if it ends one.
  ///
  /// - Throws: ``ReplyFault`` where no reply goes on like this; nothing that follows can be understood.
  mutating func take(_ byte: UInt8) throws(ReplyFault) -> Reply? {
    guard byte != 0 else { throw .nul }
    let followsReturn = line.last == Self.carriageReturn
    guard followsReturn == (byte == Self.lineFeed) else { throw .loneLineEnd }
    guard line.count < Self.longestLine else { throw .longLine }
    line.append(byte)
    return followsReturn ? try endLine() : nil
  }

  private static let carriageReturn = UInt8(ascii: "\r")
  private static let lineFeed = UInt8(ascii: "\n")

  private mutating func endLine() throws(ReplyFault) -> Reply? {
    let content = line.dropLast(2)
    guard let code = ReplyCode(content.prefix(3)) else { throw .noCode }
    guard self.code == nil || self.code == code else { throw .differentCodes }
    guard texts.count < Self.mostLines else { throw .manyLines }
    texts.append(ReplyText.clean(content.dropFirst(4)))
    self.code = code
    line.removeAll(keepingCapacity: true)
    guard try isLast(content.dropFirst(3).first) else { return nil }
    defer { self = ReplyParser() }
    return Reply(code: code, lines: texts)
  }

  /// A hyphen behind the code says that more lines follow; a space, or nothing at all, that none does.
  private func isLast(_ separator: UInt8?) throws(ReplyFault) -> Bool {
    switch separator {
    case nil, UInt8(ascii: " "): true
    case UInt8(ascii: "-"): false
    default: throw .noCode
    }
  }
}
