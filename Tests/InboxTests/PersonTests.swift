import AmendsPolicy
import Ledger
import Screen
import Testing

@testable import Inbox

@Suite("Work on a person")
struct PersonTests {
  private let key = CustomerKey.relay("buyer1@marketplace.amazon.com")
  private let order = "114-7863528-5211001"

  private func opened(_ timeline: [TimelineEntry] = []) -> Driver {
    let file = Sample.file([Sample.review(1, "J. Rivera")], timeline: timeline)
    var driver = Driver(Sample.desk(file))
    driver.press("<enter>")
    return driver
  }

  @Test("A contact made elsewhere becomes a record, with the time as it was typed")
  func record() {
    var driver = opened()
    let asked = driver.press("r<enter><ctrl-u>2h ago<enter>phone<enter> Called them <enter>")
    #expect(
      asked == [
        .record(
          ContactRecord(
            customer: key,
            event: ContactEvent(.contacted, at: Sample.now - .hours(2), order: order),
            channel: "phone", note: "Called them"))
      ])
    #expect(driver.top == "customer")
  }

  @Test("What they wrote elsewhere is recorded as theirs")
  func recordTheirs() {
    var driver = opened()
    let asked = driver.press("r<ctrl-u>they<ctrl-s>")
    #expect(
      asked == [
        .record(
          ContactRecord(
            customer: key, event: ContactEvent(.answered, at: Sample.now, order: order)))
      ])
  }

  @Test("A fault goes to its field, and nothing is recorded")
  func faults() {
    var driver = opened()
    #expect(driver.press("r<ctrl-u>someone<ctrl-s>") == [.bell])
    #expect(driver.text.contains("! say “we” or “they”"))
    #expect(driver.press("<ctrl-u>we<tab><ctrl-u>in 2h<tab><ctrl-s>") == [.bell])
    #expect(driver.text.contains("! say now, 2h ago"))
    #expect(driver.press("<ctrl-u>2027-01-01 10:00<ctrl-s>") == [.bell])
    #expect(driver.press("<escape>") == [])
    #expect(driver.top == "customer")
  }

  @Test("The selected message of theirs is marked as asking for a refund")
  func refundAskedOnSelected() {
    let messages = [(8, "Where is it?"), (5, "Money back, please.")].map { days, text in
      TimelineEntry(
        kind: .contact(EventID(Int64(days)), .answered), at: Sample.now - .days(days), text: text,
        channel: "relay", order: "113-0000000-0000001")
    }
    var driver = opened(messages)
    driver.press("k")
    let asked = driver.press("$")
    #expect(
      asked == [
        .record(
          ContactRecord(
            customer: key,
            event: ContactEvent(
              .refundAsked, at: Sample.now - .days(8), order: "113-0000000-0000001"),
            channel: "relay", note: "Where is it?"))
      ])
  }

  @Test("Where no message of theirs is selected the newest one is marked, else it was now")
  func refundAskedElsewhere() {
    var driver = opened(Sample.everyEntry)
    driver.press("G$")
    guard case .record(let newest)? = driver.effects.last(where: { $0.isRecord }) else {
      Issue.record("nothing was recorded")
      return
    }
    #expect(newest.event.at == Sample.now - .days(7))
    driver = opened()
    driver.press("$")
    guard case .record(let present)? = driver.effects.last(where: { $0.isRecord }) else {
      Issue.record("nothing was recorded")
      return
    }
    #expect(present.event == ContactEvent(.refundAsked, at: Sample.now, order: order))
  }

  @Test("Opting out and do not contact are asked once, and recorded")
  func forGood() {
    var driver = opened()
    #expect(driver.press("On") == [.bell])
    #expect(
      driver.press("y") == [
        .record(ContactRecord(customer: key, event: ContactEvent(.optedOut, at: Sample.now)))
      ])
    #expect(
      driver.press("dy") == [
        .record(ContactRecord(customer: key, event: ContactEvent(.doNotContact, at: Sample.now)))
      ])
    #expect(driver.press("d<escape>") == [])
  }

  @Test("A note is written; an empty one is not")
  func note() {
    var driver = opened()
    #expect(driver.press("n refund approved <enter>") == [.note(CustomerID(1), "refund approved")])
    #expect(driver.press("n  <enter>") == [])
  }

  @Test("Merging asks with a key that nobody presses by the way")
  func merge() {
    var driver = opened()
    #expect(driver.press("m<enter>") == [.bell])
    #expect(driver.text.contains("! name a customer"))
    driver.press("114-7863528-5212210<enter>")
    #expect(driver.press("y<enter>m") == [.bell, .bell, .bell])
    #expect(
      driver.press("M") == [.merge(.order("114-7863528-5212210"), into: CustomerID(1))])
  }

  @Test("The order number is copied")
  func copyOrder() {
    var driver = opened()
    #expect(driver.press("y") == [.copy(order, what: "the order number")])
  }

  @Test("The next review opens its own customer, and back leads to the list")
  func nextReview() {
    var driver = Driver(Sample.desk)
    driver.press("<enter>JJ")
    #expect(driver.selected == 3)
    #expect(driver.effects.contains(.loadCustomer(CustomerID(3))))
    driver.press("<escape>")
    #expect(driver.top == "list")
  }

  @Test("The selected line of the timeline stays when lines are added behind it")
  func newEntries() {
    var driver = opened(Sample.everyEntry)
    driver.press("kk")
    let before = driver.inbox.customerScreen?.selectedEntry
    var timeline = Sample.everyEntry
    timeline.append(
      TimelineEntry(kind: .note(EventID(99)), at: Sample.now, text: "new", actor: "dan"))
    driver.desk.files[CustomerID(1)] = Sample.file(
      [Sample.review(1, "J. Rivera")], timeline: timeline)
    driver.send(.deskChanged)
    #expect(driver.inbox.customerScreen?.selectedEntry == before)
  }

  @Test("A customer who is not in the desk any more is told")
  func gone() {
    var driver = opened()
    driver.answer(.customer(CustomerID(1), nil))
    #expect(driver.status == "this customer is not in the desk any more")
  }
}

extension Effect {
  fileprivate var isRecord: Bool { if case .record = self { true } else { false } }
}
