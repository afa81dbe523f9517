/// How a person proves who they are.
public enum Mechanism: String, Sendable, CaseIterable {
  /// Name and password in one answer (RFC 4616).
  case plain = "PLAIN"
  /// Name and password one after the other (draft-murchison-sasl-login-00, 2).
  case login = "LOGIN"
  /// Name and a bearer token (<https://developers.google.com/gmail/imap/xoauth2-protocol>).
  case xoauth2 = "XOAUTH2"
}
