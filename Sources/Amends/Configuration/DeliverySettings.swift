import Delivery
import SMTP
import SMTPClient

/// What `[delivery]` says of the way on which replies leave, until all of it is read.
struct DeliverySettings {
  /// The carriers by the names that a configuration knows them by.
  enum CarrierName: String, CaseIterable {
    case byHand = "by-hand"
    case maildir
    case smtp
  }

  /// The logins by the names that a configuration knows them by.
  enum LoginName: String, CaseIterable {
    case auto
    case plain
    case login
    case xoauth2

    /// The only mechanism that may be used; `nil` for whatever both sides know.
    var mechanism: Mechanism? { Mechanism(rawValue: rawValue.uppercased()) }
  }

  var carrier = CarrierName.byHand
  var maildir: String?
  var from: MailAddress?
  var host: String?
  var port: Int?
  var security = Security.tls
  var user: UserName?
  var secret: SecretReference?
  var login = LoginName.auto
  var authorities: String?

  /// The carrier with all that it needs.
  ///
  /// - Throws: `SettingFault` with what is missing.
  func choice() throws(SettingFault) -> CarrierChoice {
    switch carrier {
    case .byHand: .byHand
    case .maildir:
      .maildir(
        path: try Self.needed(maildir, "a maildir", "maildir = \"PATH\""),
        from: try sender("a maildir"))
    case .smtp: .smtp(try server(), from: try sender("smtp"), login: try mailLogin())
    }
  }

  private static func needed<Value>(
    _ value: Value?,
    _ who: String,
    _ example: String
  ) throws(SettingFault) -> Value {
    guard let value else { throw SettingFault(reason: "\(who) needs \(example) beside it") }
    return value
  }

  private func sender(_ who: String) throws(SettingFault) -> MailAddress {
    try Self.needed(from, who, "from = \"shop@example.com\"")
  }

  private func server() throws(SettingFault) -> MailServer {
    let host = try Self.needed(host, "smtp", "smtp_host = \"mail.example.com\"")
    guard security != .none || Self.isThisMachine(host) else {
      throw SettingFault(
        reason: "smtp_security = \"none\" would send all in the clear: only to this machine itself,"
          + " such as localhost")
    }
    return MailServer(
      host: host, port: port ?? usualPort, security: security, authorities: authorities)
  }

  /// RFC 8314, 7.3; RFC 6409, 3.1; RFC 5321.
  private var usualPort: Int {
    switch security {
    case .tls: 465
    case .startTLS: 587
    case .none: 25
    }
  }

  private static func isThisMachine(_ host: String) -> Bool {
    let isAddress = host.utf8.allSatisfy { "0123456789.".utf8.contains($0) }
    return host == "localhost" || host == "::1" || isAddress && host.hasPrefix("127.")
  }

  private func mailLogin() throws(SettingFault) -> MailLogin? {
    switch (user, secret) {
    case (nil, nil): nil
    case (let user?, let secret?):
      MailLogin(user: user, secret: secret, mechanism: login.mechanism)
    case (_?, nil):
      throw SettingFault(reason: "smtp_user needs smtp_secret = \"file:PATH\" beside it")
    case (nil, _?): throw SettingFault(reason: "smtp_secret needs smtp_user = \"NAME\" beside it")
    }
  }
}
