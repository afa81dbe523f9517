public import Ledger

/// An outbox item's identity in the form that file names and message ids can carry.
///
/// Letters, digits, `-` and `_` stand as they are, any other byte as `=` with two hexadecimal digits, so
/// that two items never share one.
public struct MailIdentity: Hashable, Sendable {
  /// The identity, made of letters, digits, `-`, `_` and `=`.
  public let text: String

  /// Writes an item's identity.
  ///
  /// - Throws: ``CarrierFault/unusableIdentity`` where it is empty or longer than 120 characters.
  public init(_ item: OutboxID) throws(CarrierFault) {
    text = item.text.utf8.map(Self.written).joined()
    guard (1...120).contains(text.utf8.count) else { throw .unusableIdentity }
  }

  private static func written(_ byte: UInt8) -> String {
    let isPlain =
      AddressForm.isLetterOrDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    if isPlain { return String(Unicode.Scalar(byte)) }
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "=0\(digits)" : "=\(digits)"
  }

  /// The message id: the same for every attempt, so that a second one can be recognised.
  public func messageID(from sender: MailAddress) -> String { "<\(text)@amends.\(sender.domain)>" }
}
