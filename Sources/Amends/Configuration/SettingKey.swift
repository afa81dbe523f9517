/// The keys of `config.toml`, as section and name.
enum SettingKey: String, CaseIterable {
  case agentName = "agent.name"
  case intervalHours = "contact.interval_hours"
  case maxUnanswered = "contact.max_unanswered"
  case orderWindowDays = "contact.order_window_days"
  case quietHours = "contact.quiet_hours"
  case zone = "contact.zone"
  case profile = "policy.profile"
  case reader = "policy.reader"
  case packs = "policy.packs"
  case carrier = "delivery.carrier"
  case maildir = "delivery.maildir"
  case from = "delivery.from"
  case smtpHost = "delivery.smtp_host"
  case smtpPort = "delivery.smtp_port"
  case smtpSecurity = "delivery.smtp_security"
  case smtpUser = "delivery.smtp_user"
  case smtpSecret = "delivery.smtp_secret"
  case smtpAuth = "delivery.smtp_auth"
  case smtpAuthorities = "delivery.smtp_ca_file"
  case send = "delivery.send"
  case undoSeconds = "delivery.undo_seconds"
  case mailInbox = "mail.inbox"
  case mailSent = "mail.sent"
  case mailAddresses = "mail.addresses"
  case theme = "screen.theme"
  case title = "screen.title"
  case notify = "screen.notify"
  case mouse = "screen.mouse"
  case brandOwner = "shop.brand_owner"
  case competitors = "shop.competitors"

  /// What says by which carrier replies leave.
  static let ofCarriers: [SettingKey] = [
    .carrier, .maildir, .from, .smtpHost, .smtpPort, .smtpSecurity, .smtpUser, .smtpSecret,
    .smtpAuth, .smtpAuthorities,
  ]

  /// The section whose keys are the names of the inbox's commands.
  static let keySection = "keys"

  /// The section whose keys are the figures of saved views.
  static let viewSection = "views"

  /// The names of all sections.
  static var sections: [String] {
    var names: [String] = []
    for key in allCases where !names.contains(key.section) { names.append(key.section) }
    return names + [viewSection, keySection]
  }

  /// The names of the keys of a section.
  static func names(in section: String) -> [String] {
    allCases.filter { $0.section == section }.map(\.name)
  }

  private var section: String { String(rawValue.prefix { $0 != "." }) }
  private var name: String { String(rawValue.drop { $0 != "." }.dropFirst()) }
}
