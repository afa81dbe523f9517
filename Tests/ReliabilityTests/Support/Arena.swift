import AmendsPolicy
import ChildProcesses
import Foundation
import GRDB
import Ledger
import Store
import Testing
import Torture

/// Where a torture takes place: a desk, a mail server, and the acknowledgements of every process.
final class Arena {
  let scratch: Scratch
  let store: DeskStore
  let server: MailServer
  let town: Town

  init(_ town: Town, seed: UInt64 = Profile.seed, _ answers: MailServer.Answers) throws {
    scratch = try Scratch()
    _ = try scratch.folder("acks")
    self.town = town
    store = try DeskStore(at: scratch.path + "/desk", limits: Town.limits)
    try town.settle(in: store, at: TortureClock.now)
    server = try MailServer(log: scratch.path + "/accepted", seed: seed, answers)
  }

  deinit { try? store.close() }

  /// What a worker of this arena is told.
  func order(_ role: WorkerOrder.Role, seed: UInt64 = 0, doom: Doom? = nil) -> WorkerOrder {
    WorkerOrder(
      role, in: scratch.path, port: server.port, customers: town.aliases.count, seed: seed,
      doom: doom)
  }

  /// Starts a worker.
  func start(_ order: WorkerOrder) throws -> Child {
    try Child([Programs.worker] + order.arguments)
  }

  /// Writes a draft for a customer and queues it under its own name.
  func queue(_ id: String, for customer: Int, in store: DeskStore) throws {
    let now = TortureClock.now
    let draft = Town.draft(id, for: customer, 0, revision: 1, at: now)
    try store.save(draft)
    try store.enqueue(town.item(draft, for: customer, at: now), at: now)
  }

  /// Everything that any process was told is safe.
  func acks() -> Acks {
    var acks = Acks()
    for name in scratch.names("acks") { acks.add(scratch.text("acks/\(name)")) }
    return acks
  }

  /// What the desk has of drafts and items, read past the program.
  func inventory() throws -> Inventory { try Inventory(desk: scratch.path + "/desk") }
}

/// What lies in a desk's file, read with plain SQL.
struct Inventory {
  private(set) var drafts: [String: (revision: Int, text: String)] = [:]
  private(set) var items: [String: OutboxState] = [:]
  /// The outcomes of all permits of an item.
  private(set) var permits: [String: [String]] = [:]
  /// What SQLite finds wrong with the file; empty where it is whole.
  private(set) var damage: [String] = []

  init(desk: String) throws {
    let queue = try DatabaseQueue(path: desk + "/desk.sqlite")
    defer { try? queue.close() }
    try queue.read { db in
      for row in try Row.fetchAll(db, sql: "SELECT id, revision, text FROM draft") {
        drafts[row[0]] = (row[1], row[2])
      }
      for row in try Row.fetchAll(db, sql: "SELECT id, state FROM outbox") {
        items[row[0]] = OutboxState(rawValue: row[1])
      }
      for row in try Row.fetchAll(db, sql: "SELECT outbox, outcome FROM permit") {
        permits[row[0], default: []].append(row[1])
      }
      damage =
        try String.fetchAll(db, sql: "PRAGMA integrity_check(3)").filter { $0 != "ok" }
        + Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { "\($0)" }
    }
  }

  /// How much of what processes were told is safe is not there.
  func lost(of acks: Acks) -> [String] {
    var lost: [String] = []
    for (id, revision) in acks.drafts where !holds(id, revision) { lost.append("draft \(id)") }
    for id in acks.queued where items[id] == nil { lost.append("queued \(id)") }
    for id in acks.permits where permits[id] == nil { lost.append("permit \(id)") }
    for id in acks.sent where items[id] != .sent { lost.append("sent \(id)") }
    return lost.sorted()
  }

  private func holds(_ id: String, _ revision: Int) -> Bool {
    guard let draft = drafts[id], draft.revision >= revision else { return false }
    return draft.text.hasPrefix(Town.text(of: id, draft.revision))
  }
}
