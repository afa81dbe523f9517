import AmendsPolicy
import Ledger
import Mail

/// Makes of one message what the desk has to know of it.
struct MailReading {
  /// What a message is to the desk.
  enum Outcome {
    /// One row for each person whom it concerns.
    case rows([ImportedMail])
    /// It concerns no buyer.
    case ignored
  }

  private let found: FoundMessage
  private let message: ParsedMessage
  private let frame: MessageFrame
  private let notification: Notification
  private let options: ImportOptions
  private let check: SenderCheck

  /// Reads a message.
  ///
  /// - Throws: `Refusal` where it pretends to be what it is not, or lacks what has to be known.
  static func read(
    _ found: FoundMessage, _ options: ImportOptions
  ) throws(Refusal) -> Outcome {
    if let fault = found.fault {
      throw Refusal(column: nil, reason: "cannot be read: \(fault)")
    }
    return try MailReading(found, options).outcome()
  }

  private init(_ found: FoundMessage, _ options: ImportOptions) {
    self.found = found
    self.options = options
    message = ParsedMessage(found.bytes[...])
    frame = MessageFrame(DoubleEncoding.repaired(message.text))
    notification = Notification(message)
    let isFramed = frame.isWhole && OrderFinder.first(in: message.header.text("subject")) != nil
    check = SenderCheck(
      message, shop: options.shopAddresses, claims: isFramed || notification.isClaimed)
  }

  private func outcome() throws(Refusal) -> Outcome {
    switch try check.origin() {
    case .stranger: return .ignored
    case .buyer(let name):
      try check.verify()
      return .rows([try row(notification.fromRelay, name)])
    case .marketplace:
      guard let kind = notification.fromMarketplace else { return .ignored }
      try check.verify()
      return .rows([try row(kind, relayInHeader)])
    case .shop(let names):
      var rows: [ImportedMail] = []
      for name in names { rows.append(try row(.sent, name)) }
      return .rows(rows)
    case .report(let name):
      return notification.isOptOut ? .rows([try row(.optOut, name)]) : .ignored
    }
  }

  /// The buyer's address where a notice of the marketplace names it to be answered at.
  private var relayInHeader: RelayName? {
    let addresses = ["reply-to", "to", "cc"].flatMap { message.header.addresses($0).addresses }
    let names = Set(addresses.compactMap(RelayName.init))
    return names.count == 1 ? names.first : nil
  }

  private func row(_ kind: MailKind, _ name: RelayName?) throws(Refusal) -> ImportedMail {
    let order = orderOfMarketplace
    let keys = (name?.keys ?? []) + (order.map { [.order($0)] } ?? [])
    guard let first = keys.first else {
      throw Refusal(
        column: "Subject",
        reason: "names neither a relay address nor an order: nobody can tell which buyer it is"
          + " about; record it by hand")
    }
    let text = MailText(kind: kind, message: message, frame: frame)
    let reference = message.header.references("message-id").first
    return ImportedMail(
      identity: "\(reference?.text ?? MailDigest.of(message, found.bytes)) \(first.text)",
      kind: kind, keys: keys,
      name: kind.isOwn ? text.addressee : BuyerName.find(in: message.header),
      order: order ?? OrderFinder.first(in: text.written),
      at: try WrittenAt(header: message.header, now: options.now).instant(),
      text: text.written, remark: try remark(text), reference: reference, earlier: earlier)
  }

  /// The order that the marketplace's own words name: those above the message, else the subject.
  ///
  /// What a buyer writes in the message is not believed: it could make one person of two.
  private var orderOfMarketplace: String? {
    let head = frame.preface.first { $0.hasPrefix("#") }
    return head.flatMap { OrderFinder.first(in: $0) }
      ?? OrderFinder.first(in: message.header.text("subject"))
  }

  private static let mostEarlier = 20

  private var earlier: [MessageReference] {
    var references = message.header.references("references")
    for reference in message.header.references("in-reply-to") where !references.contains(reference)
    {
      references.append(reference)
    }
    return references.suffix(Self.mostEarlier)
  }

  /// What has to be known of how it was read; a message of which nothing was found is refused.
  private func remark(_ text: MailText) throws(Refusal) -> String {
    var words = message.remarks.map(\.words) + text.remarks
    if found.size > found.bytes.count {
      let (all, kept) = ((found.size + 524_288) >> 20, found.bytes.count >> 20)
      guard !text.written.isEmpty else {
        throw Refusal(
          column: nil, reason: "has \(all) MiB, and no text within the first \(kept) MiB")
      }
      words.append("only the first \(kept) of its \(all) MiB were read")
    }
    return words.joined(separator: "; ")
  }
}
