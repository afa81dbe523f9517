/// What a conversation is for.
public enum Purpose: Hashable, Sendable {
  /// To hand over one message to one person.
  case deliver(MessageText, from: EnvelopePath, to: EnvelopePath)
  /// To see whether the server would talk to us, login included.
  case introduce
}
