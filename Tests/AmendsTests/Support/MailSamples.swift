import Foundation

/// Small messages of a seller's mailbox.
enum MailSamples {
  static let relay = "wpr8hj096tpnty8@marketplace.amazon.com"
  static let order = "114-7863528-5212210"

  /// A buyer's message in the marketplace's frame.
  static func buyer(
    _ id: String, _ words: String, at time: String = "14:03:09", from address: String = relay
  ) -> String {
    """
    Received: from a.example by mx.shop.example; Fri, 27 Nov 2026 \(time) +0000
    From: "Cathy - Amazon Marketplace" <\(address)>
    To: shop@shop.example
    Subject: Shipping inquiry from Amazon customer Cathy (Order: \(order))
    Date: Fri, 27 Nov 2026 \(time) +0000
    Message-ID: <\(id)@mail.example>
    X-Space-Notification-Type: BBC_MESSAGE_SENT_TO_MERCHANT

    # \(order):
    1 / Kettle [ASIN: B0FIXTURE1]
    ------------- Message: -------------
    \(words)
    ------------- End message -------------

    """
  }

  /// What the shop wrote, as its mail program keeps it.
  static func sent(_ id: String, _ words: String, at time: String = "15:00:00") -> String {
    """
    From: Shop <shop@shop.example>
    To: \(relay)
    Subject: Your order \(order)
    Date: Fri, 27 Nov 2026 \(time) +0000
    Message-ID: <\(id)@shop.example>

    \(words)

    """
  }

  /// Messages as an mbox file.
  static func mbox(_ messages: [String]) -> String {
    messages.map { "From x@y.z Fri Nov 27 14:03:09 2026\n\($0)\n" }.joined()
  }
}

extension ProgramDesk {
  /// Makes a Maildir with messages in `new` and gives its path.
  func maildir(_ name: String, _ messages: [String: String]) throws -> String {
    for folder in ["new", "cur", "tmp"] {
      try FileManager.default.createDirectory(
        atPath: path("\(name)/\(folder)"), withIntermediateDirectories: true)
    }
    for (file, text) in messages { try write("\(name)/new/\(file)", text) }
    return path(name)
  }
}
