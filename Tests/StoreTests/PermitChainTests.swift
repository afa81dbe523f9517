import AmendsPolicy
import GRDB
import Ledger
import Store
import Testing

/// What the database refuses by itself, asked with plain SQL past every check of the program.
@Suite struct PermitChainTests {
  private let desk: TestDesk
  private let reviews: [Review]

  init() throws {
    let desk = try TestDesk()
    reviews = try (1...3).map { try desk.review("R\($0)", by: [.reviewer("A")]) }
    self.desk = desk
  }

  /// Queues an item and leaves it in the hands of a sender.
  private func sending(_ id: String, _ review: Int, queuedAt: Instant = .hours(0)) throws {
    try desk.queue(id, for: reviews[review], queuedAt: queuedAt)
    _ = try desk.store.claim(OutboxID(id), by: "test")
  }

  /// One permit of our own making; what is not said is as the first link of a chain would be.
  private func insert(
    _ item: String,
    at instant: Instant,
    verb: String = "INSERT",
    _ changes: [String: String] = [:]
  ) throws {
    try desk.sql(
      """
      INSERT OR IGNORE INTO policy(version, interval_ms, max_unanswered, order_window_ms)
      VALUES (1, 259200000, 2, 2592000000)
      """)
    var values = [
      "customer": "1", "seq": "1", "outbox": "'\(item)'", "policy": "1",
      "interval_ms": "259200000", "max_unanswered": "2", "order_window_ms": "2592000000",
      "at": "\(instant.milliseconds)", "outcome": "'open'", "last_contact": "9000000000000000",
      "unanswered": "1", "prev_seq": "NULL", "prev_contact": "-9000000000000000",
      "prev_unanswered": "0", "heard": "NULL", "heard_at": "NULL", "is_answer": "0",
      "order_number": "NULL", "is_proactive": "0",
    ]
    values.merge(changes) { $1 }
    let names = values.keys.sorted()
    try desk.sql(
      "\(verb) INTO permit(\(names.joined(separator: ","))) "
        + "VALUES (\(names.compactMap { values[$0] }.joined(separator: ",")))")
  }

  private func expectRefusal(
    _ part: String,
    _ work: () throws -> Void,
    _ location: SourceLocation = #_sourceLocation
  ) {
    let error = #expect(throws: DatabaseError.self, sourceLocation: location) { try work() }
    #expect(
      error?.message?.contains(part) == true, "\(String(describing: error?.message))",
      sourceLocation: location)
  }

  @Test func firstPermitIsTaken() throws {
    try sending("o1", 0)
    try insert("o1", at: .hours(0))
    #expect(try desk.sql("SELECT * FROM permit").count == 1)
  }

  @Test func nothingFollowsAnOpenPermit() throws {
    try sending("o1", 0)
    try insert("o1", at: .hours(0))
    expectRefusal("outcome of another message") {
      try insert(
        "o1", at: .hours(9999),
        ["seq": "2", "prev_seq": "1", "prev_contact": "9000000000000000", "prev_unanswered": "1"])
    }
  }

  /// Sends one message and leaves another in the hands of a sender.
  private func oneSent() throws {
    try desk.queue("o1", for: reviews[0])
    #expect(try desk.send("o1") == .granted)
    try sending("o2", 1)
  }

  private func second(at instant: Instant, _ changes: [String: String] = [:]) throws {
    let noon = TestDesk.noon.milliseconds
    var link = ["seq": "2", "prev_seq": "1", "prev_contact": "\(noon)", "prev_unanswered": "1"]
    link["unanswered"] = "2"
    link.merge(changes) { $1 }
    try insert("o2", at: instant, link)
  }

  @Test func secondWithinTheIntervalIsRefused() throws {
    try oneSent()
    expectRefusal("limit:interval") { try second(at: .hours(71)) }
    try second(at: .hours(72))
  }

  @Test func chainRefusesTheIntervalWithoutTheTriggers() throws {
    try oneSent()
    for name in ["limit_interval", "limit_unanswered"] { try desk.sql("DROP TRIGGER \(name)") }
    expectRefusal("permit_interval") { try second(at: .hours(71)) }
  }

  @Test func predecessorCannotBeInvented() throws {
    try oneSent()
    expectRefusal("FOREIGN KEY") {
      try second(at: .hours(100), ["prev_contact": "\(Instant.hours(-100).milliseconds)"])
    }
    expectRefusal("FOREIGN KEY") { try second(at: .hours(100), ["prev_unanswered": "0"]) }
    expectRefusal("permit_chain") {
      try second(at: .hours(100), ["seq": "3", "prev_seq": "1"])
    }
    expectRefusal("never replaced") { try second(at: .hours(100), ["seq": "1"]) }
    expectRefusal("permit_chain") { try second(at: .hours(100), ["prev_seq": "NULL"]) }
  }

  @Test func policyCannotBeInvented() throws {
    try oneSent()
    expectRefusal("FOREIGN KEY") { try second(at: .hours(100), ["interval_ms": "1"]) }
    expectRefusal("FOREIGN KEY") { try second(at: .hours(100), ["max_unanswered": "9"]) }
    expectRefusal("never changed") { try desk.sql("UPDATE policy SET interval_ms = 0") }
  }

  @Test func unansweredCannotBeCountedDown() throws {
    try oneSent()
    expectRefusal("limit:unanswered") { try second(at: .hours(100), ["unanswered": "1"]) }
    try desk.sql("DROP TRIGGER limit_unanswered")
    expectRefusal("permit_counted") { try second(at: .hours(100), ["unanswered": "1"]) }
    expectRefusal("permit_unanswered") { try second(at: .hours(100), ["unanswered": "3"]) }
  }

  /// Refused for any reason; of several guards SQLite may ask any first.
  private func expectRefusal(_ work: () throws -> Void) {
    #expect(throws: DatabaseError.self) { try work() }
  }

  @Test func replaceDoesNotReplace() throws {
    try sending("o1", 0)
    try insert("o1", at: .hours(0))
    let before = try desk.sql("SELECT * FROM permit")
    expectRefusal { try insert("o1", at: .hours(500), verb: "REPLACE") }
    expectRefusal { try insert("o1", at: .hours(500), verb: "INSERT OR REPLACE", ["seq": "2"]) }
    #expect(try desk.sql("SELECT * FROM permit") == before)
  }

  @Test func replaceIsRefusedByTheGuardAlone() throws {
    try oneSent()
    let before = try desk.sql("SELECT * FROM permit")
    for name in try desk.sql("SELECT name FROM sqlite_master WHERE type = 'trigger'") {
      let trigger: String = name[0]
      if trigger != "permit_not_replaced" { try desk.sql("DROP TRIGGER \(trigger)") }
    }
    expectRefusal("never replaced") { try insert("o2", at: .hours(500), verb: "REPLACE") }
    #expect(try desk.sql("SELECT * FROM permit") == before)
  }

  @Test func permitsCloseOnceAndNeverChange() throws {
    try oneSent()
    let before = try desk.sql("SELECT * FROM permit")
    expectRefusal("closes once") { try desk.sql("UPDATE permit SET outcome = 'void'") }
    expectRefusal("closes once") { try desk.sql("UPDATE permit SET last_contact = 0") }
    expectRefusal { try desk.sql("UPDATE OR REPLACE permit SET seq = 7") }
    expectRefusal("never deleted") { try desk.sql("DELETE FROM permit") }
    #expect(try desk.sql("SELECT * FROM permit") == before)
  }

  @Test func openPermitClosesOnlyWithTheTruth() throws {
    try sending("o1", 0)
    try insert("o1", at: .hours(0))
    expectRefusal("permit_outcome") { try desk.sql("UPDATE permit SET outcome = 'sent'") }
    expectRefusal("permit_outcome") {
      try desk.sql("UPDATE permit SET outcome = 'sent', last_contact = at - 1")
    }
    expectRefusal("permit_outcome") {
      try desk.sql("UPDATE permit SET outcome = 'void', last_contact = at")
    }
    expectRefusal("never changed") { try desk.sql("UPDATE permit SET at = 0, outcome = 'sent'") }
    try desk.sql(
      "UPDATE permit SET outcome = 'void', last_contact = prev_contact, unanswered = 0")
  }

  @Test func isBornOpenForAnItemThatIsBeingSent() throws {
    try sending("o1", 0)
    expectRefusal("born open") {
      try insert("o1", at: .hours(0), ["outcome": "'void'", "last_contact": "-9000000000000000"])
    }
    try desk.store.release(OutboxID("o1"), fence: 1)
    expectRefusal("being sent") { try insert("o1", at: .hours(0)) }
  }

  @Test func itemAndPermitMoveTogether() throws {
    try sending("o1", 0)
    expectRefusal("without an open permit") {
      try desk.sql("UPDATE outbox SET state = 'committing'")
    }
    try insert("o1", at: .hours(0))
    try desk.sql("UPDATE outbox SET state = 'committing'")
    for state in ["queued", "held", "failed"] {
      expectRefusal("close the permit first") {
        try desk.sql("UPDATE outbox SET state = '\(state)'")
      }
    }
    for state in ["sent", "recalled", "sending"] {
      expectRefusal { try desk.sql("UPDATE outbox SET state = '\(state)'") }
    }
    expectRefusal("never deleted") { try desk.sql("DELETE FROM outbox") }
    expectRefusal("frozen") { try desk.sql("UPDATE outbox SET text = 'other'") }
  }

  @Test func factsAreKept() throws {
    try oneSent()
    expectRefusal("never deleted") { try desk.sql("DELETE FROM contact_event") }
    expectRefusal("never changed") { try desk.sql("UPDATE contact_event SET at = 0") }
    expectRefusal("never retracted") { try desk.sql("UPDATE contact_event SET retracted_at = 1") }
    expectRefusal("merged into") { try desk.sql("UPDATE contact_event SET customer = 99") }
    expectRefusal("never replaced") {
      try desk.sql(
        """
        REPLACE INTO contact_event(id, customer, kind, at, recorded_at)
        VALUES (1, 1, 'contacted', 0, 0)
        """)
    }
  }
}
