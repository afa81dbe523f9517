import Ledger
import Mail

/// A buyer's relay address, taken from a header.
struct RelayName: Hashable {
  /// The address as it stands there, in lower case.
  let address: String
  /// The address without the tag behind a `+`, which names a conversation and not a person.
  let alias: String

  /// The relay address; `nil` where it is none, letter by letter, or takes no mail.
  init?(_ written: WrittenAddress) {
    guard let plain = PlainAddress(written), RelayForm.isRelay(plain.domain),
      RelayForm.isAlias(plain.local), !RelayForm.isNoReply(plain.local),
      !PlainAddress.isService(plain.local)
    else { return nil }
    address = "\(plain.local)@\(plain.domain)"
    alias = "\(plain.local.prefix { $0 != "+" })@\(plain.domain)"
  }

  /// The keys of the person, the one without a tag first.
  var keys: [CustomerKey] {
    address == alias ? [.relay(alias)] : [.relay(alias), .relay(address)]
  }
}

/// An address of ASCII alone, in lower case.
struct PlainAddress: Hashable {
  let local: String
  let domain: String

  /// `nil` where a letter is not ASCII: some that are not become ASCII ones in lower case.
  init?(_ written: WrittenAddress) {
    guard written.text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
    local = written.local.lowercased()
    domain = written.domain.lowercased()
  }

  var text: String { "\(local)@\(domain)" }

  /// Whether a name before the `@` is that of a mail server, not of a person.
  static func isService(_ local: String) -> Bool {
    ["postmaster", "mailer-daemon", "mailerdaemon", "abuse", "bounce", "bounces"].contains(local)
  }
}
