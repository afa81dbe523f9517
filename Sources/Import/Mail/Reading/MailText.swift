import Ledger
import Mail

/// The text of a message as the timeline shows it.
struct MailText {
  /// What was written, without frame and history; for notices, what they say.
  let written: String
  /// To whom it went, where it is a copy of an own message that says so; empty otherwise.
  let addressee: String
  /// What has to be known of the text.
  private(set) var remarks: [String] = []

  private static let longest = 64 << 10

  init(kind: MailKind, message: ParsedMessage, frame: MessageFrame) {
    let text: String
    switch kind {
    case .message: text = QuotedHistory(frame.words).newText
    case .copy: text = Self.copy(frame)
    case .sent: text = QuotedHistory(Self.lines(message.text)).newText
    case .optOut: text = "a message came back: they opted out of unsolicited messages from sellers"
    default: text = Self.notice(kind, message, frame)
    }
    written = Self.cut(text)
    addressee = kind == .copy ? BuyerName.addressee(in: Self.lines(message.text)) : ""
    if written.utf8.count < text.utf8.count {
      remarks.append("its text is too long: the end is missing")
    }
    if kind == .message, text.isEmpty { remarks.append("it has no text, perhaps only attachments") }
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The own message within the marketplace's copy of it: within the frame, else below the words that announce it.
  private static func copy(_ frame: MessageFrame) -> String {
    let words = frame.words.drop { $0.allSatisfy(\.isWhitespace) }
    let isAnnounced = words.first?.contains(Notification.copyWords) ?? false
    return QuotedHistory(Array(isAnnounced ? words.dropFirst() : words)).newText
  }

  /// What a notice says in a line; the words of a request are not taken for more than they are.
  private static func notice(_ kind: MailKind, _ message: ParsedMessage, _ frame: MessageFrame)
    -> String
  {
    let head = "\(names[kind] ?? "a notice"): \(message.header.text("subject"))"
    let words = frame.isWhole ? QuotedHistory(frame.words).newText : ""
    return words.isEmpty ? head : "\(head)\n\(words)"
  }

  private static let names: [MailKind: String] = [
    .returnRequest: "a return request", .cancelRequest: "a request to cancel",
    .claim: "an A-to-z claim was opened", .claimClosed: "an A-to-z claim was closed",
    .notice: "a notice of the marketplace",
  ]

  private static func cut(_ text: String) -> String {
    guard text.utf8.count > longest else { return text }
    // A letter that is cut in two at the end is left out.
    var bytes = Array(text.utf8.prefix(longest))
    while let last = bytes.last, last & 0xC0 == 0x80 { bytes.removeLast() }
    if let last = bytes.last, last >= 0xC0 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
