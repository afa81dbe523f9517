/// What a key has done to an editor.
public enum EditOutcome: Hashable, Sendable {
  /// Nothing: the key means nothing to an editor, or there was nothing to do.
  case ignored
  /// The cursor, the selection or the clipboard is another.
  case moved
  /// The text is another.
  case changed
}
