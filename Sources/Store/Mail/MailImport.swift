import AmendsPolicy
import GRDB
import Ledger

/// Takes in messages of the seller's mailbox, one transaction long, each message once.
struct MailImport {
  let now: Instant
  private(set) var tally = ImportTally()

  init(now: Instant) {
    self.now = now
  }

  /// What the desk made of a message.
  private struct Trace {
    /// The fact or note that it became, or the contact of which it is a copy.
    var event: Int64?
    /// The reply of which it is a copy, while nobody knows whether it left.
    var outbox: String?
  }

  /// Takes in one message, with all that it changes.
  mutating func take(
    _ mail: ImportedMail,
    _ people: inout PersonResolver,
    _ db: Database
  ) throws {
    guard try !isKnown(mail, db) else {
      tally.unchanged += 1
      return
    }
    let keys = try Self.keys(of: mail, db)
    let customer = people.root(try people.person(keys, name: mail.name, db).customer)
    if !mail.name.isEmpty { try People.name(customer, mail.name, db) }
    let trace = try settle(mail, of: customer, db)
    try keep(mail, of: customer, trace, db)
    tally.added += 1
  }

  private func isKnown(_ mail: ImportedMail, _ db: Database) throws -> Bool {
    try db.cachedStatement(sql: "SELECT id FROM mail WHERE identity = ?")
      .number([mail.identity]) != nil
  }

  /// The keys that may name the person.
  ///
  /// A buyer has one alias with a shop: an order that is known with another alias belongs to somebody else,
  /// and a wrong number in a subject shall not make one person of two. An address with a tag only finds.
  private static func keys(of mail: ImportedMail, _ db: Database) throws -> [CustomerKey] {
    guard let main = mail.keys.first else { return [] }
    return try [main]
      + mail.keys.dropFirst().filter { key in
        guard let owner = try People.find(key, db) else { return key.strength < main.strength }
        return try owner == People.find(main, db) || main.strength == key.strength
          || !People.keys(of: owner, db).contains { $0.strength == main.strength }
      }
  }

  private mutating func settle(
    _ mail: ImportedMail, of customer: Int64, _ db: Database
  ) throws -> Trace {
    switch mail.kind {
    case .message:
      tally.mail.messages += 1
      return try record(.answered, mail, of: customer, db)
    case .optOut:
      tally.mail.optOuts += 1
      return try record(.optedOut, mail, of: customer, db)
    case .copy, .sent: return try settleOwn(mail, of: customer, db)
    case .returnRequest, .cancelRequest, .claim, .claimClosed, .notice:
      tally.mail.notices += 1
      if let reason = Self.reason(to: mail.kind) {
        try OutboxMoves.holdLive(of: customer, reason: reason, now: now, db)
      }
      return Trace(event: try note(mail.textWithRemark, mail, of: customer, db))
    }
  }

  /// Why a reply that waits is held: a person looks first at what a buyer asks of the marketplace.
  ///
  /// Neither a claim about an order nor a request is a fact of the contact limits: `complained` says that
  /// somebody complained about being written to, and only a person can tell that they asked for a refund.
  private static func reason(to kind: MailKind) -> String? {
    switch kind {
    case .returnRequest: "they asked to return something meanwhile: read it before this leaves"
    case .cancelRequest: "they asked to cancel meanwhile: read it before this leaves"
    case .claim: "they opened an A-to-z claim meanwhile: read it before this leaves"
    case .notice: "the marketplace sent a notice about them meanwhile: read it before this leaves"
    default: nil
    }
  }

  private func record(
    _ kind: ContactEventKind, _ mail: ImportedMail, of customer: Int64, _ db: Database
  ) throws -> Trace {
    let fact = NewFact(
      customer: customer, event: ContactEvent(kind, at: mail.at, order: mail.order),
      channel: Self.channel, note: mail.textWithRemark)
    let update = try StandingUpdate(customer, [fact], db)
    guard let event = try Facts.insert(update.added, now: now, db) else {
      return Trace(event: try Facts.number(of: fact, db))
    }
    try update.finish(WaitingWork(db), now: now, db)
    return Trace(event: event)
  }

  /// How timelines name the channel of mail.
  static let channel = "e-mail"

  /// An own message counts once, however many copies of it there are.
  private mutating func settleOwn(
    _ mail: ImportedMail, of customer: Int64, _ db: Database
  ) throws -> Trace {
    switch try OwnCopies.original(of: mail, customer: customer, db) {
    case .contact(let event):
      tally.mail.copies += 1
      return Trace(event: event)
    case .reply(let outbox):
      tally.mail.copies += 1
      let words = "a copy of the reply whose outcome is not known lies in the mailbox"
      return Trace(event: try note(words, mail, of: customer, db), outbox: outbox)
    case nil:
      tally.mail.contacts += 1
      return try record(.contacted, mail, of: customer, db)
    }
  }

  private func note(
    _ text: String, _ mail: ImportedMail, of customer: Int64, _ db: Database
  ) throws -> Int64 {
    try Facts.insertNote(text, of: customer, at: mail.at, by: "", now: now, db)
  }

  private func keep(
    _ mail: ImportedMail, of customer: Int64, _ trace: Trace, _ db: Database
  ) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO mail(identity, customer, kind, at, order_number, reference, earlier, event,
          outbox, imported_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      mail.identity, customer, mail.kind.rawValue, mail.at.milliseconds, mail.order,
      mail.reference?.text, mail.earlier.map(\.text).joined(separator: " "), trace.event,
      trace.outbox, now.milliseconds,
    ])
  }
}

extension ImportedMail {
  /// The text as the timeline shows it; an own message is kept as it was sent.
  fileprivate var textWithRemark: String {
    guard !remark.isEmpty, !kind.isOwn else { return text }
    return text.isEmpty ? "[\(remark)]" : "\(text)\n[\(remark)]"
  }
}
