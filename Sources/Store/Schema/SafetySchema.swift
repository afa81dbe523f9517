import Ledger

/// What the desk knows of itself: which one it is, what the clock showed, and what sending is frozen for.
enum SafetySchema {
  static let sql = identity + freezes + freezeGuards + sendingGuards

  /// Which database it is, and what the clock showed.
  ///
  /// `desk_identity.spool_read` is how many bytes of the spool the desk has compared itself with, in one
  /// edition of it; `clock_mark` is a `ClockMark`. A desk from before takes its newest message for the
  /// newest instant.
  private static let identity = """
    CREATE TABLE desk_identity(
      id INTEGER PRIMARY KEY CHECK(id = 1),
      epoch TEXT NOT NULL,
      spool_read INTEGER NOT NULL DEFAULT 0 CHECK(spool_read >= 0),
      spool_edition INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE TABLE clock_mark(
      id INTEGER PRIMARY KEY CHECK(id = 1),
      newest INTEGER NOT NULL,
      boot TEXT,
      wall INTEGER,
      since_boot INTEGER,
      was_kept INTEGER NOT NULL DEFAULT 0 CHECK(was_kept IN (0, 1)),
      CHECK((boot IS NULL) = (wall IS NULL) AND (boot IS NULL) = (since_boot IS NULL))
    ) STRICT;
    INSERT INTO clock_mark(id, newest)
      SELECT 1, newest FROM (SELECT max(last_contact) AS newest FROM permit WHERE outcome = 'sent')
      WHERE newest IS NOT NULL;

    """

  /// A freeze is lifted once, with a reason, and never changed otherwise.
  private static let freezes = """
    CREATE TABLE freeze(
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK(kind IN (\(kinds))),
      reason TEXT NOT NULL,
      since INTEGER NOT NULL,
      raised_by TEXT NOT NULL DEFAULT '',
      ends_by_itself INTEGER NOT NULL CHECK(ends_by_itself IN (0, 1)),
      needs_horizon INTEGER NOT NULL CHECK(needs_horizon IN (0, 1)),
      lifted_at INTEGER,
      lifted_by TEXT,
      lifted_reason TEXT CHECK(length(lifted_reason) >= \(TypedReason.fewestCharacters)),
      horizon INTEGER,
      CHECK((lifted_at IS NULL) = (lifted_by IS NULL)
        AND (lifted_at IS NULL) = (lifted_reason IS NULL)),
      CHECK(needs_horizon = 0 OR lifted_at IS NULL OR horizon IS NOT NULL)
    ) STRICT;
    CREATE INDEX freeze_in_force ON freeze(kind) WHERE lifted_at IS NULL;

    """

  private static let kinds = FreezeKind.allCases.map { "'\($0.rawValue)'" }.joined(separator: ",")

  private static let freezeGuards = """
    CREATE TRIGGER freeze_kept BEFORE DELETE ON freeze BEGIN
      SELECT RAISE(ABORT, 'a freeze is lifted, never deleted');
    END;
    CREATE TRIGGER freeze_not_replaced BEFORE INSERT ON freeze
    WHEN EXISTS (SELECT 1 FROM freeze WHERE id = NEW.id) BEGIN
      SELECT RAISE(ABORT, 'a freeze is never replaced');
    END;
    CREATE TRIGGER freeze_unchanged
    BEFORE UPDATE OF id, kind, reason, since, raised_by, ends_by_itself, needs_horizon ON freeze BEGIN
      SELECT RAISE(ABORT, 'a freeze is never changed');
    END;
    CREATE TRIGGER freeze_lifted_once BEFORE UPDATE ON freeze WHEN OLD.lifted_at IS NOT NULL BEGIN
      SELECT RAISE(ABORT, 'a freeze is lifted once');
    END;

    """

  /// While a freeze is in force no permit is opened, and none for a reply that has left already.
  private static let sendingGuards =
    FreezeKind.allCases.map { kind in
      """
      CREATE TRIGGER frozen_\(kind.rawValue) BEFORE INSERT ON permit
      WHEN EXISTS (SELECT 1 FROM freeze WHERE kind = '\(kind.rawValue)' AND lifted_at IS NULL) BEGIN
        SELECT RAISE(ABORT, '\(frozen)\(kind.rawValue)');
      END;

      """
    }.joined() + """
      CREATE TRIGGER permit_of_left BEFORE INSERT ON permit
      WHEN EXISTS (SELECT 1 FROM contact_event
        WHERE outbox = NEW.outbox AND outbox IS NOT NULL) BEGIN
        SELECT RAISE(ABORT, 'this reply has left already');
      END;
      """

  /// What a refusal for a freeze begins with; the kind follows.
  static let frozen = "frozen:"
}
