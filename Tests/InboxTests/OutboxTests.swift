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
    #expect(driver.press("Y") == [.resolve(OutboxID("o7"), wasSent: true)])
    #expect(driver.press("N") == [.resolve(OutboxID("o7"), wasSent: false)])
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
