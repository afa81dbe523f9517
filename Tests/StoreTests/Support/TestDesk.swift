import AmendsPolicy
import Foundation
import GRDB
import Ledger
import Store

/// A real desk in a folder of its own, gone when the test is over.
final class TestDesk: Sendable {
  let folder: String
  let store: DeskStore
  /// Thursday 2026-11-26, 12:00 UTC: no quiet hour.
  static let noon = Instant(milliseconds: 1_795_694_400_000)

  init(_ limits: ContactLimits = ContactLimits()) throws {
    folder = TestDesk.newFolder()
    store = try DeskStore(at: folder, limits: limits)
  }

  deinit {
    try? store.close()
    try? FileManager.default.removeItem(atPath: folder)
  }

  static func newFolder() -> String {
    NSTemporaryDirectory() + "amends-store-tests-" + UUID().uuidString
  }

  /// Opens the same desk once more, as another process would.
  func again(_ limits: ContactLimits = ContactLimits()) throws -> DeskStore {
    try DeskStore(at: folder, limits: limits)
  }

  /// A connection that knows nothing of this program's manners.
  func rogue() throws -> DatabaseQueue { try DatabaseQueue(path: folder + "/desk.sqlite") }

  /// Runs SQL past the program; throws what the database itself says.
  @discardableResult
  func sql(_ statement: String, _ arguments: StatementArguments = []) throws -> [Row] {
    let queue = try rogue()
    defer { try? queue.close() }
    return try queue.writeWithoutTransaction {
      try Row.fetchAll($0, sql: statement, arguments: arguments)
    }
  }
}

extension Instant {
  /// The instant so many hours after noon of the tests' day.
  static func hours(_ count: Int64) -> Instant { TestDesk.noon + .hours(count) }
}

extension ClockReading {
  /// What the clocks show so many hours after noon of the tests' day, on a machine without any fault.
  static func hours(_ count: Int64) -> ClockReading { .steady(.hours(count)) }
}

extension TestDesk {
  /// Imports one review of a customer and gives it as the desk has it.
  @discardableResult
  func review(
    _ id: String,
    by keys: [CustomerKey],
    rating: Int = 1,
    text: String = "It arrived broken.",
    at instant: Instant = .hours(-48),
    _ change: (inout ImportedReview) -> Void = { _ in }
  ) throws -> Review {
    var review = ImportedReview(
      externalID: id, kind: .productReview, rating: rating, title: "Broken", text: text,
      postedAt: instant, keys: keys)
    change(&review)
    _ = try store.importRows([.review(review)], at: .hours(-24), by: "import")
    guard let stored = try store.review(review.kind, externalID: id) else {
      throw DeskError.unknown("review")
    }
    return stored
  }

  /// Records a fact about a customer.
  @discardableResult
  func record(
    _ kind: ContactEventKind,
    _ key: CustomerKey,
    at instant: Instant,
    order: String? = nil,
    recordedAt now: Instant = .hours(0)
  ) throws -> RecordOutcome {
    let event = ContactEvent(kind, at: instant, order: order)
    return try store.record(ContactRecord(customer: key, event: event), at: now, by: "amy")
  }

  /// Writes a draft for a review and queues it.
  @discardableResult
  func queue(
    _ id: String,
    for review: Review,
    order: String? = nil,
    isProactive: Bool = false,
    heardUntil: Instant? = nil,
    leavesAt: Instant = .hours(0),
    queuedAt: Instant = .hours(0)
  ) throws -> OutboxItem {
    let draft = DraftID("draft-\(id)")
    try store.save(
      Draft(
        id: draft, review: review.id, customer: review.customer, text: "We are sorry.",
        revision: 1, changedAt: queuedAt))
    return try store.enqueue(
      OutboxItem(
        id: OutboxID(id), draft: draft, review: review.id, customer: review.customer,
        recipient: "x@marketplace.amazon.com", order: order, text: "We are sorry.",
        isProactive: isProactive, queuedAt: queuedAt, queuedBy: "amy", leavesAt: leavesAt,
        heardUntil: heardUntil),
      at: queuedAt)
  }

  /// Claims, commits and finishes an item as sent at one instant.
  func send(_ id: String, at now: Instant = .hours(0)) throws -> CommitAnswer {
    let claim = try store.claim(OutboxID(id), by: "test")
    let answer = try store.commit(
      claim.item.id, fence: claim.fence, at: .steady(now), channel: "email")
    if answer == .granted {
      try store.finish(claim.item.id, fence: claim.fence, .sent, at: now)
    }
    return answer
  }

  func state(_ id: String) throws -> OutboxState? {
    try store.outboxItem(OutboxID(id))?.state
  }
}

/// A source of numbers that gives the same ones for the same seed.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }
  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
