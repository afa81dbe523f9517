public import AmendsPolicy
public import Ledger

/// What can go wrong with a desk; its description says what to do next.
public enum DeskError: Error, Hashable, Sendable {
  /// The folder or the file cannot be made or opened.
  case cannotOpen(path: String, reason: String)
  /// A file of the desk is not what it must be: a link, somebody else's, open to others.
  case unsafeFile(path: String, reason: String)
  /// A newer Amends has written the desk.
  case newerSchema(path: String)
  /// The database does not wait for the disk, so a power cut could lose what was said to be kept.
  case notDurable
  /// Somebody else kept writing for too long.
  case busy
  /// The disk is full; nothing was kept.
  case diskFull
  /// The disk failed.
  case storage(String)
  /// The file is no database, or a damaged one.
  case damaged(String)
  /// The desk can be read only.
  case readOnly
  /// There is nothing under that name or number.
  case unknown(String)
  /// The work does not go that way.
  case transition(TransitionError)
  /// A newer revision of the draft is on disk.
  case olderRevision(DraftID, stored: Int)
  /// The review has another draft, open or queued.
  case draftExists(DraftID)
  /// The draft is queued, sent or put away, and cannot be changed.
  case draftFrozen(DraftID)
  /// Another reply to the customer is on its way.
  case alreadyQueued(OutboxID, by: String, at: Instant)
  /// Another sender has the item, or it was taken back meanwhile.
  case lostClaim(OutboxID)
  /// An uncertain reply may still reach its server: only from this instant on can it be called unsent.
  case unsentTooEarly(Instant)
  /// The fact belongs to a message that Amends sent itself, and stays.
  case ownContact(EventID)
  /// The identity of a write belongs to another one.
  case usedWriteID(WriteID)
  /// The ledger refused the row because of a limit, whatever the program thought.
  case refused(ContactLimit)
  /// The database refused for another reason.
  case database(String)
}

extension DeskError: CustomStringConvertible {
  /// What went wrong and what to do next, as one line.
  public var description: String {
    switch self {
    case .cannotOpen, .unsafeFile, .newerSchema, .notDurable, .damaged, .readOnly: deskText
    case .busy, .diskFull, .storage, .database: diskText
    default: workText
    }
  }

  private var deskText: String {
    switch self {
    case .cannotOpen(let path, let reason): "cannot open the desk at \(path): \(reason)"
    case .unsafeFile(let path, let reason): "the desk is not safe at \(path): \(reason)"
    case .newerSchema(let path):
      "\(path) was written by a newer Amends: update this one, or open another desk"
    case .notDurable:
      "the database does not wait for the disk (synchronous is not FULL): nothing is written"
        + " until SQLite is built without that restriction"
    case .damaged(let what):
      "the desk is damaged (\(what)): nothing more is written; restore a backup, or keep a copy of"
        + " the folder and run sqlite3 with .recover on it"
    default: "the desk can only be read: check the owner and modes of its folder and the mount"
    }
  }

  private var diskText: String {
    switch self {
    case .busy: "another Amends is writing to the desk for too long: nothing was changed, try again"
    case .diskFull: "the disk is full: nothing was changed; make room and try again"
    case .storage(let what):
      "the disk failed (\(what)): nothing was changed; check the disk, then start Amends again"
    case .database(let what): "the desk refused: \(what); nothing was changed"
    default: ""
    }
  }

  private var workText: String {
    switch self {
    case .unknown(let what): "there is no \(what) in this desk (any more)"
    case .transition(let error): "\(error)"
    case .olderRevision(_, let stored):
      "a newer version of this draft (revision \(stored)) is on disk: open it again"
    case .draftExists: "this review already has a draft: open that one"
    case .draftFrozen: "this draft is queued or done: recall the reply to write on"
    case .alreadyQueued(_, let by, let at):
      "a reply to this customer is already in the outbox, queued by \(by) at \(ISO8601.text(at)):"
        + " recall it first, or wait until it has left"
    case .lostClaim: "another sender has this reply, or it was taken back: look at the outbox again"
    case .unsentTooEarly(let from):
      "a server may still take this message: that it was not sent can be said from"
        + " \(ISO8601.text(from)); that it was sent can be said at once"
    case .ownContact: "Amends sent this message itself: it stays in the timeline"
    case .usedWriteID(let id):
      "the id \(id.text) belongs to another write: nothing was changed; give each write its own"
    case .refused(let limit): "the ledger refuses a contact now: \(limit.rawValue)"
    default: ""
    }
  }
}
