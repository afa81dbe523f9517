import AmendsPolicy
import Ledger
import Screen
import Testing

@testable import Inbox

@Suite("Work in the outbox")
struct OutboxTests {
  private func opened(_ keys: String = "") -> Driver {
    var driver = Driver(Sample.desk)
    driver.press("o" + keys)
    return driver
  }

  @Test("Sent by hand: y says that it counts")
  func handedOver() {
    var driver = opened("jj<enter>")
    #expect(driver.effects.contains(.copy(SampleDraft.clean, what: "the reply")))
    #expect(driver.press("y") == [.resolve(OutboxID("o3"), wasSent: true)])
    #expect(driver.top == "outbox")
  }

  @Test("Not sent: n says so")
  func notHandedOver() {
    var driver = opened("jj<enter>")
    #expect(driver.press("n") == [.resolve(OutboxID("o3"), wasSent: false)])
  }

  @Test("Any other key leaves the question open: the permit is out")
  func otherKeys() {
    var driver = opened("jj<enter>")
    #expect(driver.press("<escape>q<enter><ctrl-c>") == [.bell, .bell, .bell, .bell])
    #expect(driver.top == "hand-over")
    #expect(driver.press("c") == [.copy(SampleDraft.clean, what: "the reply")])
    #expect(driver.top == "hand-over")
  }

  @Test("Holding and letting go are one key")
  func hold() {
    var driver = opened()
    #expect(driver.press("h") == [.hold(OutboxID("o1"))])
    #expect(driver.press("jjjjjh") == [.resume(OutboxID("o6"))])
  }

  @Test("An uncertain reply is resolved by a person")
  func uncertain() {
    var driver = opened("jjjjjj")
    #expect(driver.press("y") == [.resolve(OutboxID("o7"), wasSent: true)])
    #expect(driver.press("N") == [.resolve(OutboxID("o7"), wasSent: false)])
    #expect(driver.press("l") == [.lookUp(OutboxID("o7"))])
  }

  @Test("Whoever sent by hand may say at once that it was not sent")
  func uncertainByHand() {
    var desk = Sample.desk
    desk.outbox = [Sample.uncertainRow(since: .minutes(0), channel: DepartureChannel.byHand)]
    var driver = Driver(desk)
    driver.press("o")
    #expect(driver.text.contains("was it sent? y or n"))
    #expect(driver.press("n") == [.resolve(OutboxID("o7"), wasSent: false)])
  }

  @Test("A reply leaves at a person's word, one or all that are due")
  func sendNow() {
    for mode in [SendingMode.inbox, .worker, .manual] {
      var driver = Driver(Sample.desk, settings: Sample.settings(sending: mode))
      driver.press("o")
      #expect(driver.press("s") == [.sendNow(OutboxID("o1"))])
    }
    var manual = Driver(Sample.desk, settings: Sample.settings(sending: .manual))
    manual.press("o")
    #expect(manual.press("S") == [.sendAllDue])
  }

  @Test("What has ended today is read with what waits, and again with every change")
  func sinceMidnight() {
    var driver = Driver(Sample.desk)
    let midnight = Sample.instant("2026-11-27T00:00:00Z")
    #expect(driver.press("o") == [.loadOutbox(since: midnight)])
    #expect(driver.send(.deskChanged).contains(.loadOutbox(since: midnight)))
  }

  @Test("What a sender tells is shown on this clock, and does not count as an answer")
  func told() {
    var driver = opened()
    driver.answer(.told("a reply waits until 2026-11-28T08:00:00Z: quiet hours", isGood: true))
    #expect(driver.status == "a reply waits until Sat 08:00: quiet hours")
    #expect(driver.inbox.status?.kind == .success)
    driver.answer(.told("a reply was refused for good", isGood: false))
    #expect(driver.inbox.status?.kind == .error)
  }

  @Test("A reply is recalled, held ones too")
  func recall() {
    var driver = opened()
    #expect(driver.press("r") == [.recall(OutboxID("o1"))])
    #expect(driver.press("jjjjj<delete>") == [.recall(OutboxID("o6"))])
  }

  @Test("The selection stays on its reply when others come and go")
  func selection() {
    var driver = opened("jj")
    driver.desk.outbox.removeFirst()
    driver.send(.deskChanged)
    #expect(driver.inbox.layers.last?.selectedReply == OutboxID("o3"))
    driver.desk.outbox.removeAll { $0.item.id == OutboxID("o3") }
    driver.send(.deskChanged)
    #expect(driver.inbox.layers.last?.selectedReply == OutboxID("o4"))
  }

  @Test("To the first and the last, and not beyond")
  func ends() {
    var driver = opened("Gj")
    #expect(driver.inbox.layers.last?.selectedReply == OutboxID("o10"))
    driver.press("gk")
    #expect(driver.inbox.layers.last?.selectedReply == OutboxID("o1"))
  }
}

extension Layer {
  fileprivate var selectedReply: OutboxID? {
    if case .outbox(let screen) = self { screen.selected } else { nil }
  }
}
