import AmendsPolicy
import GRDB
import Ledger

/// Finds of which contact an own message in the mailbox is a copy, so that it counts once.
///
/// A message of Amends is known by its Message-ID; any other by its person and its text, white space aside,
/// within a day. A contact has one copy of each kind at most: the same words sent twice are two contacts.
enum OwnCopies {
  /// What a message is a copy of.
  enum Original: Equatable {
    /// A contact that is a fact, by its number.
    case contact(Int64)
    /// A reply of which nobody knows whether it left.
    case reply(String)
  }

  /// How far a copy may lie from its original.
  private static let day = Span.days(1).milliseconds

  /// What a message is a copy of; `nil` where it is a contact of its own.
  static func original(
    of mail: ImportedMail, customer: Int64, _ db: Database
  ) throws -> Original? {
    if let found = try byIdentity(mail, customer, db) { return found }
    let text = FoldedWords(mail.text)
    guard !text.isEmpty else { return nil }
    if let event = try contact(mail, customer, text, db) { return .contact(event) }
    return try reply(mail, customer, text, db)
  }

  /// A reply that was taken back or failed may be out all the same: then its message counts as any other.
  private static func byIdentity(
    _ mail: ImportedMail, _ customer: Int64, _ db: Database
  ) throws -> Original? {
    guard let id = mail.reference?.outboxItem, let item = try OutboxRows.find(id, db)?.item,
      try People.root(item.customer.number, db) == customer
    else { return nil }
    if item.state.isIrrevocable { return .reply(id.text) }
    return try db.cachedStatement(sql: "SELECT id FROM contact_event WHERE outbox = ?")
      .number([id.text]).map(Original.contact)
  }

  /// The nearest contact with the same words that has no copy of this kind.
  private static func contact(
    _ mail: ImportedMail, _ customer: Int64, _ text: FoldedWords, _ db: Database
  ) throws -> Int64? {
    let at = mail.at.milliseconds
    let statement = try db.cachedStatement(
      sql: """
        SELECT id, at, note FROM contact_event
        WHERE customer = ?1 AND at BETWEEN ?2 - ?3 AND ?2 + ?3 AND kind = 'contacted'
          AND \(LedgerSchema.counting) AND NOT EXISTS (SELECT 1 FROM mail WHERE mail.kind = ?4
            AND (mail.event = contact_event.id OR mail.outbox = contact_event.outbox))
        """)
    return try Row.fetchAll(statement, arguments: [customer, at, day, mail.kind.rawValue])
      .filter { FoldedWords($0[2]) == text }
      .min { abs($0[1] as Int64 - at) < abs($1[1] as Int64 - at) }?[0]
  }

  /// A reply with the same words whose permit is open.
  private static func reply(
    _ mail: ImportedMail, _ customer: Int64, _ text: FoldedWords, _ db: Database
  ) throws -> Original? {
    for item in try OutboxRows.allLive(of: customer, db)
    where item.state.isIrrevocable && FoldedWords(item.text) == text {
      let opened = try db.cachedStatement(
        sql: "SELECT at FROM permit WHERE outbox = ? AND outcome = 'open'"
      ).number([item.id.text])
      if let opened, abs(opened - mail.at.milliseconds) <= day { return .reply(item.id.text) }
    }
    return nil
  }

  /// Counts the copies of a reply that is said not to have left: the mailbox knows better.
  static func count(of item: OutboxItem, now: Instant, _ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: "SELECT at, order_number FROM mail WHERE outbox = ? ORDER BY at LIMIT 1")
    guard let first = try Row.fetchOne(statement, arguments: [item.id.text]) else { return }
    let customer = try People.root(item.customer.number, db)
    let fact = NewFact(
      customer: customer,
      event: ContactEvent(.contacted, at: Instant(milliseconds: first[0]), order: first[1]),
      channel: MailImport.channel, note: item.text)
    let event = try Facts.insert([fact], now: now, db)
    try db.cachedStatement(sql: "UPDATE mail SET event = ?, outbox = NULL WHERE outbox = ?")
      .execute(arguments: [event, item.id.text])
    try StandingKeeper.refold(customer, db)
  }
}

/// The words of a text, whatever white space stands between them.
private struct FoldedWords: Equatable {
  private let words: [Substring]

  var isEmpty: Bool { words.isEmpty }

  init(_ text: String) { words = text.split(whereSeparator: \.isWhitespace) }
}
