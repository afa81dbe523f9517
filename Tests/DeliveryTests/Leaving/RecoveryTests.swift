import AmendsPolicy
import Foundation
import Ledger
import Testing

@testable import Delivery

@Suite("Recovery after a death at every point, for each carrier")
struct RecoveryTests {
  /// What a mail reader does with a message that has left.
  enum Reader { case none, reads, takes }

  struct Case: CustomTestStringConvertible {
    var crash: CrashPoint
    var reader = Reader.none
    var found: [Recovered]
    var state: OutboxState
    var messages: Int

    var testDescription: String { "\(crash.isRecorded ? "after" : "before") \(crash.step)" }
  }

  static let maildirCases = [
    Case(crash: .before(.claim), found: [], state: .queued, messages: 0),
    Case(crash: .after(.claim), found: [.queuedAgain(Sample.id)], state: .queued, messages: 0),
    Case(crash: .before(.commit), found: [.queuedAgain(Sample.id)], state: .queued, messages: 0),
    Case(crash: .after(.commit), found: [.undone(Sample.id)], state: .held, messages: 0),
    Case(crash: .before(.finish), found: [.sent(Sample.id)], state: .sent, messages: 1),
    Case(
      crash: .before(.finish), reader: .reads, found: [.sent(Sample.id)], state: .sent, messages: 1),
    Case(
      crash: .before(.finish), reader: .takes, found: [.uncertain(Sample.id)], state: .uncertain,
      messages: 0),
    Case(crash: .after(.finish), found: [], state: .sent, messages: 1),
  ]

  static let byHandCases = [
    Case(crash: .before(.claim), found: [], state: .queued, messages: 0),
    Case(crash: .after(.claim), found: [.queuedAgain(Sample.id)], state: .queued, messages: 0),
    Case(crash: .before(.commit), found: [.queuedAgain(Sample.id)], state: .queued, messages: 0),
    Case(crash: .after(.commit), found: [.uncertain(Sample.id)], state: .uncertain, messages: 0),
    Case(crash: .before(.finish), found: [.uncertain(Sample.id)], state: .uncertain, messages: 0),
    Case(crash: .after(.finish), found: [], state: .sent, messages: 0),
  ]

  private func recover(
    _ desk: MemoryDesk,
    _ tracer: some Tracer,
    isGone: @escaping @Sendable (String) -> Bool = { _ in true }
  ) throws -> [Recovered] {
    try Recovery(desk: desk, tracer: tracer, isGone: isGone).run(at: Sample.now)
  }

  @Test("Maildir", arguments: maildirCases)
  func maildir(_ row: Case) throws {
    let post = try Post()
    let desk = MemoryDesk([Sample.item()])
    #expect(throws: FaultyDesk.death) { try post.sender(desk, row.crash).step(at: Sample.now) }
    try post.read(row.reader)
    #expect(try recover(desk, post.maildir) == row.found)
    #expect(desk.item()?.state == row.state)
    #expect(post.messages == row.messages)
    #expect(post.scratch.names("Mail/tmp") == [])
    #expect(try recover(desk, post.maildir) == [])
  }

  @Test("by hand", arguments: byHandCases)
  func byHand(_ row: Case) throws {
    let desk = MemoryDesk([Sample.item()])
    let dying = HandOver(
      desk: FaultyDesk(desk: desk, crash: row.crash), wording: FixedWording(), owner: Sample.owner)
    #expect(throws: FaultyDesk.death) {
      guard case .handed(let text) = try dying.begin(Sample.id, at: Sample.now) else { return }
      try dying.confirmSent(text.fence, at: Sample.now)
    }
    #expect(try recover(desk, ByHand()) == row.found)
    #expect(desk.item()?.state == row.state)
    let open = desk.permits.filter { $0.outcome == nil }
    #expect(open.isEmpty)
  }

  @Test(
    "a death around a hold or a delay loses nothing",
    arguments: [
      CrashPoint.before(.obstruct), .after(.obstruct), .before(.postpone), .after(.postpone),
    ])
  func settling(_ crash: CrashPoint) throws {
    let post = try Post()
    let contact = ContactEvent(.contacted, at: Sample.now - .hours(70))
    let isHold = crash.step == .obstruct
    let desk = MemoryDesk([Sample.item(recipient: isHold ? nil : Sample.relay)], events: [contact])
    #expect(throws: FaultyDesk.death) { try post.sender(desk, crash).step(at: Sample.now) }
    let found = try recover(desk, post.maildir)
    #expect(found == (crash.isRecorded ? [] : [.queuedAgain(Sample.id)]))
    _ = try post.sender(desk, nil).step(at: Sample.now)
    #expect(desk.item()?.state == (isHold ? .held : .queued))
    #expect(desk.item()?.reason != "")
    #expect(desk.permits.isEmpty)
  }

  @Test("an item that recovery queued again leaves once")
  func leavesOnce() throws {
    for crash in [CrashPoint.after(.claim), .before(.commit)] {
      let post = try Post()
      let desk = MemoryDesk([Sample.item()])
      #expect(throws: FaultyDesk.death) { try post.sender(desk, crash).step(at: Sample.now) }
      _ = try recover(desk, post.maildir)
      #expect(try post.sender(desk, nil).step(at: Sample.now) == .sent(Sample.id))
      #expect(post.messages == 1)
    }
  }

  @Test("what somebody alive holds is left alone")
  func living() throws {
    let desk = MemoryDesk([Sample.item()])
    let handOver = HandOver(desk: desk, wording: FixedWording(), owner: "alive")
    _ = try handOver.begin(Sample.id, at: Sample.now)
    #expect(try recover(desk, ByHand(), isGone: { $0 != "alive" }) == [])
    #expect(desk.item()?.state == .committing)
  }

  @Test("a true answer that comes late is taken", arguments: [true, false])
  func late(_ wasSent: Bool) throws {
    let desk = MemoryDesk([Sample.item()])
    let handOver = HandOver(desk: desk, wording: FixedWording(), owner: Sample.owner)
    guard case .handed(let text) = try handOver.begin(Sample.id, at: Sample.now) else { return }
    #expect(try recover(desk, ByHand()) == [.uncertain(Sample.id)])
    if wasSent {
      try handOver.confirmSent(text.fence, at: Sample.now)
    } else {
      try handOver.confirmNotSent(text.fence, at: Sample.now)
    }
    #expect(desk.item()?.state == (wasSent ? .sent : .held))
  }

  @Test("a Maildir that cannot be read leaves the matter to a person, with the reason")
  func unreadable() throws {
    let post = try Post()
    let desk = MemoryDesk([Sample.item()])
    #expect(throws: FaultyDesk.death) {
      try post.sender(desk, .before(.finish)).step(at: Sample.now)
    }
    let lost = Maildir(path: "\(post.scratch.path)/no/Mail", sender: try Sample.shop())
    #expect(try recover(desk, lost) == [.uncertain(Sample.id)])
    #expect(desk.item()?.reason.contains("no/Mail: No such file or directory") == true)
  }

  @Test("a message that left although the desk knows of no permit is for a person")
  func contradiction() throws {
    let post = try Post()
    let desk = MemoryDesk([Sample.item()])
    #expect(throws: FaultyDesk.death) { try post.sender(desk, .after(.claim)).step(at: Sample.now) }
    try post.scratch.write("Mail/new/1.A1_\(Sample.id.text).amends")
    #expect(try recover(desk, post.maildir) == [.contradicted(Sample.id)])
    #expect(desk.item()?.state == .held)
  }

  @Test("random deaths, recoveries and resumptions never send twice", arguments: 0..<40)
  func torture(_ seed: UInt64) throws {
    var dice = DeliveryDice(seed: seed)
    let post = try Post()
    let desk = MemoryDesk([Sample.item()])
    for round in 0..<12 {
      let now = Sample.now + .minutes(Int64(round))
      let crash = round < 10 ? CrashPoint.all.randomElement(using: &dice) : nil
      _ = try? post.sender(desk, crash).step(at: now)
      if Bool.random(using: &dice) { try post.read(.reads) }
      _ = try recover(desk, post.maildir)
      desk.change { try? $0.move(Sample.id, .resumed) }
    }
    #expect(post.messages == 1)
    #expect(desk.item()?.state == .sent)
    #expect(desk.permits.count { $0.outcome == .sent } == 1)
    #expect(desk.permits.allSatisfy { $0.outcome != nil })
  }
}

/// A Maildir in a folder of its own, and what a mail reader does to it.
struct Post {
  let scratch: Scratch
  let maildir: Maildir

  init() throws {
    scratch = try Scratch()
    maildir = Maildir(path: "\(scratch.path)/Mail", sender: try Sample.shop())
    _ = try maildir.trace(Fence(item: OutboxID("none"), number: 1))
  }

  var messages: Int { scratch.names("Mail/new").count + scratch.names("Mail/cur").count }

  func sender(
    _ desk: MemoryDesk,
    _ crash: CrashPoint?
  ) -> Sender<FaultyDesk, FixedWording, Maildir> {
    Sender(
      desk: FaultyDesk(desk: desk, crash: crash), wording: FixedWording(), carrier: maildir,
      owner: Sample.owner)
  }

  func read(_ reader: RecoveryTests.Reader) throws {
    for name in scratch.names("Mail/new") where reader != .none {
      let old = "\(scratch.path)/Mail/new/\(name)"
      if reader == .takes {
        try FileManager.default.removeItem(atPath: old)
      } else {
        try FileManager.default.moveItem(
          atPath: old, toPath: "\(scratch.path)/Mail/cur/\(name):2,S")
      }
    }
  }
}
