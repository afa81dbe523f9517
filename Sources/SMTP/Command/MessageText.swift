/// A complete message as SMTP's `DATA` carries it, up to and without the final dot.
///
/// Only lines of ASCII that end in CR LF, so that no server can see an end where another sees none
/// (CVE-2023-51764); a dot at the start of a line is doubled (RFC 5321, 4.5.2).
public struct MessageText: Hashable, Sendable {
  /// How long the message is before dots are doubled, in bytes, as `SIZE` counts it (RFC 1870, 3).
  public let size: Int
  let stuffed: [UInt8]

  /// The longest line without its end (RFC 5321, 4.5.3.1.6).
  static let longestLine = 998

  /// Takes a message.
  ///
  /// - Throws: ``MessageFault`` with what cannot go over the wire as it is.
  public init(_ message: [UInt8]) throws(MessageFault) {
    var stuffed: [UInt8] = []
    stuffed.reserveCapacity(message.count + 16)
    var length = 0
    var previous: UInt8?
    for byte in message {
      guard byte != 0, byte < 0x80 else { throw .notPlain }
      guard (previous == Self.carriageReturn) == (byte == Self.lineFeed) else { throw .loneLineEnd }
      if length == 0, byte == Self.dot { stuffed.append(Self.dot) }
      stuffed.append(byte)
      length = byte == Self.lineFeed ? 0 : length + (byte == Self.carriageReturn ? 0 : 1)
      guard length <= Self.longestLine else { throw .longLine }
      previous = byte
    }
    guard previous == Self.lineFeed else { throw .loneLineEnd }
    size = message.count
    self.stuffed = stuffed
  }

  private static let carriageReturn = UInt8(ascii: "\r")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let dot = UInt8(ascii: ".")
}

/// Why a message cannot go over the wire.
public enum MessageFault: Error, Hashable, Sendable {
  /// It holds a NUL, or a byte that is not ASCII.
  case notPlain
  /// It has a line end that is not CR LF, or none at its end.
  case loneLineEnd
  /// It has a line of more than 998 bytes.
  case longLine
}
