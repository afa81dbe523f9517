import AmendsPolicy
import Ledger
import Screen
import Testing

@testable import Inbox

@Suite("Commands that make no sense say why, and do nothing")
struct DisabledCommandTests {
  private func expect(_ driver: Driver, _ reasons: [(String, String)]) {
    for (keys, reason) in reasons {
      var driver = driver
      #expect(driver.press(keys) == [.bell], "\(keys)")
      #expect(driver.status == reason, "\(keys)")
    }
  }

  @Test("In an empty list")
  func emptyList() {
    expect(
      Driver(FakeDesk()),
      ["<enter>", "x", "X", "c", "t", "T", "z", "M", "s", "e", "E", "w"].map {
        ($0, "there is no review here")
      } + [
        ("D", "no draft is kept"), ("y", "no order number is known here"),
        ("u", "there is nothing to undo"),
      ])
  }

  @Test("While the list is being read")
  func loadingList() {
    expect(
      Driver(Sample.desk, isAnswering: false),
      ["<enter>", "x", "X", "c", "t", "T", "z", "M", "s", "e", "E", "w"].map {
        ($0, "the list is still being read")
      })
  }

  @Test("While the customer is being read")
  func loadingCustomer() {
    var driver = Driver(Sample.desk)
    driver.isAnswering = false
    driver.press("<enter>")
    expect(
      driver,
      ["r", "n", "$", "O", "d", "m"].map { ($0, "the customer is still being read") }
        + ["c", "t", "T", "z", "M", "s", "e", "w"].map { ($0, "there is no review here") })
  }

  @Test("At the ends of the list, from a customer")
  func ends() {
    var driver = Driver(Sample.desk)
    driver.press("<enter>")
    expect(driver, [("K", "this is the first review of the list")])
    driver.press("<escape>G<enter>")
    expect(driver, [("J", "this is the last review of the list")])
  }

  @Test("In an empty outbox")
  func emptyOutbox() {
    var driver = Driver(FakeDesk())
    driver.press("o")
    expect(
      driver, ["<enter>", "r", "h", "s", "y", "n", "l", "w"].map { ($0, "the outbox is empty") })
  }

  @Test("In the outbox, by the state of the reply")
  func outboxStates() {
    var driver = Driver(Sample.desk)
    driver.press("o")
    expect(
      driver,
      [
        ("<enter>", "it can be handed over in 00:00:25"),
        ("y", "it is queued, not uncertain"), ("l", "it is queued, not uncertain"),
        ("s", "a person sends these: enter hands it over"),
        ("S", "a person sends these: enter hands one over"),
        ("jjjr", "it is sending: too late to recall"),
        ("jjjh", "it is sending: it cannot be held"),
        ("jjjjj<enter>", "it is held: only a queued reply can be handed over"),
        ("Gk<enter>", "it is sent: only a queued reply can be handed over"),
      ].map { ($0.0, $0.1) })
  }

  @Test("Handing over, where replies leave by themselves")
  func notByHand() {
    var driver = Driver(Sample.desk, settings: Sample.settings(sending: .inbox))
    driver.press("o")
    expect(
      driver,
      [
        ("jj<enter>", "it leaves by itself; r recalls it, h holds it"),
        ("S", "what is due leaves by itself"), ("jjjjjs", "it is held: h lets it go on first"),
        ("jjjs", "it is sending: only a queued reply can be sent"),
      ])
  }

  @Test("At a person's word handing over has no place")
  func notAtWord() {
    var driver = Driver(Sample.desk, settings: Sample.settings(sending: .manual))
    driver.press("o")
    expect(driver, [("jj<enter>", "s sends it; r recalls it, h holds it")])
  }

  @Test("That an uncertain reply was not sent, while a server may still take it")
  func tooEarly() {
    var desk = Sample.desk
    desk.outbox = [Sample.uncertainRow(since: .minutes(3))]
    var driver = Driver(desk)
    driver.press("o")
    expect(driver, [("n", "a server may still take it: it can be called unsent from 14:14")])
    #expect(driver.press("y") == [.resolve(OutboxID("o7"), wasSent: true)])
    driver.wait(.minutes(14))
    #expect(driver.press("n") == [.resolve(OutboxID("o7"), wasSent: false)])
  }

  @Test("Allowing what is not frozen, stopping what is stopped")
  func sending() {
    expect(Driver(FakeDesk()), [("A", "sending is not frozen")])
    var desk = FakeDesk()
    desk.counts.freezes = [Freeze(.stopped, reason: "x", since: Sample.now, by: "ben")]
    expect(Driver(desk), [(":stop-sending<enter>", "sending is stopped")])
    desk.counts.freezes = [
      Freeze(.restored, reason: "x", since: Sample.now, needsHorizon: true)
    ]
    expect(
      Driver(desk),
      [
        (
          "A",
          "say until when messages may have left: amends sending allow --nothing-sent-after TIME"
        )
      ])
  }

  @Test("In a composer without text")
  func emptyComposer() {
    var driver = Driver(Sample.desk(Sample.stranger))
    driver.press("c")
    expect(
      driver,
      [
        ("<ctrl-s>", "write something first"), ("<ctrl-n>", "there is no finding"),
        ("<ctrl-r>", "there is no safe wording to put in: ctrl-n goes to a finding"),
        ("<alt-x>", "nothing is written yet"),
      ])
  }

  @Test("Work on a review that has gone on")
  func wrongState() {
    var desk = Sample.desk
    desk.rows[0].review.state = .queued
    expect(
      Driver(desk),
      [
        ("s", "a review that is queued stays so"), ("E", "a review that is queued stays so"),
        ("z", "only an open review is snoozed: this one is queued"),
      ])
  }
}
