import Digests
import GRDB

/// Erasing people: what stays of them, and the one narrow way past the guards.
///
/// `erased_alias` holds what an erased person was known by as keyed hashes, so that nothing personal about
/// them comes in again. A row in `erasing` lets facts, replies and permits of that customer lose an order number,
/// an address or a text, and nothing else: times, kinds and numbers stay frozen even then. Such a row is
/// refused unless the newest entry of the audit is the erasure of that very customer, and it refers to an audit
/// entry that cannot be, checked when the transaction ends: so none survives its own transaction.
/// `unscrubbed` remembers erasures after which the files still have to be written anew.
enum ErasureSchema {
  static let sql = """
    ALTER TABLE customer ADD COLUMN erased_at INTEGER;
    CREATE TABLE desk_key(
      id INTEGER PRIMARY KEY CHECK(id = 1),
      bytes BLOB NOT NULL CHECK(length(bytes) = \(HashingKey.byteCount))
    ) STRICT;
    CREATE TABLE erased_alias(
      hash BLOB PRIMARY KEY CHECK(length(hash) = \(Checksum.byteCount)),
      customer INTEGER NOT NULL REFERENCES customer(id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE unscrubbed(customer INTEGER PRIMARY KEY REFERENCES customer(id)) STRICT;

    CREATE TABLE erasing(
      customer INTEGER PRIMARY KEY REFERENCES customer(id),
      closed INTEGER NOT NULL DEFAULT 0 CHECK(closed = 0)
        REFERENCES audit(seq) DEFERRABLE INITIALLY DEFERRED
    ) STRICT;
    CREATE TRIGGER erasing_told BEFORE INSERT ON erasing
    WHEN NOT EXISTS (SELECT 1 FROM audit
      WHERE seq = (SELECT max(seq) FROM audit) AND action = 'customer-erased'
        AND customer IN (NEW.customer,
          (SELECT merged_into FROM customer WHERE id = NEW.customer))) BEGIN
      SELECT RAISE(ABORT, 'only an erasure that the audit tells of may erase');
    END;
    \(guards)
    """

  private static let isErasing = "EXISTS (SELECT 1 FROM erasing WHERE customer = OLD.customer)"

  /// The guards of before, each cut in two: what never changes, and what may be emptied by an erasure.
  private static let guards = """
    DROP TRIGGER fact_frozen;
    CREATE TRIGGER fact_frozen BEFORE UPDATE OF id, kind, at, outbox ON contact_event BEGIN
      SELECT RAISE(ABORT, 'a fact is never changed');
    END;
    CREATE TRIGGER fact_order_frozen BEFORE UPDATE OF order_number ON contact_event
    WHEN NOT (NEW.order_number IS NULL AND \(isErasing)) BEGIN
      SELECT RAISE(ABORT, 'a fact is never changed');
    END;

    DROP TRIGGER outbox_frozen;
    CREATE TRIGGER outbox_frozen
    BEFORE UPDATE OF id, draft, review, is_proactive, queued_at, queued_by, accepted_warnings
      ON outbox BEGIN
      SELECT RAISE(ABORT, 'a queued reply is frozen');
    END;
    CREATE TRIGGER outbox_words_frozen BEFORE UPDATE OF recipient, order_number, text ON outbox
    WHEN NOT (NEW.recipient IS NULL AND NEW.order_number IS NULL AND NEW.text = ''
      AND OLD.state IN ('sent','failed','recalled') AND \(isErasing)) BEGIN
      SELECT RAISE(ABORT, 'a queued reply is frozen');
    END;

    DROP TRIGGER permit_closed_once;
    CREATE TRIGGER permit_closed_once
    BEFORE UPDATE OF outcome, last_contact, unanswered ON permit
    WHEN OLD.outcome <> 'open' OR NEW.outcome = 'open' BEGIN
      SELECT RAISE(ABORT, 'a permit closes once');
    END;
    DROP TRIGGER permit_frozen;
    CREATE TRIGGER permit_frozen
    BEFORE UPDATE OF customer, seq, outbox, policy, interval_ms, max_unanswered, order_window_ms, at,
      prev_seq, prev_contact, prev_unanswered, heard, heard_at, is_answer, is_proactive
      ON permit BEGIN
      SELECT RAISE(ABORT, 'a permit is never changed');
    END;
    CREATE TRIGGER permit_order_frozen BEFORE UPDATE OF order_number ON permit
    WHEN NOT (NEW.order_number IS NULL AND \(isErasing)) BEGIN
      SELECT RAISE(ABORT, 'a permit is never changed');
    END;
    """

  /// Gives the desk its key.
  static func makeKey(_ db: Database) throws {
    try db.execute(
      sql: "INSERT INTO desk_key(id, bytes) VALUES (1, ?)",
      arguments: [HashingKey.random().blob])
  }
}
