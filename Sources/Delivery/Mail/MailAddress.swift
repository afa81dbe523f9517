/// An address of the form `local@domain` that is safe in a header and in an SMTP command.
///
/// Plain dot-atoms only (RFC 5322, 3.2.3 and 3.4.1; lengths RFC 5321, 4.5.3.1): no quoting, no comments, no
/// white space, no controls, nothing but ASCII, so nothing can be injected through it.
public struct MailAddress: Hashable, Sendable, CustomStringConvertible {
  /// The part before the `@`.
  public let local: String
  /// The part after the `@`.
  public let domain: String

  /// Reads an address.
  ///
  /// - Throws: ``AddressFault`` with what is wrong.
  public init(_ text: some StringProtocol) throws(AddressFault) {
    let bytes = Array(text.utf8)
    guard bytes.allSatisfy(AddressForm.isPrintable) else { throw .forbiddenCharacter }
    let parts = bytes.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard parts.count == 2 else { throw .notOneAt }
    guard bytes.count <= 254, parts[0].count <= 64 else { throw .tooLong }
    guard AddressForm.isDotAtom(parts[0]) else { throw .badLocalPart }
    guard AddressForm.isDomain(parts[1]) else { throw .badDomain }
    local = String(decoding: parts[0], as: UTF8.self)
    domain = String(decoding: parts[1], as: UTF8.self)
  }

  /// The address as it is written.
  public var description: String { "\(local)@\(domain)" }
}

/// What is wrong with an address.
public enum AddressFault: Error, Hashable, Sendable {
  /// It holds white space, a control character, or something that is not ASCII.
  case forbiddenCharacter
  /// It does not hold exactly one `@`.
  case notOneAt
  /// It is longer than 254 characters, or 64 before the `@`.
  case tooLong
  /// What stands before the `@` is not a plain name.
  case badLocalPart
  /// What stands after the `@` is not a domain name.
  case badDomain
  /// It is not at a marketplace's relay.
  case notARelay
  /// It takes no mail.
  case noReply

  /// The fault in words that follow “the address”.
  public var inWords: String {
    switch self {
    case .forbiddenCharacter: "holds white space, a control character or a letter that is not ASCII"
    case .notOneAt: "does not hold exactly one @"
    case .tooLong: "is too long"
    case .badLocalPart: "has no plain name before the @"
    case .badDomain: "has no domain name after the @"
    case .notARelay: "is not at a relay of the marketplace"
    case .noReply: "takes no mail"
    }
  }
}

/// The grammar of plain addresses.
enum AddressForm {
  static func isPrintable(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }

  /// Atoms joined by single dots.
  static func isDotAtom(_ bytes: ArraySlice<UInt8>) -> Bool {
    atoms(bytes).allSatisfy { !$0.isEmpty && $0.allSatisfy(isAtomText) }
  }

  /// At least two labels of letters, digits and inner hyphens; the last one not a number.
  static func isDomain(_ bytes: ArraySlice<UInt8>) -> Bool {
    let labels = atoms(bytes)
    guard labels.count >= 2, labels.allSatisfy(isLabel), let last = labels.last else {
      return false
    }
    return !last.allSatisfy(isDigit)
  }

  private static func atoms(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
  }

  private static func isLabel(_ label: ArraySlice<UInt8>) -> Bool {
    let hyphen = UInt8(ascii: "-")
    return (1...63).contains(label.count) && label.first != hyphen && label.last != hyphen
      && label.allSatisfy { isLetterOrDigit($0) || $0 == hyphen }
  }

  static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isAtomText(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
  }
}
