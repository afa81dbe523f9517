import AmendsPolicy
import Foundation
import Ledger
import Store
import Testing

@Suite("send")
struct SendCommandTests {
  @Test("--once sends what is due, a line each, and leaves the rest")
  func once() throws {
    let outgoing = try Outgoing()
    let due = try outgoing.queue(1)
    let later = try outgoing.queue(2, dueAt: Outgoing.then + .days(4000))
    let run = try outgoing.desk.run("send", "--once")
    #expect(run.status == 0, "\(run)")
    #expect(run.lines == ["item-1  sent"])
    #expect(try outgoing.state(due) == .sent)
    #expect(try outgoing.state(later) == .queued)
    #expect(outgoing.delivered == ["item-1"])
    let again = try outgoing.desk.run("send", "--once")
    #expect((again.status, again.output) == (0, ""))
    #expect(try outgoing.desk.mode("sender.lock") == 0o600)
  }

  @Test("--json has every field, and what somebody should look at exits with 4")
  func json() throws {
    let outgoing = try Outgoing()
    try outgoing.queue(1)
    try outgoing.queue(2, text: "We refund you once you have removed your review.")
    try outgoing.queue(3) { $0.recipient = nil }
    let run = try outgoing.desk.run("send", "--once", "--json")
    #expect(run.status == 4)
    let objects = try run.objects()
    #expect(objects.map { $0["id"] as? String } == ["item-1", "item-2", "item-3"])
    #expect(objects.map { $0["outcome"] as? String } == ["sent", "held", "held"])
    #expect(objects.map { $0["state"] as? String } == ["sent", "held", "held"])
    #expect((objects[1]["reason"] as? String)?.hasPrefix("blocked by ") == true)
    for object in objects {
      #expect(Set(object.keys) == ["id", "outcome", "state", "reason", "next"])
    }
    #expect(outgoing.delivered == ["item-1"])
  }

  @Test("what a limit holds until a time waits for it, and nothing has failed")
  func postponed() throws {
    let outgoing = try Outgoing()
    let id = try outgoing.queue(1)
    let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970) * 1000)
    _ = try outgoing.store.record(
      ContactRecord(
        customer: .relay("buyer1@marketplace.amazon.com"),
        event: ContactEvent(.contacted, at: now - .hours(1))), at: now, by: "amy")
    try outgoing.store.resume(id, at: now)
    let run = try outgoing.desk.run("send", "--once", "--json")
    #expect(run.status == 0)
    let object = try run.object()
    #expect(object["outcome"] as? String == "postponed")
    #expect(object["next"] as? String == ISO8601.text(now + .hours(71)))
    #expect(try outgoing.state(id) == .queued)
  }

  @Test("where replies leave by hand there is nothing to send, and it says what to do")
  func byHand() throws {
    let desk = try ProgramDesk()
    let run = try desk.run("send", "--once")
    #expect(run.status == 1)
    #expect(run.errors.contains("[delivery]"))
  }

  @Test("where replies leave at a person's word nothing stays to send; --once is such a word")
  func manual() throws {
    let outgoing = try Outgoing("send = \"manual\"")
    try outgoing.queue(1)
    let refused = try outgoing.desk.run("send")
    #expect(refused.status == 1)
    #expect(refused.errors.contains("send = \"manual\""))
    #expect(outgoing.delivered.isEmpty)
    #expect(try outgoing.desk.run("send", "--once").status == 0)
    #expect(outgoing.delivered == ["item-1"])
  }

  @Test("staying, it waits for a reply's time to come")
  func waits() throws {
    let outgoing = try Outgoing()
    try outgoing.queue(
      1, dueAt: Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000) + 1500))
    let worker = try outgoing.start("send")
    #expect(worker.nextLine() == "item-1  sent")
    worker.signal(SIGTERM)
    #expect(worker.end() == 0)
  }

  @Test("a lock file that is a link, or open to others, is refused")
  func unsafeLock() throws {
    let outgoing = try Outgoing()
    try outgoing.queue(1)
    try FileManager.default.createSymbolicLink(
      atPath: outgoing.desk.path("sender.lock"), withDestinationPath: outgoing.desk.path("else"))
    #expect(try outgoing.desk.run("send", "--once").status == 3)
    try FileManager.default.removeItem(atPath: outgoing.desk.path("sender.lock"))
    try outgoing.desk.write("sender.lock", "")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o644], ofItemAtPath: outgoing.desk.path("sender.lock"))
    let run = try outgoing.desk.run("send", "--once")
    #expect(run.status == 3)
    #expect(run.errors.contains("sender.lock is not safe"))
    #expect(outgoing.delivered.isEmpty)
  }

  @Test("staying, it sends what others queue, and SIGTERM ends it with 0")
  func staying() throws {
    let outgoing = try Outgoing()
    try outgoing.queue(1)
    let worker = try outgoing.start("send")
    #expect(worker.nextLine() == "item-1  sent")
    try outgoing.queue(2)
    #expect(worker.nextLine() == "item-2  sent")
    worker.signal(SIGTERM)
    #expect(worker.end() == 0)
    #expect(outgoing.delivered == ["item-1", "item-2"])
  }

  @Test("doctor tells who sends, and what to do where a worker should and none does")
  func doctor() throws {
    let outgoing = try Outgoing("send = \"worker\"")
    #expect(try outgoing.desk.run("doctor").output.contains("nobody sends"))
    try outgoing.queue(1)
    let worker = try outgoing.start("send")
    _ = worker.nextLine()
    let told = try outgoing.desk.run("doctor").output
    #expect(told.contains("amends send (pid \(worker.number), ana) sends"))
    worker.signal(SIGINT)
    #expect(worker.end() == 0)
  }
}
