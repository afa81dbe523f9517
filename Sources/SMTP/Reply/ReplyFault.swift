/// Why bytes of a server are no reply.
public enum ReplyFault: Error, Hashable, Sendable, CaseIterable {
  /// A NUL.
  case nul
  /// A line feed without a carriage return before it, or the other way round.
  case loneLineEnd
  /// A line longer than ``ReplyParser/longestLine`` bytes.
  case longLine
  /// More than ``ReplyParser/mostLines`` lines.
  case manyLines
  /// A line that does not begin with a code and a space or a hyphen.
  case noCode
  /// Lines of one reply with different codes.
  case differentCodes

  /// The fault in words that follow “the server's answer”.
  public var inWords: String {
    switch self {
    case .nul: "holds a NUL"
    case .loneLineEnd: "has a line that does not end in CR LF"
    case .longLine: "has a line of more than \(ReplyParser.longestLine) bytes"
    case .manyLines: "has more than \(ReplyParser.mostLines) lines"
    case .noCode: "does not begin with a code"
    case .differentCodes: "has two codes"
    }
  }
}
