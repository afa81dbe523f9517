/// Bytes that nobody may see but the server that they are for.
public protocol SecretBytes: Sendable {
  /// Lends the bytes; they must not be kept.
  func withBytes<Answer>(_ use: (UnsafeRawBufferPointer) -> Answer) -> Answer
}

/// The name under which a person is known to a mail server.
public struct UserName: Hashable, Sendable {
  /// The name.
  public let text: String

  /// Takes a name; `nil` where it is empty, longer than 255 bytes, or holds a control character.
  public init?(_ text: String) {
    guard (1...255).contains(text.utf8.count),
      !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else { return nil }
    self.text = text
  }
}

/// How to log in.
public struct Login: Sendable {
  let user: UserName
  let secret: any SecretBytes
  let mechanism: Mechanism?

  /// A login.
  ///
  /// - Parameters:
  ///   - user: Who logs in.
  ///   - secret: The password, or the token where the mechanism takes one.
  ///   - mechanism: The only mechanism that may be used; `nil` for the first of ``Mechanism/allCases`` that
  ///     the server offers.
  public init(user: UserName, secret: any SecretBytes, mechanism: Mechanism? = nil) {
    self.user = user
    self.secret = secret
    self.mechanism = mechanism
  }

  /// The mechanism that both sides know; `nil` where there is none.
  func mechanism(among offered: Set<Mechanism>) -> Mechanism? {
    let wanted = mechanism.map { [$0] } ?? Mechanism.allCases
    return wanted.first(where: offered.contains)
  }
}

/// Printed in whatever way, a login shows no more than its name.
extension Login: CustomStringConvertible, CustomReflectable {
  /// The name.
  public var description: String { user.text }

  /// The name alone.
  public var customMirror: Mirror { Mirror(self, children: ["user": user.text]) }
}
