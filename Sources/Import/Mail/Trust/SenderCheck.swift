import Ledger
import Mail

/// Finds out whose message it is, and refuses those that only pretend.
///
/// Believed are addresses that are at the marketplace's domains letter by letter, one sender alone, whose
/// answers go nowhere else, and of whom the receiving server does not say that they are forged.
struct SenderCheck {
  private let header: MailHeader
  private let enclosed: [MailHeader]
  private let shop: Set<String>
  private let claims: Bool

  /// A check of one message.
  ///
  /// - Parameters:
  ///   - message: The message.
  ///   - shop: The shop's own addresses, in lower case.
  ///   - claims: Whether its text is one that only the marketplace writes.
  init(_ message: ParsedMessage, shop: Set<String>, claims: Bool) {
    header = message.header
    enclosed = message.enclosed
    self.shop = shop
    self.claims = claims
  }

  /// Whose message it is.
  ///
  /// - Throws: `Refusal` where somebody pretends to be the marketplace, or wrote to a buyer and is not known.
  func origin() throws(Refusal) -> MailOrigin {
    if let sender {
      if RelayForm.isMarketplace(sender.domain) { return .marketplace }
      if RelayForm.isRelay(sender.domain) { return try atRelay(sender) }
    }
    if let report = try report() { return .report(report) }
    let buyers = recipients
    guard Pretence.isMade(by: header, claims: claims && buyers.isEmpty) else {
      return buyers.isEmpty || isUnsent ? .stranger : .shop(try own(buyers))
    }
    throw Refusal(column: "From", reason: "\(senders) \(Self.notBelieved)")
  }

  /// Refuses a message of the marketplace that may be forged, or whose answer would go elsewhere.
  func verify() throws(Refusal) {
    if let field = header["authentication-results"], let method = Self.failure(field) {
      throw Refusal(
        column: "Authentication-Results",
        reason: "your mail server says that \(method) failed: the sender may be forged")
    }
    let answers = header.addresses("reply-to")
    let isElsewhere = answers.addresses.contains { address in
      guard let plain = PlainAddress(address) else { return true }
      return !RelayForm.isRelay(plain.domain) && !RelayForm.isMarketplace(plain.domain)
    }
    guard !isElsewhere, answers.isSound else {
      throw Refusal(
        column: "Reply-To",
        reason:
          "an answer would go to \(header.text("reply-to").quoted), which is not the marketplace")
    }
  }

  /// The one sender; `nil` where there is not exactly one, or not in plain letters.
  private var sender: PlainAddress? {
    let list = header.addresses("from")
    guard header.all("from").count == 1, list.isSound, list.addresses.count == 1 else { return nil }
    return PlainAddress(list.addresses[0])
  }

  private var senders: String { header.all("from").map(\.text).joined(separator: ", ").quoted }

  private static let notBelieved =
    "is not the marketplace: only one sender at exactly marketplace.amazon.com, or another store's, is"
    + " believed"

  private func atRelay(_ sender: PlainAddress) throws(Refusal) -> MailOrigin {
    if RelayForm.isNoReply(sender.local) || PlainAddress.isService(sender.local) {
      return .marketplace
    }
    guard let name = header.addresses("from").addresses.first.flatMap(RelayName.init) else {
      throw Refusal(column: "From", reason: "\(sender.text.quoted) is no address of a buyer")
    }
    return .buyer(name)
  }

  /// What the receiving server found to be wrong; a passed DMARC says that the sender is who it says.
  private static func failure(_ field: HeaderField) -> String? {
    let results = AuthenticationResults(field)
    if results.says("dmarc", "pass") { return nil }
    return ["dmarc", "dkim", "spf"].first { results.says($0, "fail") }?.uppercased()
  }
}

extension SenderCheck {
  /// The buyers to whom a message went.
  private var recipients: [RelayName] {
    var names: [RelayName] = []
    for address in ["to", "cc", "bcc"].flatMap({ header.addresses($0).addresses }) {
      if let name = RelayName(address), !names.contains(where: { $0.alias == name.alias }) {
        names.append(name)
      }
    }
    return names
  }

  /// Whether a mail program keeps it as a draft.
  private var isUnsent: Bool { header["x-unsent"]?.raw == "1" }

  /// Whether it came in from outside: what was sent from here bears no trace of a delivery.
  private var wasReceived: Bool {
    ["received", "return-path", "delivered-to", "x-original-to", "authentication-results"]
      .contains { header[$0] != nil }
  }

  /// The buyers that the shop wrote to, where it is certain that it was the shop.
  private func own(_ buyers: [RelayName]) throws(Refusal) -> [RelayName] {
    guard wasReceived else { return buyers }
    guard let sender, shop.contains(sender.text) else {
      throw Refusal(
        column: "From",
        reason: "is a message to a buyer from \(senders), \(Self.notKnown)")
    }
    try verifyOwn()
    return buyers
  }

  private func verifyOwn() throws(Refusal) {
    guard let field = header["authentication-results"], let method = Self.failure(field) else {
      return
    }
    throw Refusal(
      column: "Authentication-Results",
      reason: "your mail server says that \(method) failed: somebody may pretend to be the shop")
  }

  /// The buyer whom a message of the shop did not reach: a report proves itself by what it returns.
  private func report() throws(Refusal) -> RelayName? {
    guard let type = header["content-type"]?.raw.lowercased(), type.contains("multipart/report"),
      let returned = enclosed.first(where: { $0["from"] != nil }),
      let buyer = returned.addresses("to").addresses.compactMap(RelayName.init).first
    else { return nil }
    if isOwn(returned) { return buyer }
    let sender = returned.text("from").quoted
    throw Refusal(
      column: "From",
      reason: "is about a message to a buyer from \(sender), \(Self.notKnown)")
  }

  private static let notKnown =
    "which is not known as an address of the shop: if it is one, name it under [mail] addresses"

  private func isOwn(_ header: MailHeader) -> Bool {
    if header.references("message-id").first?.outboxItem != nil { return true }
    let senders = header.addresses("from").addresses.compactMap(PlainAddress.init)
    return senders.contains { shop.contains($0.text) }
  }
}
