/// What a second reader may do.
public enum ReaderMode: String, CaseIterable, Sendable {
  /// It blocks where it is sure.
  case on
  /// It warns, and never blocks.
  case warn
  /// It is not asked.
  case off
}
