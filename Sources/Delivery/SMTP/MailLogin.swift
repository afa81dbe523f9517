public import SMTP

/// How to log in to a mail server, as a configuration says it: the secret itself is fetched for each message.
public struct MailLogin: Hashable, Sendable {
  /// Who logs in.
  public var user: UserName
  /// Where the password or token is.
  public var secret: SecretReference
  /// The only mechanism that may be used; `nil` for whatever both sides know.
  public var mechanism: Mechanism?

  /// A login.
  public init(user: UserName, secret: SecretReference, mechanism: Mechanism? = nil) {
    self.user = user
    self.secret = secret
    self.mechanism = mechanism
  }

  /// The login with its secret.
  ///
  /// - Throws: ``SecretFault`` where the secret cannot be had.
  public func resolve() throws(SecretFault) -> Login {
    Login(user: user, secret: try secret.resolve(), mechanism: mechanism)
  }
}
