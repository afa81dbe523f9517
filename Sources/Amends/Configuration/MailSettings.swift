import Delivery

/// What is known of the shop's mailboxes.
struct MailSettings: Equatable, Sendable {
  /// Where buyers' messages come in: a Maildir or an mbox file; `nil` where none is watched.
  var inbox: String?
  /// Where the shop's own messages are kept; `nil` where none is watched.
  var sent: String?
  /// The shop's addresses beside the one that replies leave from.
  var addresses: [MailAddress] = []

  /// The mailboxes that are watched while the inbox is open.
  var watched: [String] { [inbox, sent].compactMap(\.self) }
}

extension Configuration {
  /// Every address of the shop, in lower case: what they sent to a buyer is a contact.
  var shopAddresses: Set<String> {
    let sender: MailAddress? =
      switch carrier {
      case .byHand: nil
      case .maildir(_, let from), .smtp(_, let from, _): from
      }
    return Set((mail.addresses + [sender].compactMap(\.self)).map { "\($0)".lowercased() })
  }
}
