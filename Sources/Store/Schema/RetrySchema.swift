/// What is kept of the attempts to let a reply leave, and that the marketplace shows a review no more.
///
/// `failures` counts refusals for now since a person last let the item go, `answer` is the last of them;
/// `settled_at` is when it left, failed or became uncertain. A removal is a version of its review like a
/// change: what is newer than `seen_version` was not considered.
enum RetrySchema {
  /// The condition of the index of what left lately: queries that use it repeat it to the letter.
  static let ended = "state IN ('sent','failed')"

  static let outbox = """
    ALTER TABLE outbox ADD COLUMN failures INTEGER NOT NULL DEFAULT 0 CHECK(failures >= 0);
    ALTER TABLE outbox ADD COLUMN answer TEXT NOT NULL DEFAULT '';
    ALTER TABLE outbox ADD COLUMN settled_at INTEGER;
    ALTER TABLE outbox ADD COLUMN evidence TEXT NOT NULL DEFAULT '';
    CREATE INDEX outbox_ended ON outbox(settled_at) WHERE \(ended);
    """

  static let removals = """
    ALTER TABLE review ADD COLUMN removed_at INTEGER;
    ALTER TABLE review_version ADD COLUMN is_removal INTEGER NOT NULL DEFAULT 0
      CHECK(is_removal IN (0, 1));
    """
}
