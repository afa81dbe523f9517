/// What keeps a desk from writing; nothing is sent meanwhile, for its outcome could not be kept.
public enum StorageTrouble: Hashable, Sendable {
  /// The disk is full: it is over when there is room again.
  case full
  /// Another program has been writing for too long.
  case busy
  /// The disk failed, with what it said: the desk must be opened and examined anew.
  case failed(String)
}
