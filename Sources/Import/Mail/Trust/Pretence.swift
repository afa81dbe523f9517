import AmendsPolicy
import Mail

/// Whether a sender wants to be taken for the marketplace.
///
/// Only asked of senders that are not: a look-alike is refused and told, where a stranger is passed over.
enum Pretence {
  /// Whether the header says that it comes from the marketplace, or a text that only the marketplace writes.
  static func isMade(by header: MailHeader, claims: Bool) -> Bool {
    if claims || header["x-space-notification-type"] != nil { return true }
    return header.all("from").contains { names($0.text) || names($0.raw) }
  }

  /// Whether words name the marketplace, in whatever letters: figures for letters, other scripts, `rn` for `m`,
  /// and domains whose foreign letters are spelled out in ASCII (RFC 3492).
  private static func names(_ text: String) -> Bool {
    let seen = PlainSight.of(text)
    let spelled = seen.replacing("0", with: "o").replacing("1", with: "l").replacing(
      "rn", with: "m"
    )
    .filter(\.isLetter)
    guard spelled.contains("marketplace") else { return false }
    return spelled.contains("amazon") || seen.contains("xn--")
  }
}
