import AmendsPolicy
import Foundation
import Ledger
import Store
import Testing

@testable import Amends

/// Several real senders at one desk: one sends, the others stand by, and whatever dies nothing leaves twice.
@Suite("One sender at a desk", .serialized)
struct TakeoverTests {
  @Test("a second sender says who sends; it takes over when the first is killed")
  func standby() throws {
    let outgoing = try Outgoing()
    try outgoing.queue(1)
    let first = try outgoing.start("send")
    #expect(first.nextLine() == "item-1  sent")
    let second = try outgoing.start("send")
    let words = try #require(second.nextError())
    #expect(words.contains("amends send (pid \(first.number), ana) sends since"))
    #expect(words.hasSuffix("standing by until it ends"))
    let once = try outgoing.desk.run("send", "--once")
    #expect(once.status == 1)
    #expect(once.errors.contains("(pid \(first.number), ana) sends"))
    first.signal(SIGKILL)
    #expect(second.nextError()?.contains("sending now") == true)
    #expect(first.end() == 128 + SIGKILL)
    try outgoing.queue(2)
    #expect(second.nextLine() == "item-2  sent")
    second.signal(SIGTERM)
    #expect(second.end() == 0)
    #expect(outgoing.delivered == ["item-1", "item-2"])
  }

  @Test("what a killed sender held is taken up at once, though its process may still be seen")
  func orphan() throws {
    let outgoing = try Outgoing()
    try outgoing.queue(1)
    let first = try outgoing.start("send")
    #expect(first.nextLine() == "item-1  sent")
    let record = try outgoing.desk.read("sender.lock")
    let identity = try #require(
      record.split(separator: "\"").first { $0.contains(":") && $0.hasPrefix("\(first.number):") })
    let id = try outgoing.queue(2, dueAt: Outgoing.then + .days(4000))
    let claim = try outgoing.store.claim(id, by: String(identity))
    #expect(claim.item.state == .sending)
    let second = try outgoing.start("send")
    #expect(second.nextError()?.contains("standing by") == true)
    first.signal(SIGKILL)
    #expect(second.nextError()?.contains("sending now") == true)
    try outgoing.queue(3)
    #expect(second.nextLine() == "item-3  sent")
    #expect(try outgoing.state(id) == .queued)
    second.signal(SIGTERM)
    #expect(second.end() == 0)
  }

  @Test("senders that are killed again and again send everything once")
  func killed() throws {
    let outgoing = try Outgoing()
    let all = try (1...24).map { try outgoing.queue($0).text }.sorted()
    var standby = try outgoing.start("send")
    for round in 0..<6 {
      let active = standby
      for _ in 0...(round % 3) { _ = active.nextLine() }
      standby = try outgoing.start("send")
      active.signal(SIGKILL)
      active.end()
      for row in try outgoing.store.outbox() where row.item.state == .held {
        #expect(row.item.reason.contains("ended before it left"))
        try outgoing.store.resume(row.item.id, at: SystemClock.now)
      }
    }
    standby.signal(SIGTERM)
    standby.end()
    for row in try outgoing.store.outbox() where row.item.state == .held {
      try outgoing.store.resume(row.item.id, at: SystemClock.now)
    }
    #expect(try outgoing.desk.run("send", "--once").status == 0)
    #expect(outgoing.delivered == all)
    #expect(try outgoing.store.outbox().isEmpty)
  }

  @Test("SIGTERM in the midst of sending: what had no permit waits again, what had one has left")
  func terminated() throws {
    let outgoing = try Outgoing()
    let all = try (1...16).map { try outgoing.queue($0) }
    for round in 1...4 {
      let worker = try outgoing.start("send")
      for _ in 0..<round { _ = worker.nextLine() }
      worker.signal(SIGTERM)
      #expect(worker.end() == 0)
      let states = try all.map { try outgoing.state($0) }
      #expect(states.allSatisfy { $0 == .queued || $0 == .sent })
      #expect(states.count { $0 == .sent } == outgoing.delivered.count)
    }
  }

  @Test("SIGTERM while standing by ends it, and the other goes on")
  func standbyTerminated() throws {
    let outgoing = try Outgoing()
    try outgoing.queue(1)
    let first = try outgoing.start("send")
    #expect(first.nextLine() == "item-1  sent")
    let second = try outgoing.start("send")
    #expect(second.nextError()?.contains("standing by") == true)
    second.signal(SIGTERM)
    #expect(second.end() == 0)
    try outgoing.queue(2)
    #expect(first.nextLine() == "item-2  sent")
    first.signal(SIGTERM)
    #expect(first.end() == 0)
  }
}
