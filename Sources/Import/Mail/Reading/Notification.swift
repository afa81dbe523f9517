import Ledger
import Mail

/// What the marketplace says that a message is.
struct Notification {
  private let type: String
  private let text: String

  /// Looks at the header `X-Space-Notification-Type`, and at the few words that stand for it where it is missing.
  init(_ message: ParsedMessage) {
    type = message.header["x-space-notification-type"]?.raw.trimmed().uppercased() ?? ""
    text = message.text
  }

  /// What a message from a buyer's relay address is.
  ///
  /// A type that nobody knows is a notice: only what the buyer certainly wrote counts as an answer.
  var fromRelay: MailKind {
    type.isEmpty ? .message : Self.kinds[type] ?? .notice
  }

  /// What a message of the marketplace itself is; `nil` where it concerns no buyer.
  var fromMarketplace: MailKind? {
    if let kind = Self.kinds[type], kind != .message { return kind }
    if isOptOut { return .optOut }
    return text.contains(Self.copyWords) ? .copy : nil
  }

  /// Whether a message came back because its buyer wants none.
  var isOptOut: Bool {
    let folded = text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    return Self.optOutWords.contains { folded.contains($0) }
  }

  /// Whether the text is one that only the marketplace writes.
  var isClaimed: Bool { isOptOut || text.contains(Self.copyWords) }

  private static let kinds: [String: MailKind] = [
    "BBC_MESSAGE_SENT_TO_MERCHANT": .message, "BBC_MESSAGE_CONFIRMATION_TO_MERCHANT": .copy,
    "RETURN_REQUEST": .returnRequest, "BRC_SELLER_NOTIFICATION": .cancelRequest,
    "A_Z_CLAIM_RESPONDENT_NOTIFY": .claim, "A_Z_CLAIM_RESPONDENT_CLOSE": .claimClosed,
  ]

  /// The words with which a copy of one's own message begins.
  static let copyWords = "Here is a copy of the e-mail that you sent to"

  /// Source: the text of the bounce as sellers report it; only the English one is known.
  private static let optOutWords = [
    "opt out of receiving unsolicited messages", "opted out of receiving unsolicited messages",
    "opted-out of receiving unsolicited messages",
  ]
}
