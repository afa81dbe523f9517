/// How the connection to a mail server is protected.
public enum Security: String, Sendable, CaseIterable {
  /// TLS from the first byte on (RFC 8314, 3.3): the default.
  case tls
  /// TLS after a greeting in the clear (RFC 3207), or nothing at all is sent.
  case startTLS = "starttls"
  /// None: for a server on this machine alone.
  case none
}
