import AmendsPolicy
import Foundation
import Ledger
import Testing

@testable import Store

/// A database that is not the one that was left in the folder.
@Suite("Databases from elsewhere")
struct HomecomingTests {
  private let desk: TestDesk
  private let relay = CustomerKey.relay("a@marketplace.amazon.com")

  init() throws {
    desk = try TestDesk()
    try DeskStore(at: desk.folder, clock: .hours(-30)).close()
    let review = try desk.review("R1", by: [.reviewer("A"), relay])
    try desk.queue("o1", for: review, order: "114-7863528-5212210")
    try DeskStore(at: desk.folder, clock: .hours(-1)).close()
  }

  private func open(at hours: Int64 = 2) throws -> DeskStore {
    try DeskStore(at: desk.folder, clock: .hours(hours))
  }

  /// Sends the reply after a copy of the database was kept, and puts the copy back.
  private func sendAndGoBack() throws {
    try desk.keepCopy()
    let store = try open(at: 0)
    #expect(try store.send("o1", at: 0) == .granted)
    try store.close()
    try desk.putCopyBack()
  }

  @Test("an older copy learns from the spool of the contacts that it lacks, and sends nothing")
  func olderCopy() throws {
    try sendAndGoBack()
    let store = try open()
    let freeze = try #require(try store.freezes().first)
    #expect(freeze.kind == .restored)
    #expect(freeze.reason.contains("it did not know of a message that left"))
    #expect(!freeze.needsHorizon)
    let customer = try #require(try store.customer(for: relay))
    let events = try store.events(of: customer.id)
    #expect(events == [ContactEvent(.contacted, at: .hours(0), order: "114-7863528-5212210")])
    #expect(customer.standing.lastContact == .hours(0))
    let timeline = try #require(try store.customerFile(customer.id)?.timeline)
    #expect(timeline.filter { $0.channel == "spool" }.map(\.text) == ["We are sorry."])
    try store.close()
  }

  @Test("the very reply that has left is held, and never leaves twice")
  func neverTwice() throws {
    try sendAndGoBack()
    let store = try open()
    let item = try #require(try store.outboxItem(OutboxID("o1")))
    #expect(item.state == .held)
    #expect(item.reason.contains("says the spool: recall it"))
    try store.allow(at: 90)
    guard case .refused(.left(.hours(0))) = try store.send("o1", at: 99) else {
      Issue.record("it left twice")
      return
    }
    try store.recall(OutboxID("o1"), at: .hours(99), by: "amy")
    try store.close()
  }

  @Test("the cooldown holds after sending was allowed, for every key of the person")
  func cooldownHolds() throws {
    try sendAndGoBack()
    let store = try open()
    try store.allow(at: 3)
    try store.recall(OutboxID("o1"), at: .hours(3), by: "amy")
    let review = ImportedReview(
      externalID: "R2", kind: .productReview, rating: 1, text: "Bad", postedAt: .hours(2),
      keys: [.reviewer("A")])
    _ = try store.importRows([.review(review)], at: .hours(3), by: "import")
    let stored = try #require(try store.review(.productReview, externalID: "R2"))
    try store.save(
      Draft(
        id: DraftID("d2"), review: stored.id, customer: stored.customer, text: "x", revision: 1,
        changedAt: .hours(3)))
    try store.enqueue(
      OutboxItem(
        id: OutboxID("o2"), draft: DraftID("d2"), review: stored.id, customer: stored.customer,
        recipient: nil, order: nil, text: "x", queuedAt: .hours(3), queuedBy: "amy",
        leavesAt: .hours(3)), at: .hours(3))
    guard case .refused(.limits(let answer)) = try store.send("o2", at: 71) else {
      Issue.record("a contact within the interval was granted")
      return
    }
    #expect(answer.limit == .interval)
    #expect(try store.send("o2", at: 72) == .granted)
    try store.close()
  }

  @Test("it is noticed once: what was taken in is known from then on")
  func once() throws {
    try sendAndGoBack()
    try open().close()
    let store = try open()
    #expect(try store.freezes().count == 1)
    try store.allow(at: 3)
    try store.close()
    let again = try open(at: 4)
    #expect(try again.freezes().isEmpty)
    #expect(try desk.sql("SELECT * FROM contact_event WHERE kind = 'contacted'").count == 1)
    try again.close()
  }

  @Test(
    "an older copy that lacks nothing but facts is noticed too: somebody may have opted out since")
  func lacksFacts() throws {
    try desk.keepCopy()
    let store = try open(at: 0)
    _ = try store.record(
      ContactRecord(customer: relay, event: ContactEvent(.optedOut, at: .hours(0))),
      at: .hours(0), by: "amy")
    try store.close()
    try desk.putCopyBack()
    let older = try open()
    #expect(try older.freezes().map(\.kind) == [.restored])
    #expect(try older.freezes().first?.reason.contains("an older copy") == true)
    try older.close()
  }

  @Test("a database from another desk, and one whose file beside it is gone or garbage")
  func otherEpoch() throws {
    let other = try TestDesk()
    try other.store.close()
    try desk.store.close()
    try desk.change("desk.sqlite") {
      $0 = (try? Data(contentsOf: URL(fileURLWithPath: other.path("desk.sqlite")))) ?? $0
    }
    let foreign = try open()
    #expect(try foreign.freezes().first?.reason.hasPrefix("another database") == true)
    #expect(try foreign.freezes().first?.needsHorizon == true)
    try foreign.close()

    let lost = try TestDesk()
    try lost.store.close()
    try FileManager.default.removeItem(atPath: lost.path("desk.epoch"))
    let store = try lost.again()
    #expect(try store.freezes().map(\.kind) == [.restored])
    try store.close()

    let garbage = try TestDesk()
    try garbage.store.close()
    try garbage.change("desk.epoch") { $0 = Data("no name".utf8) }
    let damaged = try garbage.again()
    #expect(try damaged.freezes().first?.reason == "desk.epoch cannot be read")
    try damaged.close()
  }

  @Test("a damaged line of the spool is noticed: a contact may be missing")
  func damagedLine() throws {
    let store = try open(at: 0)
    #expect(try store.send("o1", at: 0) == .granted)
    try store.close()
    try open(at: 1).close()
    try desk.store.close()
    try desk.change("desk.spool") { data in
      if let place = data.lastIndex(of: UInt8(ascii: "1")) { data[place] = UInt8(ascii: "9") }
    }
    let opened = try open()
    #expect(try opened.freezes().isEmpty)
    try opened.close()
    try desk.change("desk.spool") { $0.append(Data("permit\tnonsense\n".utf8)) }
    let again = try open()
    #expect(try again.freezes().first?.reason == "lines of desk.spool cannot be read")
    #expect(try again.freezes().first?.needsHorizon == true)
    try again.close()
  }

  @Test(
    "a person who was erased is found again by the hashes, where an older desk still knows them")
  func erased() throws {
    try desk.keepCopy()
    let store = try open(at: 0)
    #expect(try store.send("o1", at: 0) == .granted)
    try store.hashInSpool([.reviewer("A"), relay, .order("114-7863528-5212210")])
    try store.close()
    try desk.putCopyBack()
    let older = try open()
    let customer = try #require(try older.customer(for: relay))
    #expect(customer.standing.lastContact == .hours(0))
    try older.close()
  }

  @Test("a message whose permit was void is no contact, one of which nobody knows is")
  func voidAndOpen() throws {
    try desk.keepCopy()
    let store = try open(at: 0)
    let claim = try store.claim(OutboxID("o1"), by: "test")
    _ = try store.commit(claim.item.id, fence: claim.fence, at: .hours(0), channel: "email")
    try store.finish(claim.item.id, fence: claim.fence, .undone(reason: "x"), at: .hours(0))
    try store.close()
    try desk.putCopyBack()
    let older = try open()
    #expect(try older.freezes().isEmpty)
    let second = try older.claim(OutboxID("o1"), by: "test")
    _ = try older.commit(second.item.id, fence: second.fence, at: .hours(3), channel: "email")
    try older.close()
    try desk.putCopyBack()
    let again = try open(at: 4)
    #expect(try again.freezes().map(\.kind) == [.restored])
    #expect(try #require(try again.customer(for: relay)).standing.lastContact == .hours(3))
    try again.close()
  }

  @Test("a database that is gone or empty is not silently begun anew")
  func gone() throws {
    try desk.store.close()
    try FileManager.default.removeItem(atPath: desk.path("desk.sqlite"))
    for _ in 0..<2 {
      let error = #expect(throws: DeskError.self) { try open() }
      #expect(error?.description.contains("is empty or gone") == true)
      #expect(error?.description.contains("--set-aside") == true)
      #expect(FileManager.default.createFile(atPath: desk.path("desk.sqlite"), contents: Data()))
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o600], ofItemAtPath: desk.path("desk.sqlite"))
    }
  }
}
