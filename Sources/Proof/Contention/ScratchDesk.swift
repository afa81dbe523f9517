import AmendsPolicy
import GRDB
import Ledger
import Store

/// What the processes of one kind contend on: a desk of its own in a folder of its own, or for the control
/// a plain table.
struct ScratchDesk {
  static let text = "We are sorry that it arrived broken."
  private static let batch = 5_000

  let folder: String
  let kind: RivalKind
  let plan: ContentionPlan

  init(in scratch: String, kind: RivalKind, plan: ContentionPlan) {
    folder = "\(scratch)/\(kind.rawValue)"
    self.kind = kind
    self.plan = plan
  }

  /// Makes the desk, with every customer and their reviews.
  func prepare(at now: Instant) throws {
    let store = try store()
    defer { try? store.close() }
    switch kind {
    case .ledger: try fill(store, at: now)
    case .rogue:
      try fill(store, at: now)
      try prepareForRogues(store, at: now)
    case .careless:
      try plainDatabase().write {
        try $0.execute(
          sql: """
            CREATE TABLE contact(customer INTEGER NOT NULL, at INTEGER NOT NULL);
            CREATE INDEX contact_of ON contact(customer, at);
            """)
      }
    }
  }

  /// The desk as Amends opens it.
  func store() throws -> DeskStore { try DeskStore(at: folder, limits: plan.limits) }

  /// The desk as any program may open it that knows SQLite.
  func database() throws -> DatabaseQueue {
    try DatabaseQueue(path: folder + "/desk.sqlite", configuration: Self.patient)
  }

  /// The control's database: as durable as the desk.
  func plainDatabase() throws -> DatabasePool {
    let pool = try DatabasePool(path: folder + "/plain.sqlite", configuration: Self.patient)
    try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    return pool
  }

  func log() throws(ProofError) -> ContactLog { try ContactLog(logPath) }

  var logPath: String { folder + "/contacts.log" }

  /// Whether the database is whole; what is wrong with it otherwise.
  func damage() throws -> String? {
    guard kind != .careless else { return nil }
    let said = try database().read { db in
      try String.fetchAll(db, sql: "PRAGMA integrity_check(3)")
        + Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { "\($0)" }
    }
    return said == ["ok"] ? nil : said.joined(separator: "; ")
  }

  private static var patient: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(20)
    return configuration
  }
}

extension ScratchDesk {
  /// Under which number the desk keeps a customer: they were imported in order.
  static func id(of customer: Int) -> CustomerID { CustomerID(Int64(customer) + 1) }

  /// One of a customer's reviews.
  static func review(of customer: Int, _ which: Int) -> ReviewID {
    let each = ContentionPlan.reviewsEach
    return ReviewID(Int64(customer * each + which % each) + 1)
  }

  /// The draft that every rogue's messages to a customer were made of.
  static func rogueDraft(of customer: Int) -> DraftID { DraftID("rogue-\(customer)") }

  private func fill(_ store: DeskStore, at now: Instant) throws {
    let each = ContentionPlan.reviewsEach
    let rows = (0..<plan.customers * each).map { number in
      ImportedRow.review(
        ImportedReview(
          externalID: "R\(number)", kind: .productReview, rating: 1, text: "It arrived broken.",
          postedAt: now, keys: [.reviewer("C\(number / each)")]))
    }
    for start in stride(from: 0, to: rows.count, by: Self.batch) {
      let batch = Array(rows[start..<min(rows.count, start + Self.batch)])
      _ = try store.importRows(batch, at: now, by: "proof")
    }
    let last = plan.customers - 1
    let review = try store.review(.productReview, externalID: "R\(rows.count - 1)")
    guard review?.id == Self.review(of: last, each - 1), review?.customer == Self.id(of: last)
    else { throw ProofError("the scratch desk numbers its rows in another order") }
  }

  /// Gives rogues what only takes time to make by hand: a policy, and a draft for each customer.
  private func prepareForRogues(_ store: DeskStore, at now: Instant) throws {
    try database().write { db in
      try db.execute(
        sql: "INSERT INTO policy(interval_ms, max_unanswered, order_window_ms) VALUES (?, ?, ?)",
        arguments: [
          plan.limits.interval.milliseconds, plan.cap, plan.limits.orderWindow.milliseconds,
        ])
      for customer in 0..<plan.customers {
        try db.execute(
          sql: """
            INSERT INTO draft(id, review, customer, state, revision, cursor, changed_at, text)
            VALUES (?, ?, ?, 'discarded', 1, 0, ?, ?)
            """,
          arguments: [
            Self.rogueDraft(of: customer).text, Self.review(of: customer, 0).number,
            Self.id(of: customer).number, now.milliseconds, Self.text,
          ])
      }
    }
  }
}
