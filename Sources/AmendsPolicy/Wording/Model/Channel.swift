/// The way on which a draft leaves, which sets the form that it must keep.
public enum Channel: String, CaseIterable, Hashable, Sendable {
  /// An answer to a message of the buyer.
  case answer
  /// A message to the buyer that the shop begins.
  case proactive
  /// A reply below the feedback, which everybody reads and nobody can edit.
  case publicReply = "public_reply"

  /// The most characters that the marketplace takes.
  ///
  /// Source: 2,000 is the Messaging API's limit (Selling Partner API, messaging v1). 500 for public replies is often
  /// quoted and was not found on a page of the marketplace.
  public var mostCharacters: Int {
    switch self {
    case .answer, .proactive: 2_000
    case .publicReply: 500
    }
  }
}
