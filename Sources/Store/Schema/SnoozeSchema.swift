/// Until when reviews are snoozed.
///
/// Only open reviews are: one that becomes anything else is woken by the database itself. A time that has passed stays
/// where it is and means nothing. The inbox's own indexes hold the column, so that a page over thousands of
/// snoozed reviews is read off the index alone.
enum SnoozeSchema {
  /// Stands for "until they write" in `review.snoozed_until`: later than every instant can be.
  static let untilTheyWrite: Int64 = 9_000_000_000_000_000

  static let sql = """
    ALTER TABLE review ADD COLUMN snoozed_until INTEGER;
    \(inboxIndex("urgency", leading: "urgency, "))
    \(inboxIndex("posted", leading: ""))
    \(inboxIndex("severity", leading: "severity, "))
    CREATE INDEX review_snoozed ON review(snoozed_until, rating)
      WHERE snoozed_until IS NOT NULL;
    CREATE TRIGGER review_woken AFTER UPDATE OF state ON review
    WHEN NEW.state <> 'open' AND NEW.snoozed_until IS NOT NULL BEGIN
      UPDATE review SET snoozed_until = NULL WHERE id = NEW.id;
    END;
    """

  private static func inboxIndex(_ name: String, leading: String) -> String {
    """
    DROP INDEX inbox_\(name);
    CREATE INDEX inbox_\(name)
      ON review(\(leading)posted_at, id, rating, state, snoozed_until) WHERE \(ReviewSchema.inbox);
    """
  }
}
