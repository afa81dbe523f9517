import AmendsPolicy
import GRDB
import Ledger
import Store
import Testing

/// The way past the guards, tried with plain SQL.
@Suite("Nothing but an erasure gets past the guards")
struct ErasureGuardTests {
  private let desk: TestDesk
  private let review: Review
  private let order = "114-5550000-0000001"

  init() throws {
    let desk = try TestDesk()
    review = try desk.review("R1", by: [.reviewer("A")])
    try desk.queue("o1", for: review, order: "114-5550000-0000001")
    #expect(try desk.send("o1") == .granted)
    self.desk = desk
  }

  private func expectRefusal(
    _ part: String, _ location: SourceLocation = #_sourceLocation, _ work: () throws -> Void
  ) {
    let error = #expect(throws: DatabaseError.self, sourceLocation: location) { try work() }
    #expect(
      error?.message?.contains(part) == true, "\(String(describing: error?.message))",
      sourceLocation: location)
  }

  @Test("without an erasure nothing is emptied")
  func shut() throws {
    expectRefusal("never changed") { try desk.sql("UPDATE permit SET order_number = NULL") }
    expectRefusal("frozen") {
      try desk.sql("UPDATE outbox SET recipient = NULL, order_number = NULL, text = ''")
    }
    expectRefusal("never changed") { try desk.sql("UPDATE contact_event SET order_number = NULL") }
  }

  @Test("the way opens only behind an audit entry of that customer's erasure, the newest of all")
  func untold() throws {
    let open = "INSERT INTO erasing(customer) VALUES (1)"
    expectRefusal("the audit tells of") { try desk.sql(open) }
    try desk.store.note(.customerErased, about: CustomerID(1), at: .hours(1))
    try desk.store.note(.exported, at: .hours(1))
    expectRefusal("the audit tells of") { try desk.sql(open) }
    let other = try desk.review("R2", by: [.reviewer("B")])
    try desk.store.note(.customerErased, about: other.customer, at: .hours(1))
    expectRefusal("the audit tells of") { try desk.sql(open) }
  }

  @Test("the way cannot stay open")
  func open() throws {
    try desk.store.note(.customerErased, about: CustomerID(1), at: .hours(1))
    expectRefusal("FOREIGN KEY") { try desk.sql("INSERT INTO erasing(customer) VALUES (1)") }
    expectRefusal("CHECK") { try desk.sql("INSERT INTO erasing(customer, closed) VALUES (1, 1)") }
    #expect(try desk.sql("SELECT * FROM erasing").isEmpty)
  }

  @Test(
    "even an erasure changes no time, no kind, no number, and empties only",
    arguments: [
      "UPDATE permit SET at = 0", "UPDATE permit SET seq = 2", "UPDATE permit SET customer = 2",
      "UPDATE permit SET outbox = 'o2'", "UPDATE permit SET order_number = 'other'",
      "UPDATE permit SET last_contact = 0", "UPDATE permit SET outcome = 'void'",
      "DELETE FROM permit", "UPDATE outbox SET text = 'other', recipient = NULL",
      "UPDATE outbox SET text = ''", "UPDATE outbox SET id = 'o2'", "DELETE FROM outbox",
      "UPDATE contact_event SET at = 0", "UPDATE contact_event SET kind = 'answered'",
      "UPDATE contact_event SET order_number = 'other'", "DELETE FROM contact_event",
      "UPDATE audit SET actor = ''", "DELETE FROM audit", "DELETE FROM draft",
    ])
  func narrow(_ statement: String) throws {
    try desk.store.note(.customerErased, about: CustomerID(1), at: .hours(1))
    let queue = try desk.rogue()
    defer { try? queue.close() }
    #expect(throws: DatabaseError.self, "\(statement)") {
      try queue.write { db in
        try db.execute(sql: "INSERT INTO erasing(customer) VALUES (1)")
        try db.execute(sql: statement)
        try db.execute(sql: "DELETE FROM erasing")
      }
    }
  }

  @Test("an erasure touches nobody else")
  func others() throws {
    let other = try desk.review("R2", by: [.reviewer("B")])
    try desk.queue("o2", for: other, order: "114-5550000-0000002")
    #expect(try desk.send("o2", at: .hours(2)) == .granted)
    try desk.store.note(.customerErased, about: other.customer, at: .hours(3))
    let queue = try desk.rogue()
    defer { try? queue.close() }
    for table in ["permit", "contact_event"] {
      #expect(throws: DatabaseError.self) {
        try queue.write { db in
          try db.execute(
            sql: "INSERT INTO erasing(customer) VALUES (?)", arguments: [other.customer.number])
          try db.execute(sql: "UPDATE \(table) SET order_number = NULL WHERE customer = 1")
        }
      }
    }
  }

  @Test("a reply that is not done is not emptied")
  func live() throws {
    let other = try desk.review("R2", by: [.reviewer("B")])
    try desk.queue("o2", for: other)
    try desk.store.note(.customerErased, about: other.customer, at: .hours(3))
    let queue = try desk.rogue()
    defer { try? queue.close() }
    #expect(throws: DatabaseError.self) {
      try queue.write { db in
        try db.execute(
          sql: "INSERT INTO erasing(customer) VALUES (?)", arguments: [other.customer.number])
        try db.execute(
          sql: "UPDATE outbox SET recipient = NULL, order_number = NULL, text = '' WHERE id = 'o2'")
      }
    }
  }
}
