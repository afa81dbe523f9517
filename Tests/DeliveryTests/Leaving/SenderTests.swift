import AmendsPolicy
import Delivery
import Ledger
import Synchronization
import Testing

@Suite("A step of the sender ends in exactly one outcome")
struct SenderTests {
  private func step(
    _ desk: MemoryDesk,
    _ carrier: StubCarrier = StubCarrier(),
    _ opinion: WordingOpinion = WordingOpinion(),
    at now: Instant = Sample.now
  ) throws -> StepOutcome {
    try Sender(
      desk: desk, wording: FixedWording(fixed: opinion), carrier: carrier, owner: Sample.owner
    ).step(at: now)
  }

  @Test("nothing is due before its time")
  func idle() throws {
    let later = Sample.now + .hours(1)
    let desk = MemoryDesk([Sample.item(leavesAt: later)])
    #expect(try step(desk) == .idle)
    #expect(desk.item()?.state == .queued)
    #expect(desk.item()?.attempts == 0)
    #expect(try step(desk, at: later) == .sent(Sample.id))
    #expect(try step(desk, at: later) == .idle)
  }

  @Test("what is due longest leaves first, one a step")
  func oldestFirst() throws {
    let first = Sample.item(OutboxID("first"), leavesAt: Sample.now - .hours(2))
    let second = Sample.item(OutboxID("second"), leavesAt: Sample.now - .hours(1))
    let desk = MemoryDesk([second, first])
    #expect(desk.nextDue() == first.leavesAt)
    #expect(try step(desk) == .sent(first.id))
    #expect(desk.item(second.id)?.state == .queued)
    #expect(desk.nextDue() == second.leavesAt)
  }

  @Test("a sent item closes its permit and counts as a contact")
  func sent() throws {
    let desk = MemoryDesk([Sample.item()])
    let carrier = StubCarrier()
    #expect(try step(desk, carrier) == .sent(Sample.id))
    #expect(desk.item()?.state == .sent)
    #expect(desk.permits == [.init(item: Sample.id, at: Sample.now, outcome: .sent)])
    #expect(desk.contacts == [Sample.now])
    let letter = try Sample.letter("Dear customer,\n\nwe are sorry.\n")
    let fence = Fence(item: Sample.id, number: 1)
    #expect(carrier.done == [.prepared(letter, fence), .left])
  }

  @Test("a carrier's every outcome is recorded as it is")
  func outcomes() throws {
    let table: [(Outcome, StepOutcome, OutboxState)] = [
      (.undone(reason: "r"), .undone(Sample.id, reason: "r"), .held),
      (.deferred(reason: "r"), .deferred(Sample.id, reason: "r"), .queued),
      (.refused(reason: "r"), .refused(Sample.id, reason: "r"), .failed),
      (.lost(reason: "r"), .lost(Sample.id, reason: "r"), .uncertain),
    ]
    for (outcome, expected, state) in table {
      let desk = MemoryDesk([Sample.item()])
      #expect(try step(desk, StubCarrier(outcome: outcome)) == expected)
      #expect(desk.item()?.state == state)
      #expect(desk.item()?.reason == "r")
      #expect(desk.permits.map(\.outcome) == [outcome])
      #expect(desk.contacts.isEmpty)
    }
  }

  @Test("a blocked text is held, whatever was accepted")
  func blocked() throws {
    let desk = MemoryDesk([Sample.item { $0.acceptedWarnings = ["ask.removal", "marketing"] }])
    let carrier = StubCarrier()
    let opinion = WordingOpinion(blocked: ["ask.removal"], warned: ["marketing"])
    #expect(try step(desk, carrier, opinion) == .held(Sample.id, .blocked(["ask.removal"])))
    #expect(desk.item()?.state == .held)
    #expect(desk.item()?.reason == "blocked by ask.removal")
    #expect(carrier.done.isEmpty)
    #expect(desk.permits.isEmpty)
  }

  @Test("a warning leaves only where it was accepted")
  func warned() throws {
    let opinion = WordingOpinion(warned: ["format", "marketing"])
    let accepted = MemoryDesk([Sample.item { $0.acceptedWarnings = ["marketing", "format"] }])
    #expect(try step(accepted, StubCarrier(), opinion) == .sent(Sample.id))
    let new = MemoryDesk([Sample.item { $0.acceptedWarnings = ["marketing"] }])
    #expect(try step(new, StubCarrier(), opinion) == .held(Sample.id, .warned(["format"])))
    #expect(new.item()?.reason == "warning not accepted yet: format")
  }

  @Test("an item without a usable address or order number is held")
  func addresses() throws {
    let table: [(OutboxItem, DepartureHold)] = [
      (Sample.item(recipient: nil), .noAddress),
      (Sample.item(recipient: "x@marketplace.amazon.com.br.golpe.com"), .address(.notARelay)),
      (Sample.item(recipient: "donotreply@marketplace.amazon.com"), .address(.noReply)),
      (Sample.item(recipient: "a@b.de\r\nBcc: c@d.de"), .address(.forbiddenCharacter)),
      (Sample.item { $0.order = "1\r\nBcc: c@d.de" }, .header(.controlCharacter)),
    ]
    for (item, hold) in table {
      let desk = MemoryDesk([item])
      let carrier = StubCarrier()
      #expect(try step(desk, carrier) == .held(Sample.id, hold))
      #expect(desk.item()?.reason == hold.inWords)
      #expect(carrier.done.isEmpty)
    }
  }

  @Test("a carrier that does not take it holds it, without a permit")
  func carrierFault() throws {
    let fault = CarrierFault.file(FileFault(operation: "create", path: "/p", code: 28))
    let desk = MemoryDesk([Sample.item()])
    #expect(try step(desk, StubCarrier(fault: fault)) == .held(Sample.id, .carrier(fault)))
    #expect(desk.item()?.reason == "cannot create /p: No space left on device")
    #expect(desk.permits.isEmpty)
  }

  @Test("a server that cannot be reached, or refuses for good, is no reason to hold it")
  func serverFaults() throws {
    let table: [(CarrierFault, StepOutcome, OutboxState)] = [
      (.transient("451 later"), .unreached(Sample.id, reason: "451 later"), .queued),
      (.permanent("550 no such user"), .refused(Sample.id, reason: "550 no such user"), .failed),
    ]
    for (fault, expected, state) in table {
      let desk = MemoryDesk([Sample.item()])
      #expect(try step(desk, StubCarrier(fault: fault)) == expected)
      #expect(desk.item()?.state == state)
      #expect(desk.permits.isEmpty)
    }
  }

  @Test("a sender that is to stop puts back what has no permit yet")
  func stopping() throws {
    let desk = MemoryDesk([Sample.item()])
    let carrier = StubCarrier()
    let sender = Sender(
      desk: desk, wording: FixedWording(), carrier: carrier, owner: Sample.owner,
      isStopping: { true })
    #expect(try sender.step(at: Sample.now) == .released(Sample.id))
    #expect(carrier.done.last == .discarded)
    #expect(desk.item()?.state == .queued)
    #expect(desk.permits.isEmpty)
  }

  @Test("what takes long counts from its end: permit and contact have each their own time")
  func slowCarrier() throws {
    let desk = MemoryDesk([Sample.item()])
    let time = Mutex(Sample.now)
    let carrier = StubCarrier { time.withLock { $0 = $0 + .minutes(4) } }
    let sender = Sender(
      desk: desk, wording: FixedWording(), carrier: carrier, owner: Sample.owner)
    let outcome = try sender.step(at: {
      time.withLock {
        $0 = $0 + .seconds(1)
        return $0
      }
    })
    #expect(outcome == .sent(Sample.id))
    let permit = try #require(desk.permits.first)
    #expect(permit.at == Sample.now + .minutes(4) + .seconds(3))
    #expect(desk.contacts == [Sample.now + .minutes(4) + .seconds(4)])
  }

  @Test("at a person's word one item leaves before its time, and only that one")
  func byWord() throws {
    let later = Sample.now + .days(2)
    let other = Sample.item(OutboxID("other"), leavesAt: Sample.now)
    let desk = MemoryDesk([Sample.item(leavesAt: later), other])
    let sender = Sender(
      desk: desk, wording: FixedWording(), carrier: StubCarrier(), owner: Sample.owner)
    #expect(try sender.step(of: Sample.id, at: { Sample.now }) == .sent(Sample.id))
    #expect(desk.item(other.id)?.state == .queued)
    #expect(try sender.step(of: Sample.id, at: { Sample.now }) == .overtaken(Sample.id))
  }

  @Test("an item that was taken back on the way does not leave")
  func overtaken() throws {
    let desk = MemoryDesk([Sample.item()])
    let carrier = StubCarrier { desk.change { $0.rows[Sample.id]?.fence = 7 } }
    #expect(try step(desk, carrier) == .overtaken(Sample.id))
    #expect(carrier.done.last == .discarded)
    #expect(desk.permits.isEmpty)
  }

  @Test("a failing storage stops sending, and what was prepared stays as evidence")
  func storage() throws {
    for crash in [CrashPoint.before(.commit), .after(.commit)] {
      let carrier = StubCarrier()
      let desk = FaultyDesk(desk: MemoryDesk([Sample.item()]), crash: crash)
      let sender = Sender(
        desk: desk, wording: FixedWording(), carrier: carrier, owner: Sample.owner)
      #expect(throws: FaultyDesk.death) { try sender.step(at: Sample.now) }
      #expect(carrier.done.count == 1)
    }
  }

  @Test("the sender says when it is needed next")
  func nextDue() throws {
    let later = Sample.now + .days(3)
    let desk = MemoryDesk([Sample.item(leavesAt: later)])
    let sender = Sender(
      desk: desk, wording: FixedWording(), carrier: StubCarrier(), owner: Sample.owner)
    #expect(try sender.nextDue() == later)
    #expect(
      try Sender(
        desk: MemoryDesk([]), wording: FixedWording(), carrier: StubCarrier(), owner: Sample.owner
      ).nextDue() == nil)
  }
}
