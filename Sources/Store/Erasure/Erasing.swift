public import AmendsPolicy
import GRDB
public import Ledger

extension DeskStore {
  /// Removes everything personal about a person from the tables of the desk, in one transaction.
  ///
  /// Kinds and times of facts stay, and permits with their times, so that the limits hold as before; the
  /// person is marked as never to be contacted. Of what they were known by only keyed hashes stay: a file that
  /// names them again brings nothing personal back. A waiting reply is recalled first. The files still hold what
  /// was removed until ``scrub()`` has written them anew.
  /// - Parameters:
  ///   - customer: Whom.
  ///   - reason: Why, for the audit; nobody's personal data.
  ///   - now: When.
  ///   - actor: By whom.
  /// - Returns: What was there before.
  /// - Throws: ``DeskError/onItsWay(_:_:)`` where a reply to them may be out at this moment.
  @discardableResult
  public func erase(
    _ customer: CustomerID,
    because reason: String = "",
    at now: Instant,
    by actor: String? = nil
  ) throws(DeskError) -> ErasurePlan {
    try hashInSpool(Set(try erasurePlan(of: customer).keys))
    return try write(.customerErased, at: now, by: actor) { db, trail in
      try db.execute(sql: "PRAGMA secure_delete = ON")
      defer { try? db.execute(sql: "PRAGMA secure_delete = FAST") }
      let plan = try ErasurePlan(People.known(customer.number, db), db)
      try Erasure(plan: plan, now: now).run(because: reason, trail, db)
      return plan
    }
  }
}

/// Empties every column that holds something personal about one person.
///
/// Rows stay, as others refer to them; a test compares these columns with those of the schema.
struct Erasure {
  let plan: ErasurePlan
  let now: Instant
  private var root: Int64 { plan.customer.id.number }

  private static let ofPerson = "customer IN (SELECT customer FROM erasing)"

  func run(because reason: String, _ trail: AuditTrail, _ db: Database) throws {
    try recallReply(by: trail, db)
    try tell(because: reason, trail, db)
    try ErasedPeople.add(plan.keys, of: root, db)
    try open(db)
    try emptyWork(db)
    try emptyFacts(db)
    try emptyMail(db)
    let search = try emptyReviews(db)
    try emptyPeople(db)
    try db.execute(sql: "DELETE FROM erasing")
    try neverContact(by: trail, db)
    try db.execute(sql: "INSERT OR IGNORE INTO unscrubbed(customer) VALUES (?)", arguments: [root])
    try search.finish(db)
  }

  private func recallReply(by trail: AuditTrail, _ db: Database) throws {
    for item in try OutboxRows.allLive(of: root, db) {
      guard item.state == .queued || item.state == .held else {
        throw DeskError.onItsWay(item.id, item.state)
      }
      try OutboxMoves.recall(item, reason: "", now: now, db)
    }
    try trail.takeMoves(db)
  }

  private func tell(because reason: String, _ trail: AuditTrail, _ db: Database) throws {
    try trail.note(
      .customer(plan.customer.id), about: root,
      details: [
        .reviews: "\(plan.reviews.count)", .drafts: "\(plan.drafts)", .replies: "\(plan.replies)",
        .facts: "\(plan.facts)", .notes: "\(plan.notes)", .reason: reason.isEmpty ? nil : reason,
      ], db)
  }

  /// Opens the way past the guards for the person and everybody who was merged into them.
  private func open(_ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO erasing(customer) SELECT id FROM customer WHERE id = ?1 OR merged_into = ?1
        """,
      arguments: [root])
  }

  private func emptyWork(_ db: Database) throws {
    try db.execute(
      sql: """
        UPDATE draft SET text = '', cursor = 0,
          state = CASE state WHEN 'sent' THEN 'sent' ELSE 'discarded' END
        WHERE \(Self.ofPerson);
        UPDATE outbox SET recipient = NULL, order_number = NULL, text = '', reason = '', answer = '',
          evidence = ''
        WHERE \(Self.ofPerson);
        UPDATE permit SET order_number = NULL WHERE \(Self.ofPerson);
        """)
  }

  private func emptyFacts(_ db: Database) throws {
    try db.execute(
      sql: """
        UPDATE contact_event SET order_number = NULL, channel = '', note = ''
        WHERE \(Self.ofPerson)
        """)
    try db.execute(
      sql: """
        UPDATE contact_event SET retracted_at = ?
        WHERE \(Self.ofPerson) AND kind IS 'note' AND retracted_at IS NULL
        """,
      arguments: [now.milliseconds])
  }

  /// Empties the mail; mailboxes are read again from the start, as their marks are bytes of messages.
  private func emptyMail(_ db: Database) throws {
    try db.execute(
      sql: """
        UPDATE mail SET identity = 'erased-' || id, order_number = NULL, reference = NULL,
          earlier = ''
        WHERE \(Self.ofPerson);
        UPDATE mailbox SET inode = 0, offset = 0, tail = '';
        """)
  }

  /// Empties the reviews, and gives the words that the search must forget.
  private func emptyReviews(_ db: Database) throws -> SearchIndex {
    var search = SearchIndex()
    try db.execute(
      sql: """
        UPDATE review_version SET title = '', text = '', public_reply = ''
        WHERE review IN (SELECT id FROM review WHERE \(Self.ofPerson))
        """)
    let reviews = try Row.fetchAll(
      db, sql: "SELECT \(StoredReview.columns) FROM review WHERE \(Self.ofPerson)")
    for stored in reviews.map(StoredReview.init) {
      search.noteChange(from: stored, to: stored.withoutWords)
      try empty(stored, db)
    }
    return search
  }

  private func empty(_ review: StoredReview, _ db: Database) throws {
    try db.execute(
      sql: """
        UPDATE review SET external_id = 'erased-' || id, urgency = ?1, state = 'closed',
          state_at = ?2, posted_at = ?2, imported_at = ?2, order_number = NULL, asin = NULL,
          parent_asin = NULL, author = '', language = NULL, cause = NULL, is_verified = 0,
          helpful_votes = 0, title = '', text = '', public_reply = '', snoozed_until = NULL
        WHERE id = ?3
        """,
      arguments: [
        Urgency.value(unitsPerDay: nil, rating: review.rating), now.milliseconds, review.id,
      ])
  }

  /// Leaves a name that says nothing, by which the row can still be asked about.
  private func emptyPeople(_ db: Database) throws {
    let key = ErasurePlan.nameless(root)
    try db.execute(
      sql: """
        UPDATE customer SET name = '', key_kind = ?, key_text = ?, zone = NULL, erased_at = ?
        WHERE id IN (SELECT customer FROM erasing)
        """,
      arguments: [key.kind, key.stored, now.milliseconds])
    try db.execute(sql: "DELETE FROM alias WHERE \(Self.ofPerson)")
    try db.execute(
      sql: "INSERT INTO alias(kind, key, customer) VALUES (?, ?, ?)",
      arguments: [key.kind, key.stored, root])
  }

  private func neverContact(by trail: AuditTrail, _ db: Database) throws {
    guard plan.customer.standing.doNotContact == nil else { return }
    let event = ContactEvent(.doNotContact, at: now)
    try Facts.insert(
      [NewFact(customer: root, event: event, actor: trail.act.by ?? trail.acting.agent)],
      now: now, db)
    try StandingKeeper.refold(root, db)
  }
}

extension StoredReview {
  /// The review when nothing that can be searched for is left of it.
  fileprivate var withoutWords: StoredReview {
    var empty = self
    (empty.title, empty.text, empty.author) = ("", "", "")
    (empty.order, empty.asin) = (nil, nil)
    return empty
  }
}
