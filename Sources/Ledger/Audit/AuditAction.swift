/// What somebody did, as the audit names it.
public enum AuditAction: String, Sendable, CaseIterable {
  /// A reply was put into the outbox.
  case replyQueued = "reply-queued"
  /// A reply was taken back into its draft.
  case replyRecalled = "reply-recalled"
  /// A reply was held, by a person or because something came between.
  case replyHeld = "reply-held"
  /// A person let a held reply go on.
  case replyResumed = "reply-resumed"
  /// The permit of a reply was opened: it could leave from then on.
  case permitOpened = "permit-opened"
  /// A reply left.
  case replyLeft = "reply-left"
  /// A reply certainly did not leave, and its permit is void.
  case replyUndone = "reply-undone"
  /// A reply was refused for good.
  case replyRefused = "reply-refused"
  /// Nobody knows whether a reply left.
  case outcomeLost = "outcome-lost"
  /// It was said, or became known, whether a reply left of which nobody knew.
  case outcomeResolved = "outcome-resolved"
  /// A fact about a person was recorded.
  case contactRecorded = "contact-recorded"
  /// A fact or a note was taken back.
  case factRetracted = "fact-retracted"
  /// A note was written.
  case noteWritten = "note-written"
  /// Two customers became one.
  case customersMerged = "customers-merged"
  /// The cause of a review was set.
  case causeSet = "cause-set"
  /// The work on a review stands elsewhere.
  case reviewStateChanged = "review-state-changed"
  /// A review was snoozed, or woken by a person.
  case reviewSnoozed = "review-snoozed"
  /// A draft was put away.
  case draftDiscarded = "draft-discarded"
  /// Rows of a file came in.
  case imported
  /// Everything personal about a customer was removed.
  case customerErased = "customer-erased"
  /// Something was written out of the desk.
  case exported
  /// Sending was stopped.
  case sendingStopped = "sending-stopped"
  /// Sending was allowed again.
  case sendingAllowed = "sending-allowed"
  /// A backup was made.
  case backupMade = "backup-made"
  /// The desk was put back from a backup.
  case restored
}
