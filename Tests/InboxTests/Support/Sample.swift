import AmendsPolicy
import Ledger

@testable import Inbox

/// The world of the tests: one Friday afternoon, one shop.
enum Sample {
  /// A Friday, 14:00 UTC, 06:00 in California.
  static let now = instant("2026-11-27T14:00:00Z")

  /// A time in ISO 8601; the epoch for a text that is none, which no test expects.
  static func instant(_ text: String) -> Instant {
    ISO8601.instant(text) ?? Instant(milliseconds: 0)
  }

  static let california = Zone(name: "America/Los_Angeles") { _ in .hours(-8) }

  static let rules = ContactRules(
    limits: ContactLimits(), shopZone: .utc,
    zoneNamed: { $0 == "America/Los_Angeles" ? california : .utc })

  static func settings(
    keymap: Keymap? = nil,
    undoTime: Span = .seconds(30),
    sending: SendingMode = .byHand,
    rules: ContactRules = rules,
    shop: Shop = Shop()
  ) -> InboxSettings {
    InboxSettings(
      agent: "amy", deskName: "desk1", rules: rules, wording: SamplePolicy.policy,
      profile: .default, keymap: keymap ?? standardKeys, undoTime: undoTime,
      sending: sending, shop: shop)
  }

  /// The keys of the table; `CommandTableTests` proves that they make a key map.
  static let standardKeys: Keymap = {
    do { return try Keymap() } catch { preconditionFailure("\(error)") }
  }()
}
