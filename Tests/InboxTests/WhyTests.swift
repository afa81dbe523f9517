import AmendsPolicy
import Ledger
import Screen
import Testing

@testable import Inbox

@Suite("Why somebody may be written to or not")
struct WhyTests {
  private static let order = "114-7863528-5211001"

  private func explained(
    _ events: [ContactEvent] = [], _ review: Review = Sample.review(1, "J. Rivera"),
    zone: String? = nil, outbox: OutboxSummary? = nil, keys: String = "w"
  ) -> Driver {
    var driver = Driver(
      Sample.desk(Sample.file([review], zone: zone, events: events, outbox: outbox)))
    driver.press(keys)
    return driver
  }

  @Test("Every limit that holds is told, since when and until when, the deciding one first")
  func holds() throws {
    let driver = explained([
      Sample.ago(.hours(90), .contacted), Sample.ago(.hours(30), .contacted, order: Self.order),
    ])
    let text = driver.text
    #expect(text.contains("No, and waiting will not change it."))
    let names = ["✗ order-once", "✗ unanswered", "! interval"]
    let places = try names.map { name in
      try #require(driver.rows.firstIndex { $0.contains(name) }, "\(name)")
    }
    #expect(places == places.sorted())
    #expect(text.contains("ends Sun 08:00, in 1d 18:00 · since Thu 08:00"))
    #expect(text.contains("72 h between messages, 42 h left · this shop's own rule"))
    #expect(text.contains("Amazon, Communication Guidelines (G1701)"))
  }

  @Test("Where only a word of theirs ends it, it says so")
  func unanswered() {
    let driver = explained([Sample.ago(.days(20), .contacted), Sample.ago(.days(9), .contacted)])
    #expect(driver.text.contains("Not until they write."))
    #expect(driver.text.contains("✗ unanswered      until they write · since 18 Nov 14:00"))
  }

  @Test("A window that closes while quiet hours delay holds from its end on")
  func closesMeanwhile() {
    var driver = explained(
      [Sample.ago(.minutes(43_197), .orderCompleted, order: Self.order)],
      zone: "America/Los_Angeles")
    #expect(driver.text.contains("✗ order-window    never ends · from 14:03"))
    driver.wait(.minutes(3))
    #expect(driver.text.contains("✗ order-window    never ends · since 14:03"))
  }

  @Test("What ends is counted down to the second in the answer")
  func countdown() {
    var driver = explained([Sample.ago(.hours(30), .contacted)])
    #expect(driver.text.contains("Not before Sun 08:00, in 1d 18:00:00."))
    driver.wait(.seconds(1))
    #expect(driver.text.contains("in 1d 17:59:59."))
    #expect(driver.inbox.nextChange(after: driver.now) == driver.now + .seconds(1))
  }

  @Test("The answer to a message of theirs is due, counted from the oldest that waits")
  func reply() {
    let driver = explained([
      Sample.ago(.hours(30), .contacted), Sample.ago(.hours(3), .answered),
      Sample.ago(.hours(1), .refundAsked),
    ])
    #expect(driver.text.contains("Yes: answer them now."))
    #expect(driver.text.contains("! answer          due Sat 11:00, in 21:00 · since 11:00"))
    let late = explained([Sample.ago(.hours(25), .answered)])
    #expect(late.text.contains("! answer          overdue since 13:00 · since Thu 13:00"))
    #expect(explained().text.contains("– answer          nothing of theirs waits for one"))
  }

  @Test("The order's window says when it began, or that nobody knows")
  func orderWindow() {
    let known = explained([Sample.ago(.days(9), .orderCompleted, order: Self.order)])
    #expect(
      known.text.contains("· order-window    closes 18 Dec 14:00, in 21d · since 18 Nov 14:00"))
    #expect(explained().text.contains("– order-window    not known"))
    let over = explained([Sample.ago(.days(400), .orderCompleted, order: Self.order)])
    #expect(over.text.contains("✗ order-window    never ends · since 22 Nov 2025"))
  }

  @Test("A feedback's removal and the brand's tool have windows of their own")
  func marketplaceWindows() {
    let feedback = Sample.review(
      1, "J. Rivera", title: "", text: "The knife is dull.", age: .days(4), kind: .sellerFeedback)
    let removal = explained([], feedback).text
    #expect(removal.contains("· removal         closes 21 Feb 2027, in 86d · since Mon 14:00"))
    #expect(removal.contains("the rules say yes"))
    #expect(!removal.contains("brand-tool"))
    var old = feedback
    old.postedAt = Sample.now - .days(91)
    #expect(explained([], old).text.contains("– removal         over since Thu 14:00"))
    let brand = explained().text
    #expect(brand.contains("· brand-tool      closes 25 Feb 2027, in 89d · since 12:00"))
    #expect(!brand.contains("removal"))
  }

  @Test("Quiet hours tell when they begin where the person lives, or that they hold")
  func quietHours() {
    let text = explained(zone: "America/Los_Angeles").text
    #expect(text.contains("Not before 16:00, in 02:00:00."))
    #expect(text.contains("! quiet-hours     ends 16:00, in 02:00"))
    #expect(text.contains("quiet hours 21-08 their time (America/Los_Angeles)"))
    #expect(explained().text.contains("· quiet-hours     begin 21:00, in 07:00"))
  }

  @Test("A reply in the outbox is the answer, with the time until it leaves")
  func queued() {
    let text = explained(outbox: Sample.waiting(1, .queued)).text
    #expect(text.contains("already (queued 14:20, leaves in"))
    #expect(text.contains("│ 00:20:00)."))
    #expect(explained(outbox: Sample.waiting(1, .uncertain)).text.contains("already (uncertain)."))
  }

  @Test("Where there is no way for a message it says so, as the question for the way does")
  func noWay() {
    var review = Sample.review(1, "J. Rivera", cause: .fabricated)
    #expect(explained([], review).text.contains("No: it is judged as fabricated"))
    review.cause = nil
    review.order = nil
    let text = Driver(
      Sample.desk(Sample.file([review], keys: [.reviewer("A2XQ")])))
    var driver = text
    driver.press("w")
    #expect(driver.text.contains("No: no order is known, so nobody can be addressed."))
  }

  @Test("In the composer it is asked by a key that is no letter")
  func composer() {
    var driver = Sample.composing(SampleDraft.clean)
    driver.press("w")
    #expect(driver.top == "composer")
    #expect(driver.press("<f4>").isEmpty)
    #expect(driver.text.contains("Yes: they may be written to now."))
    driver.press("x")
    #expect(driver.top == "composer")
    #expect(driver.inbox.composer?.area.text == SampleDraft.clean + "w")
  }

  @Test("In the outbox it is asked for the reply, as what that was queued as")
  func outbox() {
    var desk = Sample.desk(
      Sample.file([Sample.review(1, "J. Rivera")], events: [Sample.ago(.hours(3), .answered)]))
    desk.outbox = [Sample.outboxRow(Sample.item(1, .queued, leavesIn: .seconds(25)))]
    var driver = Driver(desk)
    driver.press("ow")
    #expect(driver.text.contains("The reply: leaves in 00:00:25"))
    #expect(driver.text.contains("! answer"))
    desk.outbox[0].item.isProactive = true
    desk.files[CustomerID(1)]?.events.append(Sample.ago(.hours(30), .contacted))
    desk.files[CustomerID(1)]?.customer.standing.lastContact = Sample.now - .hours(30)
    driver = Driver(desk)
    driver.press("ow")
    #expect(driver.text.contains("! interval        ends Sun 08:00"))
    desk.outbox[0].item.state = .held
    desk.outbox[0].item.reason = "they wrote at 2026-11-27T13:20:00Z"
    driver = Driver(desk)
    driver.press("ow")
    #expect(driver.text.contains("The reply: held, they wrote at 13:20"))
    desk.outbox[0].item.state = .sent
    driver = Driver(desk)
    driver.press("ow")
    #expect(driver.text.contains("Yes: answer them now."))
  }

  @Test("While the file is being read it says so, and then what stands in it")
  func loading() {
    var driver = Driver(Sample.desk)
    driver.isAnswering = false
    driver.press("w")
    #expect(driver.text.contains("reading …"))
    driver.answerAll()
    #expect(driver.text.contains("Yes: they may be written to now."))
  }

  @Test("What is recorded meanwhile changes it")
  func refreshed() {
    var driver = explained(keys: "<enter>w")
    #expect(driver.text.contains("Yes: they may be written to now."))
    driver.desk.files[CustomerID(1)] = Sample.file(
      [Sample.review(1, "J. Rivera")], events: [Sample.ago(.minutes(1), .complained)])
    let asked = driver.send(.deskChanged)
    #expect(asked.count { $0 == .loadCustomer(CustomerID(1)) } == 1)
    #expect(driver.text.contains("No, and waiting will not change it."))
  }

  @Test("Motions move it where it does not fit, the wheel too; every other key closes it")
  func motions() {
    var driver = explained([Sample.ago(.hours(30), .contacted)])
    driver.press("j")
    #expect(driver.top == "list")
    driver.resize(Size(rows: 10, columns: 40))
    driver.press("w")
    var seen = driver.text
    for _ in 0..<30 {
      driver.press("j")
      seen += driver.text
    }
    for name in ["interval", "answer", "order-window", "brand-tool"] {
      #expect(seen.contains(name), "\(name)")
    }
    let end = driver.rows
    driver.mouse(.wheelDown, 5, 5)
    #expect(driver.rows == end)
    driver.mouse(.wheelUp, 5, 5)
    #expect(driver.rows != end)
    driver.press("w")
    #expect(driver.top == "list")
  }

  @Test("Several limits at once, a message that waits, a feedback, and a reply that waits")
  func screens() {
    let sizes = [
      Size(rows: 24, columns: 80), Size(rows: 40, columns: 120), Size(rows: 10, columns: 40),
    ]
    Golden.check(explained(Sample.story, zone: "America/Los_Angeles"), "why-cooling", sizes: sizes)
    Golden.check(
      explained([
        Sample.ago(.days(9), .orderCompleted, order: Self.order),
        Sample.ago(.hours(30), .contacted), Sample.ago(.hours(3), .answered),
      ]), "why-due", sizes: sizes)
    let feedback = Sample.review(
      1, "J. Rivera", title: "", text: "The knife is dull.", age: .days(4), kind: .sellerFeedback)
    Golden.check(
      explained(
        [Sample.ago(.days(3), .optedOut), Sample.ago(.days(2), .complained)], feedback,
        keys: "<enter>w"), "why-never", sizes: sizes)
    var outbox = Driver(Sample.desk)
    outbox.press("ow")
    Golden.check(outbox, "why-reply", sizes: sizes)
  }
}
