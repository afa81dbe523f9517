import AmendsPolicy
import Delivery
import Ledger
import Testing

@Suite("Handing a reply over by hand")
struct HandOverTests {
  private func handOver(_ desk: MemoryDesk, _ opinion: WordingOpinion = WordingOpinion())
    -> HandOver<MemoryDesk, FixedWording>
  {
    HandOver(desk: desk, wording: FixedWording(fixed: opinion), owner: Sample.owner)
  }

  private func handed(_ answer: HandOverAnswer) throws -> HandedText {
    guard case .handed(let text) = answer else { throw NotHanded(answer: answer) }
    return text
  }

  struct NotHanded: Error { var answer: HandOverAnswer }

  @Test("the permit is open before the text is there")
  func begins() throws {
    let desk = MemoryDesk([Sample.item(recipient: nil)])
    let text = try handed(try handOver(desk).begin(Sample.id, at: Sample.now))
    #expect(text.text == Sample.item().text)
    #expect(text.fence == Fence(item: Sample.id, number: 1))
    #expect(desk.item()?.state == .committing)
    #expect(desk.permits == [.init(item: Sample.id, at: Sample.now)])
  }

  @Test("confirmed as sent it counts from the confirmation")
  func sent() throws {
    let desk = MemoryDesk([Sample.item()])
    let text = try handed(try handOver(desk).begin(Sample.id, at: Sample.now))
    let later = Sample.now + .minutes(3)
    try handOver(desk).confirmSent(text.fence, at: later)
    #expect(desk.item()?.state == .sent)
    #expect(desk.contacts == [later])
    #expect(throws: DeskFault.overtaken) {
      try handOver(desk).confirmNotSent(text.fence, at: later)
    }
  }

  @Test("confirmed as not sent it is held, and can be handed over again")
  func notSent() throws {
    let desk = MemoryDesk([Sample.item()])
    let text = try handed(try handOver(desk).begin(Sample.id, at: Sample.now))
    try handOver(desk).confirmNotSent(text.fence, at: Sample.now)
    #expect(desk.item()?.state == .held)
    #expect(desk.item()?.reason == "not sent by hand")
    #expect(desk.contacts.isEmpty)
    let again = try handed(try handOver(desk).begin(Sample.id, at: Sample.now))
    #expect(again.fence.number == 2)
    #expect(throws: DeskFault.overtaken) {
      try handOver(desk).confirmSent(text.fence, at: Sample.now)
    }
  }

  @Test("an item may be handed over before it would leave by itself")
  func early() throws {
    let desk = MemoryDesk([Sample.item(leavesAt: Sample.now + .days(2))])
    _ = try handed(try handOver(desk).begin(Sample.id, at: Sample.now))
  }

  @Test("but not before the limits allow")
  func limits() throws {
    let contact = ContactEvent(.contacted, at: Sample.now - .hours(71))
    let desk = MemoryDesk([Sample.item()], events: [contact])
    guard case .postponed(let until, _) = try handOver(desk).begin(Sample.id, at: Sample.now) else {
      Issue.record("not postponed")
      return
    }
    #expect(until == Sample.now + .hours(1))
    #expect(desk.item()?.leavesAt == until)
    #expect(desk.permits.isEmpty)
  }

  @Test("a new message or a blocked text holds it")
  func held() throws {
    let desk = MemoryDesk([Sample.item()])
    let blocked = WordingOpinion(blocked: ["lure.conditional"])
    #expect(
      try handOver(desk, blocked).begin(Sample.id, at: Sample.now)
        == .held(.blocked(["lure.conditional"])))
    desk.record(.answered, at: Sample.now)
    #expect(
      try handOver(desk).begin(Sample.id, at: Sample.now)
        == .held(.obstacle(.newMessage(Sample.now))))
    #expect(desk.permits.isEmpty)
  }

  @Test("an item that is in other hands, gone or sent cannot be handed over")
  func overtaken() throws {
    let desk = MemoryDesk([Sample.item()])
    _ = try handOver(desk).begin(Sample.id, at: Sample.now)
    #expect(try handOver(desk).begin(Sample.id, at: Sample.now) == .overtaken)
    #expect(try handOver(desk).begin(OutboxID("none"), at: Sample.now) == .overtaken)
  }

  @Test(
    "a failing storage hands nothing over",
    arguments: [
      CrashPoint.before(.claim), .after(.claim), .before(.commit), .after(.commit),
    ])
  func storage(_ crash: CrashPoint) {
    let desk = FaultyDesk(desk: MemoryDesk([Sample.item()]), crash: crash)
    let handOver = HandOver(desk: desk, wording: FixedWording(), owner: Sample.owner)
    #expect(throws: FaultyDesk.death) { try handOver.begin(Sample.id, at: Sample.now) }
  }

  @Test("the hints name the order and the address, or where to look without them")
  func hints() throws {
    let desk = MemoryDesk([Sample.item()])
    let both = try handed(try handOver(desk).begin(Sample.id, at: Sample.now)).hints
    #expect(both.count == 2)
    #expect(both[0].contains(Sample.order))
    #expect(both[1].contains(Sample.relay))
    for (kind, place) in [
      (ItemKind.productReview, "Customer Reviews"), (.sellerFeedback, "Feedback"),
    ] {
      let bare = MemoryDesk([Sample.item(recipient: nil) { $0.order = nil }])
      bare.change { $0.rows[Sample.id]?.review.kind = kind }
      let hints = try handed(try handOver(bare).begin(Sample.id, at: Sample.now)).hints
      #expect(hints.count == 1)
      #expect(hints[0].contains(place))
    }
  }
}
