public import AmendsPolicy
import GRDB
public import Ledger

extension DeskStore {
  /// A person says whether an uncertain reply was sent; sent counts from now on.
  ///
  /// - Throws: ``DeskError/transition(_:)`` where the item is not uncertain;
  ///   ``DeskError/unsentTooEarly(_:)`` where a server may still take it.
  public func resolve(
    _ id: OutboxID,
    wasSent: Bool,
    at now: Instant,
    by actor: String,
    as write: WriteID? = nil
  ) throws(DeskError) {
    try self.write(.outcomeResolved, Act(at: now, by: actor, as: write)) { db, _ in
      let stored = try OutboxRows.known(id, db)
      let departure = Departure(stored: stored, now: now)
      guard !wasSent else { return try departure.closeSent(by: .resolvedSent, db) }
      if let from = stored.item.unsentFrom, now < from { throw DeskError.unsentTooEarly(from) }
      try departure.closeVoid(
        by: .resolvedUnsent, reason: "not sent, says \(actor): resume or recall it", db)
    } then: { _, db in
      spool.noteOutcome(of: id, db)
    }
  }

  /// Keeps what was found out about a reply whose outcome is uncertain, beside what is known already.
  ///
  /// - Parameters:
  ///   - words: What was found; the same words twice are kept once.
  ///   - id: The item.
  /// - Throws: ``DeskError/unknown(_:)`` where there is no such item, other errors where nothing could be
  ///   written.
  public func keepEvidence(_ words: String, of id: OutboxID) throws(DeskError) {
    try write { db in
      let known = try OutboxRows.known(id, db).item.progress.evidence
      guard !known.contains(words) else { return }
      try db.cachedStatement(sql: "UPDATE outbox SET evidence = ? WHERE id = ?").execute(
        arguments: [known.isEmpty ? words : "\(known); \(words)", id.text])
    }
  }

  /// The number of an item's newest claim: the attempt that an uncertain item is uncertain about.
  ///
  /// - Throws: ``DeskError/unknown(_:)`` where there is no such item.
  public func newestClaim(of id: OutboxID) throws(DeskError) -> Int64 {
    try read { db in try OutboxRows.known(id, db).fence }
  }
}
