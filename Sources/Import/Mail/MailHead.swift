import Mail

/// Tells mail by the beginning of a file.
enum MailHead {
  /// What kind of file holds mail.
  enum Kind {
    /// One message.
    case single
    /// Messages one behind the other, as mbox has them.
    case mbox
  }

  /// Tells the kind of mail that a file holds.
  ///
  /// - Parameters:
  ///   - head: The first bytes of the file.
  ///   - isWanted: Whether somebody says that it is mail: then one field is enough.
  /// - Returns: `nil` where it holds none.
  static func kind(_ head: UnsafeBufferPointer<UInt8>, isWanted: Bool) -> Kind? {
    let line = UnsafeBufferPointer(rebasing: head.prefix { $0 != 0x0A })
    let isMbox = MboxFeed.isEnvelope(line)
    guard isMbox || line.contains(UInt8(ascii: ":")) else { return nil }
    let names = Set(ParsedMessage(Array(head)[...]).header.fields.map(\.name))
    guard names.intersection(fields).count >= (isWanted || isMbox ? 1 : 2) else { return nil }
    return isMbox ? .mbox : .single
  }

  private static let fields: Set<String> = [
    "from", "to", "date", "subject", "message-id", "received", "return-path", "delivered-to",
    "mime-version", "content-type", "reply-to", "dkim-signature", "authentication-results",
    "x-space-notification-type",
  ]
}
