/// The identity of a mail message (RFC 5322, 3.6.4), as `Message-ID`, `In-Reply-To` and `References` name it.
public struct MessageReference: Hashable, Sendable, CustomStringConvertible {
  /// The identity without its angle brackets: printable ASCII with exactly one `@`.
  public let text: String

  /// Reads an identity, with its angle brackets or without; `nil` for anything that could break a header.
  public init?(_ text: some StringProtocol) {
    var bytes = Array(text.utf8)
    if bytes.first == UInt8(ascii: "<"), bytes.last == UInt8(ascii: ">") {
      bytes = Array(bytes.dropFirst().dropLast())
    }
    let parts = bytes.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, bytes.count <= Self.longest,
      bytes.allSatisfy(Self.isPlain)
    else { return nil }
    self.text = String(decoding: bytes, as: UTF8.self)
  }

  /// The identity as headers write it.
  public var description: String { "<\(text)>" }

  /// Leaves room for a field name on a line of 998 characters (RFC 5322, 2.1.1), by far.
  private static let longest = 250

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "<") && byte != UInt8(ascii: ">")
  }
}

/// What a mail answers: the message itself, and those before it.
public struct MailThread: Hashable, Sendable {
  /// The message that is answered.
  public var answered: MessageReference
  /// The messages before it, oldest first, as its own `References` named them.
  public var earlier: [MessageReference]

  /// A thread that ends with the message that is answered.
  public init(answered: MessageReference, earlier: [MessageReference] = []) {
    self.answered = answered
    self.earlier = earlier
  }
}
