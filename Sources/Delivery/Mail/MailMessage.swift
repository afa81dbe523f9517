public import AmendsPolicy
import Ledger

/// How lines end.
public enum LineEnding: String, Sendable {
  /// As files of a Maildir have it: its readers and writers keep the system's own line ends.
  case lineFeed = "\n"
  /// As the wire has it.
  case carriageReturnLineFeed = "\r\n"
}

/// A complete message (RFC 5322, 2045–2047): plain text in UTF-8, ASCII on the wire, no line over 998 columns.
///
/// Every part has a type that cannot hold a line break, so nothing can be injected into its headers.
public struct MailMessage: Hashable, Sendable {
  private let lines: [String]

  /// Composes the message of a letter.
  ///
  /// - Parameters:
  ///   - letter: What is sent, and to whom.
  ///   - sender: The shop's address, authorised in Seller Central.
  ///   - date: When it is sent.
  /// - Throws: ``CarrierFault/unusableIdentity`` where the item's identity makes no message id.
  public init(_ letter: Letter, from sender: MailAddress, at date: Instant) throws(CarrierFault) {
    let identity = try MailIdentity(letter.item)
    let body = MailBody(letter.text)
    let header =
      ["From: \(sender)", "To: \(letter.recipient.address)"]
      + HeaderField.lines("Subject", letter.subject)
      + ["Date: \(MailDate.text(date))", "Message-ID: \(identity.messageID(from: sender))"]
      + (letter.thread?.fields ?? [])
      + ["MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8"]
      + ["Content-Transfer-Encoding: \(body.encoding)"]
    lines = header + [""] + body.lines
  }

  /// The message as bytes, every line ended.
  public func bytes(_ ending: LineEnding) -> [UInt8] {
    lines.flatMap { Array("\($0)\(ending.rawValue)".utf8) }
  }
}

extension MailThread {
  /// The lines that tie an answer to what it answers (RFC 5322, 3.6.4).
  ///
  /// Of a long thread the first message and the last ones are named: the first finds its place in the
  /// conversation, the last ones in its branch.
  fileprivate var fields: [String] {
    var all: [MessageReference] = []
    for message in earlier where message != answered && !all.contains(message) {
      all.append(message)
    }
    all.append(answered)
    let named = all.count > Self.most ? all.prefix(1) + all.suffix(Self.most - 1) : all[...]
    return HeaderField.lines("In-Reply-To", [answered])
      + HeaderField.lines("References", Array(named))
  }

  private static var most: Int { 11 }
}
