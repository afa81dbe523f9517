extension LedgerSchema {
  /// Stands for "nobody knows yet" in `permit.last_contact`: later than every fact can be.
  static let open: Int64 = 9_000_000_000_000_000
  /// Stands for "never" in `permit.last_contact`.
  static let never: Int64 = -9_000_000_000_000_000

  /// The permit chain: what Amends may write, refused by constraints alone.
  ///
  /// Each permit copies what the one before it left behind, under a foreign key: its `last_contact` (the
  /// newest own contact as of that row; the end of time while it is open, so that nothing can follow) and
  /// its count of unanswered messages. A permit begins an `interval_ms` after that or answers a message of
  /// the person that is newer; the count goes up by one, or starts anew when the person was heard since
  /// (a message that came in late, older than the last contact, leaves at least two). Two racers need the
  /// same `seq`. The facts from elsewhere are looked at by the triggers below; writers of one SQLite file
  /// take turns, so what they look at stays as it is.
  static let permits = """
    CREATE TABLE policy(
      version INTEGER PRIMARY KEY,
      interval_ms INTEGER NOT NULL CHECK(interval_ms BETWEEN 0 AND 315360000000),
      max_unanswered INTEGER NOT NULL CHECK(max_unanswered >= 0),
      order_window_ms INTEGER NOT NULL CHECK(order_window_ms BETWEEN 0 AND 3153600000000),
      UNIQUE(interval_ms, max_unanswered, order_window_ms),
      UNIQUE(version, interval_ms, max_unanswered, order_window_ms)
    ) STRICT;
    CREATE TRIGGER policy_frozen BEFORE UPDATE ON policy BEGIN
      SELECT RAISE(ABORT, 'a policy is never changed');
    END;

    CREATE TABLE permit(
      customer INTEGER NOT NULL REFERENCES customer(id),
      seq INTEGER NOT NULL CHECK(seq >= 1),
      outbox TEXT NOT NULL REFERENCES outbox(id),
      policy INTEGER NOT NULL,
      interval_ms INTEGER NOT NULL,
      max_unanswered INTEGER NOT NULL,
      order_window_ms INTEGER NOT NULL,
      at INTEGER NOT NULL CHECK(at BETWEEN -8000000000000000 AND 8000000000000000),
      outcome TEXT NOT NULL CHECK(outcome IN ('open','sent','void')),
      last_contact INTEGER NOT NULL,
      unanswered INTEGER NOT NULL,
      prev_seq INTEGER,
      prev_contact INTEGER NOT NULL,
      prev_unanswered INTEGER NOT NULL,
      heard INTEGER,
      heard_at INTEGER,
      is_answer INTEGER NOT NULL CHECK(is_answer IN (0, 1)),
      order_number TEXT,
      is_proactive INTEGER NOT NULL CHECK(is_proactive IN (0, 1)),
      PRIMARY KEY(customer, seq),
      UNIQUE(customer, seq, last_contact, unanswered),
      FOREIGN KEY(customer, prev_seq, prev_contact, prev_unanswered)
        REFERENCES permit(customer, seq, last_contact, unanswered),
      FOREIGN KEY(heard, heard_at) REFERENCES contact_event(id, at),
      FOREIGN KEY(policy, interval_ms, max_unanswered, order_window_ms)
        REFERENCES policy(version, interval_ms, max_unanswered, order_window_ms),
      CONSTRAINT permit_chain CHECK(
        (seq = 1 AND prev_seq IS NULL AND prev_contact = \(never) AND prev_unanswered = 0)
        OR (seq > 1 AND prev_seq IS NOT NULL AND prev_seq = seq - 1)),
      CONSTRAINT permit_outcome CHECK(
        (outcome = 'open' AND last_contact = \(open))
        OR (outcome = 'sent' AND last_contact >= at AND last_contact < \(open))
        OR (outcome = 'void' AND last_contact = prev_contact AND unanswered = prev_unanswered)),
      CONSTRAINT permit_heard CHECK((heard IS NULL) = (heard_at IS NULL)),
      CONSTRAINT permit_answer CHECK(is_answer = 0
        OR (heard IS NOT NULL AND heard_at > prev_contact AND is_proactive = 0)),
      CONSTRAINT permit_interval CHECK(prev_contact < \(open)
        AND (is_answer = 1 OR at >= prev_contact + interval_ms)),
      CONSTRAINT permit_counted CHECK(outcome = 'void' OR unanswered >= CASE
        WHEN heard IS NULL THEN prev_unanswered + 1 WHEN heard_at > prev_contact THEN 1 ELSE 2 END),
      CONSTRAINT permit_unanswered CHECK(
        outcome = 'void' OR is_answer = 1 OR unanswered <= max_unanswered)
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX permit_once ON permit(outbox) WHERE outcome IN ('open','sent');
    CREATE UNIQUE INDEX permit_answers ON permit(heard)
      WHERE is_answer = 1 AND outcome IN ('open','sent');
    CREATE UNIQUE INDEX permit_order ON permit(order_number)
      WHERE is_proactive = 1 AND order_number IS NOT NULL AND outcome IN ('open','sent');
    CREATE INDEX permit_open ON permit(customer) WHERE outcome = 'open';
    CREATE INDEX permit_outbox ON permit(outbox);
    """

  /// Permits are born open, close once, and never change, vanish or get replaced otherwise; an item goes
  /// into and out of `committing` together with its permit.
  static let permitGuards = """
    CREATE TRIGGER permit_born BEFORE INSERT ON permit WHEN NEW.outcome <> 'open' BEGIN
      SELECT RAISE(ABORT, 'a permit is born open');
    END;
    CREATE TRIGGER permit_not_replaced BEFORE INSERT ON permit
    WHEN EXISTS (SELECT 1 FROM permit WHERE customer = NEW.customer AND seq = NEW.seq)
      OR EXISTS (SELECT 1 FROM permit WHERE outbox = NEW.outbox AND outcome IN ('open','sent'))
    BEGIN
      SELECT RAISE(ABORT, 'a permit is never replaced');
    END;
    CREATE TRIGGER permit_kept BEFORE DELETE ON permit BEGIN
      SELECT RAISE(ABORT, 'a permit is never deleted');
    END;
    CREATE TRIGGER permit_closed_once BEFORE UPDATE ON permit
    WHEN OLD.outcome <> 'open' OR NEW.outcome = 'open' BEGIN
      SELECT RAISE(ABORT, 'a permit closes once');
    END;
    CREATE TRIGGER permit_frozen
    BEFORE UPDATE OF customer, seq, outbox, policy, interval_ms, max_unanswered, order_window_ms, at,
      prev_seq, prev_contact, prev_unanswered, heard, heard_at, is_answer, order_number, is_proactive
      ON permit BEGIN
      SELECT RAISE(ABORT, 'a permit is never changed');
    END;
    CREATE TRIGGER permit_of_sending BEFORE INSERT ON permit
    WHEN NOT EXISTS (SELECT 1 FROM outbox WHERE id = NEW.outbox AND customer = NEW.customer
      AND state = 'sending' AND order_number IS NEW.order_number
      AND is_proactive = NEW.is_proactive) BEGIN
      SELECT RAISE(ABORT, 'a permit is opened for an item that is being sent');
    END;
    CREATE TRIGGER outbox_committed BEFORE UPDATE OF state ON outbox
    WHEN NEW.state IN ('committing','uncertain') AND NOT EXISTS
      (SELECT 1 FROM permit WHERE outbox = NEW.id AND outcome = 'open') BEGIN
      SELECT RAISE(ABORT, 'without an open permit nothing is sent');
    END;
    CREATE TRIGGER outbox_settled BEFORE UPDATE OF state ON outbox
    WHEN NEW.state NOT IN ('committing','uncertain') AND EXISTS
      (SELECT 1 FROM permit WHERE outbox = NEW.id AND outcome = 'open') BEGIN
      SELECT RAISE(ABORT, 'close the permit first');
    END;
    CREATE TRIGGER outbox_sent BEFORE UPDATE OF state ON outbox
    WHEN NEW.state = 'sent' AND NOT EXISTS
      (SELECT 1 FROM permit WHERE outbox = NEW.id AND outcome = 'sent') BEGIN
      SELECT RAISE(ABORT, 'without a permit nothing was sent');
    END;
    """
}
