/// The forms of the marketplace's mail addresses.
///
/// A relay address stands for one buyer: `alias@marketplace.amazon.` with the ending of a real store, as a
/// whole and in plain ASCII. Source: Amazon, help page 200383320 (the alias); stores as of 2026.
public enum RelayForm {
  /// The endings of the stores' domains.
  public static let stores: Set<String> = [
    "ae", "ca", "co.jp", "co.uk", "co.za", "com", "com.au", "com.be", "com.br", "com.mx", "com.tr",
    "de", "eg", "es", "fr", "ie", "in", "it", "nl", "pl", "sa", "se", "sg",
  ]

  /// Whether a domain in lower case is a relay: exactly that of a store, no domain below or beside it.
  public static func isRelay(_ domain: String) -> Bool { ending(of: domain, behind: relay) }

  /// Whether a domain in lower case is the marketplace's own, from which its notices come.
  public static func isMarketplace(_ domain: String) -> Bool {
    ending(of: domain, behind: marketplace)
  }

  /// Whether the part before the `@`, in lower case, takes no mail.
  public static func isNoReply(_ local: String) -> Bool {
    let name = local.prefix { $0 != "+" }.filter { $0 != "-" && $0 != "_" && $0 != "." }
    return name == "donotreply" || name == "noreply"
  }

  /// Whether the part before the `@` can be an alias: letters and digits of ASCII, with a tag of letters, digits
  /// and hyphens behind a `+` if any.
  public static func isAlias(_ local: String) -> Bool {
    let parts = local.utf8.split(
      separator: UInt8(ascii: "+"), maxSplits: 1, omittingEmptySubsequences: false)
    guard let alias = parts.first, !alias.isEmpty, alias.allSatisfy(isLetterOrDigit) else {
      return false
    }
    return parts.dropFirst().allSatisfy { tag in
      !tag.isEmpty && tag.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
    }
  }

  private static let marketplace = "amazon."
  private static let relay = "marketplace.amazon."

  private static func ending(of domain: String, behind prefix: String) -> Bool {
    // Compared byte by byte: Swift calls texts equal that are composed otherwise.
    domain.utf8.starts(with: prefix.utf8) && stores.contains(String(domain.dropFirst(prefix.count)))
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
