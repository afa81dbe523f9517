import Ledger

/// The anonymised address of one buyer at a marketplace's relay, as ``RelayForm`` has it.
///
/// Look-alikes such as `x@marketplace.amazon.com.br.golpe.com` and senders that take no mail are refused.
public struct RelayAddress: Hashable, Sendable {
  /// The address in lower case.
  public let address: MailAddress

  /// Reads a relay address.
  ///
  /// - Throws: ``AddressFault`` with what is wrong.
  public init(_ text: some StringProtocol) throws(AddressFault) {
    let given = try MailAddress(text)
    let address = try MailAddress(given.description.lowercased())
    guard RelayForm.isRelay(address.domain) else { throw .notARelay }
    guard !RelayForm.isNoReply(address.local) else { throw .noReply }
    guard RelayForm.isAlias(address.local) else { throw .badLocalPart }
    self.address = address
  }
}
