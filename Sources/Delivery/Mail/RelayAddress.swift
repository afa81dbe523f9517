/// The anonymised address of one buyer at a marketplace's relay.
///
/// Only `marketplace.amazon.` with the ending of a real store counts, as a whole: look-alikes such as
/// `x@marketplace.amazon.com.br.golpe.com` and senders that take no mail are refused.
/// Source: Amazon, help page 200383320 (the alias); stores as of 2026.
public struct RelayAddress: Hashable, Sendable {
  /// The address in lower case.
  public let address: MailAddress

  /// Reads a relay address.
  ///
  /// - Throws: ``AddressFault`` with what is wrong.
  public init(_ text: some StringProtocol) throws(AddressFault) {
    let given = try MailAddress(text)
    let address = try MailAddress(given.description.lowercased())
    guard Self.isRelay(address.domain) else { throw .notARelay }
    guard !Self.isNoReply(address.local) else { throw .noReply }
    guard Self.isAlias(address.local) else { throw .badLocalPart }
    self.address = address
  }

  /// The endings of the stores' domains.
  static let stores: Set<String> = [
    "ae", "ca", "co.jp", "co.uk", "co.za", "com", "com.au", "com.be", "com.br", "com.mx", "com.tr",
    "de", "eg", "es", "fr", "ie", "in", "it", "nl", "pl", "sa", "se", "sg",
  ]

  private static let relay = "marketplace.amazon."

  private static func isRelay(_ domain: String) -> Bool {
    domain.hasPrefix(relay) && stores.contains(String(domain.dropFirst(relay.count)))
  }

  private static func isNoReply(_ local: String) -> Bool {
    let name = local.prefix { $0 != "+" }.filter { $0 != "-" && $0 != "_" && $0 != "." }
    return name == "donotreply" || name == "noreply"
  }

  /// Letters and digits, with a tag of letters, digits and hyphens behind a `+` if any.
  private static func isAlias(_ local: String) -> Bool {
    let parts = local.utf8.split(
      separator: UInt8(ascii: "+"), maxSplits: 1, omittingEmptySubsequences: false)
    guard let alias = parts.first, !alias.isEmpty, alias.allSatisfy(AddressForm.isLetterOrDigit)
    else { return false }
    return parts.dropFirst().allSatisfy { tag in
      !tag.isEmpty
        && tag.allSatisfy { AddressForm.isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
    }
  }
}
