/// What may stand between the angle brackets of `MAIL FROM` and `RCPT TO`, so that nothing else can.
public struct EnvelopePath: Hashable, Sendable {
  let text: String

  /// Takes an address.
  ///
  /// - Throws: ``EnvelopeFault`` where it is empty, longer than 254 bytes (RFC 5321, 4.5.3.1.3), or holds
  ///   white space, a control character, an angle bracket or anything that is not ASCII.
  public init(_ address: String) throws(EnvelopeFault) {
    guard (1...254).contains(address.utf8.count) else { throw .unusableLength }
    guard address.utf8.allSatisfy(Self.isPlain) else { throw .forbiddenCharacter }
    text = address
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "<") && byte != UInt8(ascii: ">")
  }
}

/// Why a text is no address for an envelope.
public enum EnvelopeFault: Error, Hashable, Sendable {
  /// It is empty or too long.
  case unusableLength
  /// It holds what could end the command.
  case forbiddenCharacter
}
