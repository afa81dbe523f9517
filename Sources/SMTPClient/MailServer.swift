public import SMTP

/// Where a mail server is, and how to know that it is the right one.
public struct MailServer: Hashable, Sendable {
  /// Its name, or its address.
  public var host: String
  /// The port that it listens on.
  public var port: Int
  /// How the connection to it is protected.
  public var security: Security
  /// A file with the certificates (PEM) of the only authorities that may vouch for it; `nil` for those that
  /// this machine trusts.
  public var authorities: String?

  /// A server.
  public init(host: String, port: Int, security: Security = .tls, authorities: String? = nil) {
    self.host = host
    self.port = port
    self.security = security
    self.authorities = authorities
  }
}
