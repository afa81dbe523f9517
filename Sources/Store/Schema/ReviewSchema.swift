import GRDB
import Ledger

/// Reviews, their former texts, the counters and the full-text index over them.
///
/// `urgency` is units a day times severity, then severity, as `Urgency` packs it. An index for each order
/// covers the default inbox alone, another everything; both end in the number, so that pages are read by
/// key. `is_verified` is a `VerifiedPurchase`. `is_news` marks a version whose text or stars changed, not the shop's own reply alone. Texts
/// stand last in the row, so that reading the rest does not touch their overflow pages.
enum ReviewSchema {
  /// The condition of the inbox's own indexes: queries that use them repeat it to the letter.
  static let inbox = "state IN ('open','queued') AND rating <= 3"
  /// The condition of the index of reviews that a new message opens again.
  static let worked = "state IN ('answered','resolved')"

  static let sql = """
    CREATE TABLE review(
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK(kind IN ('product_review','seller_feedback')),
      external_id TEXT NOT NULL,
      rating INTEGER NOT NULL CHECK(rating BETWEEN 1 AND 5),
      severity INTEGER NOT NULL AS (5 - rating) VIRTUAL,
      urgency INTEGER NOT NULL DEFAULT 0,
      state TEXT NOT NULL DEFAULT 'open'
        CHECK(state IN ('open','queued','answered','resolved','closed')),
      state_at INTEGER NOT NULL,
      posted_at INTEGER NOT NULL,
      customer INTEGER NOT NULL REFERENCES customer(id),
      order_number TEXT,
      asin TEXT,
      parent_asin TEXT,
      author TEXT NOT NULL DEFAULT '',
      language TEXT,
      cause TEXT,
      is_verified INTEGER NOT NULL DEFAULT 0,
      helpful_votes INTEGER NOT NULL DEFAULT 0,
      imported_at INTEGER NOT NULL,
      title TEXT NOT NULL DEFAULT '',
      text TEXT NOT NULL DEFAULT '',
      public_reply TEXT NOT NULL DEFAULT '',
      UNIQUE(kind, external_id)
    ) STRICT;
    CREATE INDEX inbox_urgency ON review(urgency, posted_at, id, rating, state) WHERE \(inbox);
    CREATE INDEX inbox_posted ON review(posted_at, id, rating, state) WHERE \(inbox);
    CREATE INDEX inbox_severity ON review(severity, posted_at, id, rating, state) WHERE \(inbox);
    CREATE INDEX all_urgency ON review(urgency, posted_at, id, rating, state);
    CREATE INDEX all_posted ON review(posted_at, id, rating, state);
    CREATE INDEX all_severity ON review(severity, posted_at, id, rating, state);
    CREATE INDEX review_customer ON review(customer);
    CREATE INDEX review_order ON review(order_number) WHERE order_number IS NOT NULL;
    CREATE INDEX review_asin ON review(asin) WHERE asin IS NOT NULL;
    CREATE INDEX review_cause ON review(cause) WHERE cause IS NOT NULL;
    CREATE INDEX review_worked ON review(customer) WHERE \(worked);

    CREATE TABLE review_version(
      id INTEGER PRIMARY KEY,
      review INTEGER NOT NULL REFERENCES review(id),
      replaced_at INTEGER NOT NULL,
      rating INTEGER NOT NULL,
      title TEXT NOT NULL,
      text TEXT NOT NULL,
      public_reply TEXT NOT NULL,
      is_news INTEGER NOT NULL CHECK(is_news IN (0, 1))
    ) STRICT;
    CREATE INDEX review_version_of ON review_version(review, id);

    CREATE TABLE review_count(
      state TEXT NOT NULL,
      rating INTEGER NOT NULL,
      n INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY(state, rating)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER review_counted AFTER INSERT ON review BEGIN
      UPDATE review_count SET n = n + 1 WHERE state = NEW.state AND rating = NEW.rating;
    END;
    CREATE TRIGGER review_recounted AFTER UPDATE OF state, rating ON review BEGIN
      UPDATE review_count SET n = n - 1 WHERE state = OLD.state AND rating = OLD.rating;
      UPDATE review_count SET n = n + 1 WHERE state = NEW.state AND rating = NEW.rating;
    END;
    CREATE TRIGGER review_uncounted AFTER DELETE ON review BEGIN
      UPDATE review_count SET n = n - 1 WHERE state = OLD.state AND rating = OLD.rating;
    END;
    """

  /// The condition of the index of handled reviews: queries that use it repeat it to the letter.
  static let handled = "state NOT IN ('open','queued')"
  /// The condition of the index of seller feedback: queries that use it repeat it to the letter.
  ///
  /// It says `IS`: with `=` SQLite would compare it with every bound kind, and prepare such statements
  /// anew each time.
  static let feedback = "kind IS 'seller_feedback'"

  /// What an import adds is counted by the import, in one step; the few are found among many; the
  /// full-text index is written in greater pieces and merged less often.
  ///
  /// A trigger on `INSERT` makes SQLite keep a journal of the pages of every single row, which costs half
  /// as much again as the row. FTS5 as it comes writes its words out every MiB, and merges four pieces
  /// into one: at 1,000,000 reviews that is 40 % of an import, for searches that are no faster.
  static let cheaperImports = """
    DROP TRIGGER IF EXISTS review_counted;
    CREATE INDEX review_handled ON review(state) WHERE \(handled);
    CREATE INDEX review_feedback ON review(posted_at) WHERE \(feedback);
    INSERT INTO review_search(review_search, rank) VALUES ('hashsize', 8388608);
    INSERT INTO review_search(review_search, rank) VALUES ('automerge', 8);
    """

  /// The full-text index, which `SearchIndex` writes: SQLite 3.40 refuses triggers that write to virtual
  /// tables while `trusted_schema` is off.
  static let search = """
    CREATE VIRTUAL TABLE review_search USING fts5(
      title, text, author, order_number, asin,
      content='review', content_rowid='id', tokenize='unicode61 remove_diacritics 2');
    """

  /// One counter for each state and number of stars, so that counting only ever updates.
  static func fillCounts(_ db: Database) throws {
    for state in ReviewState.allCases {
      for rating in 1...5 {
        try db.execute(
          sql: "INSERT INTO review_count(state, rating) VALUES (?, ?)",
          arguments: [state.rawValue, rating])
      }
    }
  }
}
