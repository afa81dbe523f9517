/// Customers and the keys that they are known by.
///
/// The columns from `last_contact` on are the person's `ContactStanding`, kept in the transaction of
/// each fact; `newest_event` tells whether a new fact may be folded in without reading the others.
enum PeopleSchema {
  static let sql = """
    CREATE TABLE customer(
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL DEFAULT '',
      key_kind TEXT NOT NULL CHECK(key_kind IN ('relay','order','reviewer','review')),
      key_text TEXT NOT NULL,
      zone TEXT,
      merged_into INTEGER REFERENCES customer(id) CHECK(merged_into <> id),
      newest_event INTEGER,
      last_contact INTEGER,
      unanswered INTEGER NOT NULL DEFAULT 0 CHECK(unanswered >= 0),
      oldest_unanswered INTEGER,
      newest_unanswered INTEGER,
      last_inbound INTEGER,
      refund_asked INTEGER,
      opted_out INTEGER,
      do_not_contact INTEGER,
      complained INTEGER
    ) STRICT;
    CREATE INDEX customer_merged ON customer(merged_into) WHERE merged_into IS NOT NULL;
    CREATE INDEX customer_due ON customer(oldest_unanswered) WHERE oldest_unanswered IS NOT NULL;
    CREATE INDEX customer_contacted ON customer(last_contact, newest_unanswered)
      WHERE last_contact IS NOT NULL;
    CREATE INDEX customer_silent ON customer(unanswered) WHERE unanswered > 0;
    CREATE INDEX customer_never ON customer(id)
      WHERE opted_out IS NOT NULL OR do_not_contact IS NOT NULL OR complained IS NOT NULL;

    CREATE TABLE alias(
      kind TEXT NOT NULL CHECK(kind IN ('relay','order','reviewer','review')),
      key TEXT NOT NULL,
      customer INTEGER NOT NULL REFERENCES customer(id),
      PRIMARY KEY(kind, key)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX alias_customer ON alias(customer);
    """
}
