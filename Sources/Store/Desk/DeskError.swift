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
  /// The database does not keep a setting that the desk depends on: it might lose what was said to be kept.
  case notDurable(DeskSetting)
  /// Somebody else kept writing for too long.
  case busy
  /// The disk is full; nothing was kept.
  case diskFull
  /// The disk failed.
  case storage(String)
  /// The file is no database, or a damaged one; with the newest good backup, where there is one.
  case damaged(String, backup: String? = nil)
  /// A backup was being put back when the program ended.
  case halfRestored(path: String)
  /// Another program has the desk open.
  case inUse(path: String)
  /// The file is no backup that can be put back.
  case noBackup(path: String, reason: String)
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
  /// Everything personal about the person was removed, and nothing of it is kept again.
  case erased
  /// A reply to the person may be out at this moment, or nobody knows whether it is.
  case onItsWay(OutboxID, OutboxState)
  /// The identity of a write belongs to another one.
  case usedWriteID(WriteID)
  /// The ledger refused the row because of a limit, whatever the program thought.
  case refused(ContactLimit)
  /// Sending is frozen, whatever the program thought.
  case frozen(FreezeKind)
  /// Sending can be allowed only by who says until when messages may have left that the desk does not know.
  case needsHorizon
  /// Somebody may be in a cooldown that the desk does not know: sending can be allowed from this instant on.
  case allowedFrom(Instant)
  /// The database refused for another reason.
  case database(String)
}

extension DeskError: CustomStringConvertible {
  /// What went wrong and what to do next, as one line.
  public var description: String {
    switch self {
    case .cannotOpen, .unsafeFile, .newerSchema, .notDurable, .readOnly, .inUse: deskText
    case .damaged, .halfRestored, .noBackup: backupText
    case .busy, .diskFull, .storage, .database: diskText
    case .frozen, .needsHorizon, .allowedFrom: sendingText
    default: workText
    }
  }

  private var deskText: String {
    switch self {
    case .cannotOpen(let path, let reason): "cannot open the desk at \(path): \(reason)"
    case .unsafeFile(let path, let reason): "the desk is not safe at \(path): \(reason)"
    case .newerSchema(let path):
      "\(path) was written by a newer Amends: update this one, or open another desk"
    case .notDurable(let setting):
      "the database does not keep \(setting.rawValue) as it was set, which the desk depends on: nothing is"
        + " written until SQLite is built without that restriction"
    case .inUse(let path):
      "another Amends has the desk at \(path) open: leave it, then try again; nothing was changed"
    default: "the desk can only be read: check the owner and modes of its folder and the mount"
    }
  }

  private var backupText: String {
    switch self {
    case .damaged(let what, let backup?):
      "the desk is damaged (\(what)): nothing more is written, and nothing is deleted; the newest good"
        + " backup is \(backup): `amends restore \(backup)` puts it in place and keeps the damaged files"
    case .damaged(let what, nil):
      "the desk is damaged (\(what)): nothing more is written, and nothing is deleted; `amends restore FILE`"
        + " puts a backup in place and keeps the damaged files; without one `amends restore --set-aside`"
        + " begins an empty desk, and sqlite3 with .recover may save more of the old one"
    case .halfRestored(let path):
      "a restore was interrupted: run `amends restore` again as before; \(path) is its copy of the backup"
    case .noBackup(let path, let reason):
      "\(path) cannot be put back: \(reason); nothing was changed"
    default: ""
    }
  }

  private var diskText: String {
    switch self {
    case .busy: "another Amends is writing to the desk for too long: nothing was changed, try again"
    case .diskFull: "the disk is full: nothing was changed; make room and try again"
    case .storage(let what):
      "the disk failed (\(what)): nothing more is written; check the disk, then start Amends again"
    case .database(let what): "the desk refused: \(what); nothing was changed"
    default: ""
    }
  }

  private var sendingText: String {
    switch self {
    case .frozen(let kind):
      "sending is frozen (\(kind.rawValue)): `amends sending status` says why and what to do"
    case .allowedFrom(let instant):
      "somebody may be in a cooldown that the desk does not know: sending can be allowed from"
        + " \(ISO8601.text(instant)) on"
    default:
      "the spool does not tell of every message that left since this database was current: say until when"
        + " some may have, `amends sending allow --nothing-sent-after TIME --reason …`"
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
    case .erased: "this person was erased: nothing personal about them is kept again"
    case .onItsWay(let id, .uncertain):
      "nobody knows whether the reply \(id.text) to this person left: say so in the outbox first"
    case .onItsWay(let id, let state):
      "the reply \(id.text) to this person is \(state.rawValue): try again when it has left"
    case .usedWriteID(let id):
      "the id \(id.text) belongs to another write: nothing was changed; give each write its own"
    case .refused(let limit): "the ledger refuses a contact now: \(limit.rawValue)"
    default: ""
    }
  }
}
