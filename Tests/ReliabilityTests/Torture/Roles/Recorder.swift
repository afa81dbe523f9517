import AmendsPolicy
import GRDB
import Ledger
import Store

/// Writes drafts and lets every third leave, with an acknowledgement after each step.
///
/// The power cuts are replayed of it.
struct Recorder {
  /// Long texts, so that the write-ahead log is folded back into the file on the way.
  static let padding = 600

  private let store: DeskStore
  private let acks: AckLog
  private let town: Town

  init(_ order: WorkerOrder) throws {
    store = try DeskStore(at: order.desk, limits: Town.limits)
    acks = order.acks
    town = order.town
  }

  func work() throws {
    for customer in town.aliases.indices {
      let id = "draft-\(customer)"
      for revision in 1...2 {
        try store.save(draft(id, customer, revision))
        acks.draft(id, revision)
      }
      if customer % 3 == 0 { try leave(draft(id, customer, 2), customer) }
    }
    try store.close()
  }

  private func draft(_ id: String, _ customer: Int, _ revision: Int) -> Draft {
    Town.draft(
      id, for: customer, 0, revision: revision, padding: Self.padding, at: TortureClock.now)
  }

  private func leave(_ draft: Draft, _ customer: Int) throws {
    let now = TortureClock.now
    let item = town.item(draft, for: customer, at: now)
    try store.enqueue(item, at: now)
    acks.queued(item.id.text)
    let fence = try store.claim(item.id, by: "recorder").fence
    guard try store.commit(item.id, fence: fence, at: .steady(now), channel: "e-mail") == .granted
    else {
      return
    }
    acks.permit(item.id.text)
    try store.finish(item.id, fence: fence, .sent, at: now)
    acks.sent(item.id.text)
  }
}

/// The control of the power cuts: the same drafts through a connection that does not wait for the disk
/// at each commit, as GRDB's pool opens a database that nobody tells otherwise.
struct HastyRecorder {
  private let database: DatabasePool
  private let acks: AckLog
  private let town: Town

  init(_ order: WorkerOrder) throws {
    database = try DatabasePool(path: order.desk + "/desk.sqlite")
    acks = order.acks
    town = order.town
  }

  func work() throws {
    let synchronous = try database.writeWithoutTransaction {
      try Int.fetchOne($0, sql: "PRAGMA synchronous")
    }
    precondition(synchronous == 1, "the control must not wait for the disk")
    for customer in town.aliases.indices {
      for revision in 1...2 { try save("draft-\(customer)", customer, revision) }
    }
    try database.close()
  }

  private func save(_ id: String, _ customer: Int, _ revision: Int) throws {
    let draft = Town.draft(
      id, for: customer, 0, revision: revision, padding: Recorder.padding,
      at: TortureClock.now)
    try database.write {
      try $0.execute(
        sql: """
          INSERT INTO draft(id, review, customer, revision, cursor, changed_at, text)
          VALUES (?, ?, ?, ?, 0, 0, ?)
          ON CONFLICT(id) DO UPDATE SET revision = excluded.revision, text = excluded.text
          """,
        arguments: [
          id, draft.review.number, draft.customer.number, revision, draft.text,
        ])
    }
    acks.draft(id, revision)
  }
}
