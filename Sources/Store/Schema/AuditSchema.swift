/// The audit: a chain of entries, each with a sum over itself and the one before.
///
/// An entry follows the last one or is refused, whatever verb inserts it (`REPLACE` included), and nothing
/// changes or removes it. What replies do is noted by the database itself, in `outbox_move`: the audited
/// write that moved them takes it into the chain before it commits. Claims and releases, which change nothing
/// for anybody, are not noted, nor is a held reply let go on, which `resume` says itself.
enum AuditSchema {
  static let sql = """
    CREATE TABLE audit(
      seq INTEGER PRIMARY KEY CHECK(seq >= 1),
      at INTEGER NOT NULL,
      actor TEXT NOT NULL,
      user TEXT NOT NULL,
      host TEXT NOT NULL,
      process TEXT NOT NULL,
      action TEXT NOT NULL,
      customer INTEGER REFERENCES customer(id),
      object TEXT NOT NULL,
      details TEXT NOT NULL,
      write TEXT,
      prev BLOB NOT NULL CHECK(length(prev) = 32),
      hash BLOB NOT NULL CHECK(length(hash) = 32)
    ) STRICT;
    CREATE INDEX audit_customer ON audit(customer, seq) WHERE customer IS NOT NULL;
    CREATE INDEX audit_object ON audit(object, action);
    CREATE INDEX audit_write ON audit(write) WHERE write IS NOT NULL;

    CREATE TRIGGER audit_follows BEFORE INSERT ON audit
    WHEN NEW.seq IS NOT (SELECT ifnull(max(seq), 0) + 1 FROM audit)
      OR NEW.prev IS NOT ifnull(
        (SELECT hash FROM audit ORDER BY seq DESC LIMIT 1), zeroblob(32)) BEGIN
      SELECT RAISE(ABORT, 'an audit entry follows the last one');
    END;
    CREATE TRIGGER audit_frozen BEFORE UPDATE ON audit BEGIN
      SELECT RAISE(ABORT, 'an audit entry is never changed');
    END;
    CREATE TRIGGER audit_kept BEFORE DELETE ON audit BEGIN
      SELECT RAISE(ABORT, 'an audit entry is never deleted');
    END;

    CREATE TABLE outbox_move(
      number INTEGER PRIMARY KEY,
      outbox TEXT NOT NULL,
      former TEXT NOT NULL,
      state TEXT NOT NULL
    ) STRICT;
    CREATE TRIGGER outbox_queued_noted AFTER INSERT ON outbox BEGIN
      INSERT INTO outbox_move(outbox, former, state) VALUES (NEW.id, '', NEW.state);
    END;
    CREATE TRIGGER outbox_moved_noted AFTER UPDATE OF state ON outbox
    WHEN OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN (VALUES
      ('queued','sending'), ('sending','queued'), ('held','queued')) BEGIN
      INSERT INTO outbox_move(outbox, former, state) VALUES (NEW.id, OLD.state, NEW.state);
    END;
    """
}
