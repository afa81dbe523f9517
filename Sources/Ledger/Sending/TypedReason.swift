/// A reason that a person typed and that is kept beside what they did.
public struct TypedReason: Hashable, Sendable {
  /// The reason, without white space at its ends.
  public let text: String

  /// How many characters say something; fewer are a slip of the finger.
  public static let fewestCharacters = 10
  /// How many are kept.
  public static let mostCharacters = 500

  /// The reason, or `nil` where it is too short or too long to be one.
  public init?(_ text: some StringProtocol) {
    let trimmed = String(text).trimmingSpaces
    guard (Self.fewestCharacters...Self.mostCharacters).contains(trimmed.count) else { return nil }
    self.text = trimmed
  }

  /// What a text lacks that is no reason.
  public static let rule = "write a reason of \(fewestCharacters) to \(mostCharacters) characters"
}
