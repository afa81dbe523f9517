/// The contact ledger: facts, and the permits under which Amends itself wrote.
enum LedgerSchema {
  /// The condition of the index of facts that count: queries that use it repeat it to the letter.
  static let counting = "kind <> 'note' AND retracted_at IS NULL"

  /// Facts in any order.
  ///
  /// They are retracted and never deleted; what a permit stands for is not even
  /// retracted; they move to another customer only when two become one. The index of notes says `IS`:
  /// with `=` SQLite would compare it with every bound kind, and prepare such statements anew each time.
  static let facts = """
    CREATE TABLE contact_event(
      id INTEGER PRIMARY KEY,
      customer INTEGER NOT NULL REFERENCES customer(id),
      kind TEXT NOT NULL CHECK(kind IN ('contacted','answered','refund-asked','opted-out',
        'do-not-contact','complained','order-completed','note')),
      at INTEGER NOT NULL CHECK(at BETWEEN -8000000000000000 AND 8000000000000000),
      order_number TEXT,
      channel TEXT NOT NULL DEFAULT '',
      actor TEXT NOT NULL DEFAULT '',
      recorded_at INTEGER NOT NULL,
      retracted_at INTEGER,
      outbox TEXT,
      note TEXT NOT NULL DEFAULT '',
      UNIQUE(id, at)
    ) STRICT;
    CREATE INDEX contact_of ON contact_event(customer, at, kind) WHERE \(counting);
    CREATE INDEX note_of ON contact_event(customer, at) WHERE kind IS 'note';
    CREATE UNIQUE INDEX contact_of_outbox ON contact_event(outbox) WHERE outbox IS NOT NULL;

    CREATE TRIGGER fact_kept BEFORE DELETE ON contact_event BEGIN
      SELECT RAISE(ABORT, 'a fact is retracted, never deleted');
    END;
    CREATE TRIGGER fact_not_replaced BEFORE INSERT ON contact_event
    WHEN EXISTS (SELECT 1 FROM contact_event WHERE id = NEW.id)
      OR (NEW.outbox IS NOT NULL AND EXISTS
        (SELECT 1 FROM contact_event WHERE outbox = NEW.outbox AND outbox IS NOT NULL)) BEGIN
      SELECT RAISE(ABORT, 'a fact is never replaced');
    END;
    CREATE TRIGGER fact_frozen
    BEFORE UPDATE OF id, kind, at, order_number, outbox ON contact_event BEGIN
      SELECT RAISE(ABORT, 'a fact is never changed');
    END;
    CREATE TRIGGER fact_of_permit BEFORE UPDATE OF retracted_at ON contact_event
    WHEN OLD.outbox IS NOT NULL BEGIN
      SELECT RAISE(ABORT, 'a message that Amends sent is never retracted');
    END;
    CREATE TRIGGER fact_moved BEFORE UPDATE OF customer ON contact_event
    WHEN NEW.customer <> OLD.customer AND NOT EXISTS
      (SELECT 1 FROM customer WHERE id = OLD.customer AND merged_into = NEW.customer) BEGIN
      SELECT RAISE(ABORT, 'a fact moves only to the customer that its own was merged into');
    END;
    CREATE TRIGGER fact_of_merged BEFORE INSERT ON contact_event
    WHEN EXISTS (SELECT 1 FROM customer WHERE id = NEW.customer AND merged_into IS NOT NULL) BEGIN
      SELECT RAISE(ABORT, 'a merged customer gets no new facts');
    END;
    """
}
