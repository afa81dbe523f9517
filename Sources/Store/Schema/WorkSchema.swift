/// Drafts and the outbox.
///
/// One draft a review is open or queued, and one outbox item a customer is live, whatever the program
/// thinks; an item moves along the arrows of `OutboxState` only, and into or out of `committing` only
/// together with its permit. `seen_event` and `seen_version` are the newest fact and the newest former
/// text that the desk knew when a person last let the item go: what is newer was not considered.
enum WorkSchema {
  /// The condition of the index of live items: queries that use it repeat it to the letter.
  static let live = "state IN ('queued','held','sending','committing','uncertain')"

  static let sql = """
    CREATE TABLE draft(
      id TEXT PRIMARY KEY,
      review INTEGER NOT NULL REFERENCES review(id),
      customer INTEGER NOT NULL REFERENCES customer(id),
      state TEXT NOT NULL DEFAULT 'open' CHECK(state IN ('open','queued','sent','discarded')),
      revision INTEGER NOT NULL,
      cursor INTEGER NOT NULL,
      changed_at INTEGER NOT NULL,
      text TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX draft_one_live ON draft(review) WHERE state IN ('open','queued');
    CREATE INDEX draft_open ON draft(changed_at) WHERE state = 'open';
    CREATE INDEX draft_customer ON draft(customer);
    CREATE TRIGGER draft_kept BEFORE DELETE ON draft BEGIN
      SELECT RAISE(ABORT, 'a draft is discarded, never deleted');
    END;

    CREATE TABLE outbox(
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      draft TEXT NOT NULL REFERENCES draft(id),
      review INTEGER NOT NULL REFERENCES review(id),
      customer INTEGER NOT NULL REFERENCES customer(id),
      state TEXT NOT NULL CHECK(state IN
        ('queued','held','sending','committing','uncertain','sent','failed','recalled')),
      reason TEXT NOT NULL DEFAULT '',
      recipient TEXT,
      order_number TEXT,
      is_proactive INTEGER NOT NULL CHECK(is_proactive IN (0, 1)),
      accepted_warnings TEXT NOT NULL DEFAULT '',
      queued_at INTEGER NOT NULL,
      queued_by TEXT NOT NULL,
      leaves_at INTEGER NOT NULL,
      heard_until INTEGER,
      attempts INTEGER NOT NULL DEFAULT 0,
      fence INTEGER NOT NULL DEFAULT 0,
      owner TEXT NOT NULL DEFAULT '',
      channel TEXT NOT NULL DEFAULT '',
      seen_event INTEGER NOT NULL,
      seen_version INTEGER NOT NULL,
      text TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX outbox_one_live ON outbox(customer) WHERE \(live);
    CREATE INDEX outbox_due ON outbox(leaves_at) WHERE state = 'queued';
    CREATE INDEX outbox_taken ON outbox(id) WHERE state IN ('sending','committing');
    CREATE INDEX outbox_customer ON outbox(customer);
    CREATE INDEX outbox_review ON outbox(review);
    \(guards)
    """

  private static let guards = """
    CREATE TRIGGER outbox_kept BEFORE DELETE ON outbox BEGIN
      SELECT RAISE(ABORT, 'an outbox item is recalled, never deleted');
    END;
    CREATE TRIGGER outbox_not_replaced BEFORE INSERT ON outbox
    WHEN EXISTS (SELECT 1 FROM outbox WHERE id = NEW.id OR number = NEW.number) BEGIN
      SELECT RAISE(ABORT, 'an outbox item is never replaced');
    END;
    CREATE TRIGGER outbox_born BEFORE INSERT ON outbox
    WHEN NEW.state NOT IN ('queued','held') BEGIN
      SELECT RAISE(ABORT, 'an outbox item begins queued or held');
    END;
    CREATE TRIGGER outbox_frozen
    BEFORE UPDATE OF id, draft, review, recipient, order_number, is_proactive, text, queued_at,
      queued_by, accepted_warnings ON outbox BEGIN
      SELECT RAISE(ABORT, 'a queued reply is frozen');
    END;
    CREATE TRIGGER outbox_arrows BEFORE UPDATE OF state ON outbox
    WHEN OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN (VALUES
      ('queued','sending'), ('queued','held'), ('queued','recalled'),
      ('held','queued'), ('held','recalled'),
      ('sending','queued'), ('sending','committing'), ('sending','failed'), ('sending','held'),
      ('committing','sent'), ('committing','queued'), ('committing','failed'),
      ('committing','uncertain'), ('committing','held'),
      ('uncertain','sent'), ('uncertain','held')) BEGIN
      SELECT RAISE(ABORT, 'an outbox item does not move that way');
    END;
    """
}
