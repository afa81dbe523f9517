import AmendsPolicy
import GRDB
import Ledger

/// The end of a claimed item: its permit is closed, and draft, review and ledger follow.
struct Departure {
  let stored: StoredItem
  let now: Instant
  private var item: OutboxItem { stored.item }

  init(stored: StoredItem, now: Instant) {
    self.stored = stored
    self.now = now
  }

  /// The item that a claim still holds.
  static func claimed(_ id: OutboxID, _ fence: Int64, _ db: Database) throws -> StoredItem {
    let stored = try OutboxRows.known(id, db)
    guard stored.fence == fence, stored.item.state == .sending || stored.item.state == .committing
    else { throw DeskError.lostClaim(id) }
    return stored
  }

  /// It left: the permit counts, the contact is a fact, the review is answered.
  func closeSent(by event: OutboxEvent, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        UPDATE permit SET outcome = 'sent', last_contact = max(at, ?)
        WHERE outbox = ? AND outcome = 'open'
        """
    ).execute(arguments: [now.milliseconds, item.id.text])
    let at = try Int64.fetchOne(
      db.cachedStatement(
        sql: "SELECT last_contact FROM permit WHERE outbox = ? AND outcome = 'sent'"),
      arguments: [item.id.text])
    try OutboxMoves.move(item, event, db)
    try OutboxMoves.noteSettled(item, at: now, db)
    let contact = Instant(milliseconds: at ?? now.milliseconds)
    try ClockMarks.pass(contact, db)
    try keepContact(at: contact, db)
    try OutboxMoves.setDraft(of: item, to: "sent", db)
    try ReviewWork.apply(.replyLeft, to: item.review.number, now: now, db)
  }

  private func keepContact(at instant: Instant, _ db: Database) throws {
    let customer = try People.root(item.customer.number, db)
    let fact = NewFact(
      customer: customer, event: ContactEvent(.contacted, at: instant, order: item.order),
      channel: item.progress.channel, actor: item.queuedBy, note: item.text, outbox: item.id.text)
    try Facts.insert([fact], now: now, db)
    try StandingKeeper.refold(customer, db)
  }

  /// It did not leave: the permit, where there is one, is void, and the item is where the event leads.
  func closeVoid(by event: OutboxEvent, reason: String, _ db: Database) throws {
    try voidPermit(db)
    try OutboxMoves.move(item, event, reason: reason, db)
    try OwnCopies.count(of: item, now: now, db)
  }

  /// It was refused for good: the draft is open again.
  func closeFailed(reason: String, _ db: Database) throws {
    try closeVoid(by: .refused, reason: reason, db)
    try OutboxMoves.noteSettled(item, at: now, db)
    try OutboxMoves.returnDraft(of: item, now: now, db)
  }

  /// Nobody knows: the permit stays open, and blocks the customer.
  func closeLost(reason: String, _ db: Database) throws {
    try OutboxMoves.move(item, .lost, reason: reason, db)
    try OutboxMoves.noteSettled(item, at: now, db)
  }

  /// It was refused for now: it is tried again as planned, or held once it was tried often enough.
  func closeDeferred(answer: String, _ db: Database) throws {
    let failures = item.progress.failures + 1
    try db.cachedStatement(sql: "UPDATE outbox SET failures = ?, answer = ? WHERE id = ?").execute(
      arguments: [failures, answer, item.id.text])
    guard let wait = RetryPlan.reply.wait(after: failures, of: item.id.text) else {
      return try closeVoid(by: .obstructed, reason: Self.givenUp(failures, answer), db)
    }
    let event: OutboxEvent = item.state == .committing ? .undone : .released
    try closeVoid(by: event, reason: answer, db)
    try OutboxMoves.setLeaving(item, at: now + wait, db)
  }

  private static func givenUp(_ tries: Int, _ answer: String) -> String {
    "not taken in \(tries) tries, at last: \(answer); ask whoever runs the mail server, then let it go on"
      + " to try anew, or recall it"
  }

  private func voidPermit(_ db: Database) throws {
    try db.cachedStatement(
      sql: """
        UPDATE permit SET outcome = 'void', last_contact = prev_contact,
          unanswered = prev_unanswered
        WHERE outbox = ? AND outcome = 'open'
        """
    ).execute(arguments: [item.id.text])
  }
}
