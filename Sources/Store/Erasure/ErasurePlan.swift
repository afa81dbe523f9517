import AmendsPolicy
import GRDB
public import Ledger

/// What the desk holds about a person that an erasure would remove, and what would stay.
public struct ErasurePlan: Hashable, Sendable {
  /// Whom it is about.
  public var customer: Customer
  /// Whether they were erased before; what came since is counted.
  public var wasErased: Bool
  /// What they are known by, and their orders; only keyed hashes of these stay.
  public var keys: [CustomerKey]
  /// Their reviews, of which only the stars stay.
  public var reviews: [ReviewID]
  /// Former texts of these.
  public var formerTexts: Int
  /// Drafts of replies to them.
  public var drafts: Int
  /// Replies that were ever put into the outbox; their times and states stay.
  public var replies: Int
  /// Facts about them, whose kinds and times stay.
  public var facts: Int
  /// Notes about them.
  public var notes: Int
  /// Permits, whose times stay.
  public var permits: Int
  /// The reply that is on its way to them.
  public var live: OutboxSummary?
  /// Texts by which the person is recognised in other files: names, addresses, numbers.
  public var traces: [String]

  /// Why nothing can be erased at the moment: a reply to them may be out, or be going out.
  public var hindrance: DeskError? {
    guard let live, live.state != .queued, live.state != .held else { return nil }
    return .onItsWay(live.id, live.state)
  }
}

extension DeskStore {
  /// What an erasure of a person would remove.
  ///
  /// - Throws: ``DeskError`` where there is no such customer, or the desk cannot be read.
  public func erasurePlan(of customer: CustomerID) throws(DeskError) -> ErasurePlan {
    try read { db in try ErasurePlan(People.known(customer.number, db), db) }
  }
}

extension ErasurePlan {
  /// The numbers of a person and of everybody who was merged into them.
  private static let numbers =
    "(SELECT ?1 UNION ALL SELECT id FROM customer WHERE merged_into = ?1)"

  init(_ person: Customer, _ db: Database) throws {
    let root = person.id.number
    func count(_ what: String) throws -> Int {
      try Int.fetchOne(db, sql: "SELECT count(*) FROM \(what)", arguments: [root]) ?? 0
    }
    customer = person
    wasErased = try People.isErased(root, db)
    reviews = try Int64.fetchAll(
      db, sql: "SELECT id FROM review WHERE customer = ? ORDER BY id", arguments: [root]
    ).map(ReviewID.init)
    formerTexts = try count(
      "review_version JOIN review ON review.id = review_version.review WHERE review.customer = ?1")
    drafts = try count("draft WHERE customer IN \(Self.numbers)")
    replies = try count("outbox WHERE customer IN \(Self.numbers)")
    facts = try count("contact_event WHERE customer IN \(Self.numbers) AND kind <> 'note'")
    notes = try count("contact_event WHERE customer IN \(Self.numbers) AND kind IS 'note'")
    permits = try count("permit WHERE customer IN \(Self.numbers)")
    live = try Timeline.waiting(of: root, db)
    traces = try Self.traces(of: root, db)
    let known = try People.keys(of: root, db).filter { $0 != Self.nameless(root) }
    let orders = traces.filter { OrderNumber.isValid($0) }.map {
      CustomerKey.order($0.uppercased())
    }
    keys = known + Set(orders).subtracting(known).sorted { $0.text < $1.text }
  }

  /// What an erased person is still called by.
  static func nameless(_ root: Int64) -> CustomerKey { .review("erased-\(root)") }

  private static func traces(of root: Int64, _ db: Database) throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT trace FROM (
          SELECT name AS trace FROM customer WHERE id IN \(numbers)
          UNION SELECT key_text FROM customer WHERE id IN \(numbers)
          UNION SELECT key FROM alias WHERE customer = ?1
          UNION SELECT author FROM review WHERE customer = ?1
          UNION SELECT external_id FROM review WHERE customer = ?1
          UNION SELECT order_number FROM review WHERE customer = ?1
          UNION SELECT order_number FROM contact_event WHERE customer IN \(numbers)
          UNION SELECT recipient FROM outbox WHERE customer IN \(numbers)
          UNION SELECT order_number FROM outbox WHERE customer IN \(numbers))
        WHERE trace <> '' AND trace NOT GLOB 'erased-[0-9]*'
        """,
      arguments: [root])
  }
}
