import AmendsPolicy
import GRDB
import Ledger
import Store
import Testing

@Suite("Mail in the desk")
struct MailImportTests {
  private let desk: TestDesk
  private static let order = "114-7863528-5212210"
  private static let relay = "wpr8hj096tpnty8@marketplace.amazon.com"

  init() throws { desk = try TestDesk() }

  private func mail(
    _ id: String, _ kind: MailKind = .message, at instant: Instant = .hours(-2),
    text: String = "Where is it?", keys: [CustomerKey] = [.relay(relay), .order(order)],
    order: String? = order, _ change: (inout ImportedMail) -> Void = { _ in }
  ) -> ImportedMail {
    var mail = ImportedMail(
      identity: "\(id)@mail.example", kind: kind, keys: keys, name: "Cathy", order: order,
      at: instant, text: text, reference: MessageReference("\(id)@mail.example"))
    change(&mail)
    return mail
  }

  @discardableResult
  private func add(_ mails: ImportedMail..., now: Instant = .hours(0)) throws -> ImportTally {
    try desk.store.importRows(mails.map(ImportedRow.mail), at: now, by: "amy")
  }

  private func customer(_ key: CustomerKey = .relay(relay)) throws -> Customer {
    try #require(try desk.store.customer(for: key))
  }

  private func events() throws -> [ContactEvent] { try desk.store.events(of: try customer().id) }

  @Test("a message is an answer, with its words in the timeline")
  func message() throws {
    let tally = try add(mail("a") { $0.remark = "its end is missing" })
    #expect(tally.added == 1 && tally.mail.messages == 1)
    #expect(try events() == [ContactEvent(.answered, at: .hours(-2), order: Self.order)])
    let customer = try customer()
    #expect(customer.name == "Cathy")
    #expect(customer.standing.refundAsked == nil)
    let file = try #require(try desk.store.customerFile(customer.id))
    #expect(file.timeline.map(\.text) == ["Where is it?\n[its end is missing]"])
    #expect(file.timeline.map(\.channel) == ["e-mail"])
    #expect(file.timeline.map(\.actor) == [""])
    #expect(try self.customer(.order(Self.order)).id == customer.id)
  }

  @Test("importing again changes nothing, in any order and in any parts", arguments: 0..<6)
  func again(_ seed: UInt64) throws {
    let mails = [
      mail("a", at: .hours(-9)), mail("b", at: .hours(-7), text: "Hello?"),
      mail("c", .sent, at: .hours(-8), text: "I am sorry."),
      mail("d", .copy, at: .hours(-8), text: "I  am\nsorry.", keys: [.order(Self.order)]),
      mail("e", .optOut, at: .hours(-1), text: "came back"),
      mail("f", .claim, at: .hours(-3), text: "a claim"),
      mail("g", keys: [.relay("other@marketplace.amazon.de")], order: nil),
    ]
    var random = Seeded(seed)
    let shuffled = mails.shuffled(using: &random)
    let cut = Int.random(in: 0...shuffled.count, using: &random)
    for part in [shuffled.prefix(cut), shuffled.suffix(from: cut)] {
      _ = try desk.store.importRows(part.map(ImportedRow.mail), at: .hours(0), by: "amy")
    }
    let standing = try customer().standing
    #expect(standing.unansweredContacts == 0)
    #expect(standing.lastContact == .hours(-8) && standing.lastInbound == .hours(-7))
    #expect(standing.optedOut == .hours(-1) && standing.complained == nil)
    #expect(try events().count == 4)
    let before = try desk.store.changeToken()
    let tally = try desk.store.importRows(mails.map(ImportedRow.mail), at: .hours(1), by: "amy")
    #expect(tally.unchanged == mails.count && tally.added == 0)
    #expect(tally.mail == MailTally())
    #expect(try desk.store.changeToken() == before)
  }

  @Test("a message opens answered reviews again and holds what waits")
  func news() throws {
    let review = try desk.review("R1", by: [.relay(Self.relay)])
    try desk.queue("o1", for: review, leavesAt: .hours(-4), queuedAt: .hours(-5))
    #expect(try desk.send("o1", at: .hours(-4)) == .granted)
    #expect(try desk.store.review(review.id)?.state == .answered)
    try add(mail("a"))
    #expect(try desk.store.review(review.id)?.state == .open)
    try desk.queue("o2", for: review, heardUntil: .hours(-2))
    #expect(try desk.state("o2") == .queued)
    try add(mail("b", at: .hours(-1), text: "One more thing"))
    #expect(try desk.state("o2") == .held)
  }

  @Test(
    "notices hold what waits and count for no limit",
    arguments: [MailKind.returnRequest, .cancelRequest, .claim, .notice, .claimClosed])
  func notices(_ kind: MailKind) throws {
    let review = try desk.review("R1", by: [.relay(Self.relay)])
    try desk.queue("o1", for: review)
    #expect(try add(mail("n", kind, text: "a notice")).mail.notices == 1)
    #expect(try desk.state("o1") == (kind == .claimClosed ? .queued : .held))
    #expect(try events().isEmpty)
    let file = try #require(try desk.store.customerFile(try customer().id))
    #expect(file.timeline.contains { $0.text == "a notice" })
  }

  @Test("an opt-out stands against every proactive message")
  func optOut() throws {
    #expect(try add(mail("o", .optOut)).mail.optOuts == 1)
    #expect(try customer().standing.optedOut == .hours(-2))
  }

  @Test("what Amends sent counts once, by its identity or by its words")
  func ownIsNotCountedTwice() throws {
    let review = try desk.review("R1", by: [.relay(Self.relay)])
    try desk.queue("o1", for: review)
    #expect(try desk.send("o1") == .granted)
    let sent = mail("x", .sent, at: .hours(30), text: "otherwise") {
      $0.reference = MessageReference("o1@amends.shop.example")
    }
    let copy = mail("y", .copy, at: .hours(1), text: "We\n are   sorry.")
    #expect(try add(sent, copy, now: .hours(31)).mail.copies == 2)
    #expect(try events().count == 1)
    #expect(try customer().standing.unansweredContacts == 1)
    #expect(try add(mail("z", .copy, at: .hours(2), text: "We are sorry.")).mail.contacts == 1)
    #expect(try events().count == 2)
  }

  @Test(
    "what was written elsewhere counts once, whichever of its copies comes first",
    arguments: [0, 1])
  func elsewhere(_ first: Int) throws {
    let mails = [
      mail("s", .sent, at: .hours(-3), text: "I am sorry."),
      mail("c", .copy, at: .hours(-3) + .minutes(1), text: "I am sorry."),
    ]
    try add(mails[first])
    try add(mails[1 - first])
    #expect(try events().count == 1)
    #expect(try events().first?.kind == .contacted)
  }

  @Test("the same words twice are two contacts, and far apart too")
  func sameWords() throws {
    try add(mail("s1", .sent, at: .hours(-9)), mail("s2", .sent, at: .hours(-8)))
    #expect(try events().count == 2)
    try add(mail("c1", .copy, at: .hours(-9)), mail("c2", .copy, at: .hours(-8)))
    #expect(try events().count == 2)
    try add(mail("c3", .copy, at: .hours(-60)))
    #expect(try events().count == 3)
    try add(
      mail("s3", .sent, at: .hours(-3), text: ""),
      mail("c4", .copy, at: .hours(-3) + .minutes(1), text: ""))
    #expect(try events().count == 5)
  }

  @Test("a copy of a message of another desk, or of a reply that was taken back, counts")
  func otherDesk() throws {
    let review = try desk.review("R1", by: [.relay(Self.relay)])
    try desk.queue("o1", for: review)
    try desk.store.recall(OutboxID("o1"), at: .hours(0), by: "amy")
    for (id, item) in [("p", "o1"), ("q", "unknown")] {
      let tally = try add(
        mail(id, .sent, text: "words \(id)") {
          $0.reference = MessageReference("\(item)@amends.shop.example")
        })
      #expect(tally.mail.contacts == 1)
    }
    #expect(try events().count == 2)
  }

  /// A reply of which nobody knows whether it left.
  private func uncertain() throws -> Review {
    let review = try desk.review("R1", by: [.relay(Self.relay)])
    try desk.queue("o1", for: review)
    let claim = try desk.store.claim(OutboxID("o1"), by: "test")
    #expect(
      try desk.store.commit(claim.item.id, fence: claim.fence, at: .hours(0), channel: "e-mail")
        == .granted)
    try desk.store.finish(
      claim.item.id, fence: claim.fence, .lost(reason: "no answer"), at: .hours(0))
    return review
  }

  @Test(
    "a copy of an uncertain reply is evidence and resolves nothing; it counts whatever is said of it",
    arguments: [MailKind.sent, .copy], [true, false])
  func evidence(_ kind: MailKind, _ wasSent: Bool) throws {
    _ = try uncertain()
    let copy = mail("u", kind, at: .hours(1), text: "We are sorry.") {
      if kind == .sent { $0.reference = MessageReference("o1@amends.shop.example") }
    }
    #expect(try add(copy, now: .hours(2)).mail.copies == 1)
    #expect(try desk.state("o1") == .uncertain)
    #expect(try events().isEmpty)
    let file = try #require(try desk.store.customerFile(try customer().id))
    #expect(file.timeline.contains { $0.text.contains("lies in the mailbox") })

    try desk.store.resolve(OutboxID("o1"), wasSent: wasSent, at: .hours(3), by: "amy")
    #expect(try events().map(\.kind) == [.contacted])
    #expect(try events().first?.at == (wasSent ? .hours(3) : .hours(1)))
    #expect(try add(copy, now: .hours(4)).unchanged == 1)
    let other = mail("v", kind == .sent ? .copy : .sent, at: .hours(1), text: "We are sorry.")
    #expect(try add(other, now: .hours(4)).mail.copies == 1)
    #expect(try events().count == 1)
  }

  @Test("without a copy a reply that was not sent is none")
  func unsentWithoutCopy() throws {
    _ = try uncertain()
    try desk.store.resolve(OutboxID("o1"), wasSent: false, at: .hours(3), by: "amy")
    #expect(try events().isEmpty)
  }

  @Test("an order in a subject does not make one person of two buyers")
  func foreignOrder() throws {
    try add(mail("a"))
    let other = CustomerKey.relay("other1@marketplace.amazon.com")
    try add(mail("b", keys: [other, .order(Self.order)]))
    #expect(try customer(other).id != customer().id)
    #expect(try customer(.order(Self.order)).id == customer().id)
  }

  @Test("an order that names a person without an alias gives them one")
  func orderJoins() throws {
    let review = try desk.review("R1", by: [.order(Self.order)])
    try add(mail("a"), mail("b", at: .hours(-3), text: "before"))
    #expect(try customer().id == review.customer)
    #expect(try customer().name == "Cathy")
    try add(mail("c", .copy, at: .hours(-1), keys: [.order(Self.order)]))
    #expect(try events().count == 3)
  }

  @Test("an address with a tag finds whom it is known for, and makes nobody")
  func tags() throws {
    let tagged = CustomerKey.relay("wpr8hj096tpnty8+t1@marketplace.amazon.com")
    try add(mail("a", keys: [.relay(Self.relay), tagged], order: nil))
    #expect(try desk.store.customer(for: tagged) == nil)
    let known = CustomerKey.relay("wpr8hj096tpnty8+t2@marketplace.amazon.com")
    try desk.record(.contacted, known, at: .hours(-30))
    try add(mail("b", at: .hours(-1), keys: [.relay(Self.relay), known], order: nil))
    #expect(try customer(known).id == customer().id)
    #expect(try events().count == 3)
  }

  @Test("a reply answers the newest message about its order, else the newest of all")
  func threads() throws {
    let other = "114-1111111-1111111"
    try add(
      mail("old", at: .hours(-9)) { $0.earlier = [MessageReference("x@y.z")].compactMap(\.self) },
      mail("new", at: .hours(-8), text: "b"),
      mail("elsewhere", at: .hours(-7), text: "c", order: other),
      mail("sent", .sent, at: .hours(-20), text: "d"),
      mail("nameless", at: .hours(-1), text: "e") { $0.reference = nil })
    for (order, answered) in [
      (Self.order, "new"), (other, "elsewhere"), ("114-2222222-2222222", "elsewhere"),
      (nil, "elsewhere"),
    ] {
      let id = OutboxID("o-\(order ?? "none")")
      let review = try desk.review("R-\(id.text)", by: [.relay(Self.relay)])
      try desk.queue(id.text, for: review, order: order, heardUntil: .hours(-1))
      let claim = try desk.store.claim(id, by: "test")
      #expect(claim.thread?.answered.text == "\(answered)@mail.example")
      try desk.store.release(id, fence: claim.fence)
      try desk.store.recall(id, at: .hours(0), by: "amy")
    }
    let stranger = try desk.review("R2", by: [.reviewer("A")])
    try desk.queue("o9", for: stranger)
    #expect(try desk.store.claim(OutboxID("o9"), by: "test").thread == nil)
  }

  @Test("references go with the thread, and mail goes with a person who becomes another")
  func mergedThread() throws {
    let references = ["x@y.z", "a@b.c"].compactMap { MessageReference($0) }
    try add(mail("a") { $0.earlier = references })
    let review = try desk.review("R1", by: [.reviewer("A")])
    try desk.store.merge(.relay(Self.relay), into: review.customer, at: .hours(0))
    try desk.queue("o1", for: review, heardUntil: .hours(-2))
    let thread = try desk.store.claim(OutboxID("o1"), by: "test").thread
    #expect(thread?.earlier == references)
    #expect(try add(mail("a")).unchanged == 1)
  }

  @Test("what was read of a mailbox is remembered")
  func marks() throws {
    #expect(try desk.store.filesRead(of: "/m").isEmpty)
    #expect(try desk.store.mark(of: "/m") == nil)
    try desk.store.noteRead(["1.a", "2.b"], of: "/m")
    try desk.store.noteRead(["2.b", "3.c"], of: "/m")
    try desk.store.noteRead(["9"], of: "/other")
    #expect(try desk.store.filesRead(of: "/m") == ["1.a", "2.b", "3.c"])
    let mark = MailboxMark(inode: 7, offset: 99, tail: "ff")
    try desk.store.setMark(mark, of: "/box")
    #expect(try desk.store.mark(of: "/box") == mark)
  }
}
