/// Who lets replies leave at this desk.
public enum SendingMode: Sendable, CaseIterable {
  /// A person, who is handed the text.
  case byHand
  /// The inboxes themselves, one at a time, while they are open.
  case inbox
  /// A sender without a screen.
  case worker
  /// The inbox, when a person says so.
  case manual
}
