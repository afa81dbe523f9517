import Ledger

/// The mail that the desk knows, and how far mailboxes have been read.
///
/// A message is known by `identity`, so that importing it again changes nothing. `event` is the fact or the
/// note that it became, or the contact of which it is a copy; `outbox` is the reply of which it is a copy while
/// nobody knows whether that left. Texts stand with the facts.
enum MailSchema {
  /// The condition of the index of what buyers wrote: queries that use it repeat it to the letter.
  static let threads = "kind IS 'message' AND reference IS NOT NULL"

  static let sql = """
    CREATE TABLE mail(
      id INTEGER PRIMARY KEY,
      identity TEXT NOT NULL UNIQUE,
      customer INTEGER NOT NULL REFERENCES customer(id),
      kind TEXT NOT NULL CHECK(kind IN ('message','copy','sent','return-request','cancel-request',
        'claim','claim-closed','notice','opt-out')),
      at INTEGER NOT NULL,
      order_number TEXT,
      reference TEXT,
      earlier TEXT NOT NULL DEFAULT '',
      event INTEGER REFERENCES contact_event(id),
      outbox TEXT REFERENCES outbox(id),
      imported_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX mail_thread ON mail(customer, at) WHERE \(threads);
    CREATE INDEX mail_customer ON mail(customer);
    CREATE INDEX mail_event ON mail(event) WHERE event IS NOT NULL;
    CREATE INDEX mail_outbox ON mail(outbox) WHERE outbox IS NOT NULL;

    CREATE TABLE mailbox(
      id INTEGER PRIMARY KEY,
      path TEXT NOT NULL UNIQUE,
      inode INTEGER NOT NULL DEFAULT 0,
      offset INTEGER NOT NULL DEFAULT 0,
      tail TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE TABLE mailbox_file(
      mailbox INTEGER NOT NULL REFERENCES mailbox(id),
      name TEXT NOT NULL,
      PRIMARY KEY(mailbox, name)
    ) STRICT, WITHOUT ROWID;
    """
}
