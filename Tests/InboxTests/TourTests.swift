import AmendsPolicy
import Ledger
import Screen
import Testing

@testable import Inbox

@Suite("The guided first walk")
struct TourTests {
  private static let lure = "We refund you once you have updated your review."

  /// A desk of feedback, whose first two can be answered.
  private func desk() -> FakeDesk {
    var desk = FakeDesk()
    let reviews = (1...3).map { number in
      Sample.review(
        Int64(number), "J. Rivera", title: "", text: "Still waiting for the kettle.",
        kind: .sellerFeedback)
    }
    for review in reviews {
      let file = Sample.file([review])
      desk.rows.append(contentsOf: Sample.desk(file).rows)
      desk.files[file.customer.id] = file
    }
    return desk
  }

  private func led(_ keys: String = "") -> Driver {
    var driver = Driver(desk(), hasTour: true)
    driver.press(keys)
    return driver
  }

  private func step(_ driver: Driver) -> Tour.Step? { driver.inbox.tour?.step }

  @Test("Each step is taken by doing what it says, to the end")
  func wholeWay() {
    var driver = led()
    let ways: [(keys: String, next: Tour.Step?)] = [
      ("j", .open), ("<enter>", .why), ("w", .cause), ("xT", .compose), ("c<enter>", .lure),
      (Self.lure, .mend), ("<ctrl-r>", .queue), ("<ctrl-s>", .undo), ("u", .help), ("?", nil),
    ]
    #expect(step(driver) == .move)
    for (keys, next) in ways {
      driver.press(keys)
      if driver.top == "choice" { driver.press("Wy") }
      #expect(step(driver) == next, "after \(keys)")
    }
    #expect(driver.inbox.tour != nil)
    driver.press("x")
    #expect(driver.text.contains("That was the tour. Q leaves"))
    driver.press("<f8>")
    #expect(driver.inbox.tour == nil)
    #expect(!driver.text.contains("tour"))
  }

  @Test("What is refused, or not asked for, leads nowhere")
  func elsewhere() {
    for keys in ["u", "y", "s", "/x<escape>", "?x", "o", "<f9>"] {
      #expect(step(led(keys)) == .move, "\(keys)")
    }
    var driver = led("j<enter>w")
    #expect(step(driver) == .cause)
    driver.press("xt<escape>")
    #expect(step(driver) == .cause)
    driver.press("td")
    #expect(step(driver) == .compose)
    driver.press("c")
    #expect(step(driver) == .compose, "the question for the way is no composer yet")
    driver.press("m")
    #expect(step(driver) == .lure)
  }

  @Test("Who does more than a step asks for need not do it again")
  func ahead() {
    #expect(step(led("<enter>")) == .why)
    var driver = led("j<enter>wxTcm")
    driver.paste("I am sorry that it is late. What happened?")
    #expect(step(driver) == .lure)
    driver.press("<ctrl-s>Wy")
    #expect(step(driver) == .undo)
  }

  @Test(
    "A step can be skipped and the walk left, wherever one is", arguments: ["", "<enter>cm", "?"])
  func leaving(_ keys: String) {
    var driver = led(keys)
    let top = driver.top
    let next = (step(driver)?.rawValue ?? 0) + 1
    driver.press("<f7>")
    #expect(step(driver)?.rawValue == next)
    #expect(driver.top == top)
    #expect(driver.press("<f8>").isEmpty)
    #expect(driver.inbox.tour == nil)
    driver.press("<f7>")
    #expect(driver.inbox.tour == nil)
  }

  @Test("Skipping ends at the end")
  func skipping() {
    let driver = led(String(repeating: "<f7>", count: 15))
    #expect(step(driver) == nil)
    #expect(driver.text.contains("That was the tour."))
  }

  @Test("The strip names a person's own keys, and fits on one line at 80 columns")
  func words() throws {
    let own = try Keymap(overrides: ["down": ["f9"]])
    #expect(TourWords(.move, keys: own).text.hasPrefix("1/10  f9 goes to"))
    for step in Tour.Step.allCases {
      let words = TourWords(step, keys: Sample.standardKeys)
      #expect(SafeText(words.text).width <= 78, "\(words.text)")
      #expect(words.text.hasPrefix("\(step.rawValue + 1)/10  "))
    }
  }

  @Test("It begins with what can be answered with a message")
  func filter() {
    let driver = led()
    #expect(driver.inbox.list.filter.kind == .sellerFeedback)
    #expect(driver.inbox.list.typedFilter == Tour.filter)
  }

  @Test("Without a tour there is no strip, and its keys mean nothing")
  func none() {
    var driver = Driver(desk())
    #expect(driver.press("<f7>") == [.bell])
    #expect(!driver.text.contains("tour"))
  }

  @Test("The strip at its steps, beside the notice that sending is stopped, and when it is over")
  func screens() {
    let sizes = [
      Size(rows: 24, columns: 80), Size(rows: 40, columns: 120), Size(rows: 10, columns: 40),
    ]
    Golden.check(led(), "tour-move", sizes: sizes)
    Golden.check(led("j<enter>w"), "tour-why", sizes: sizes)
    Golden.check(led("j<enter>wxTcm" + Self.lure), "tour-blocked", sizes: sizes)
    var stopped = desk()
    stopped.counts.freezes = [
      Freeze(.stopped, reason: "stocktaking", since: Sample.now, by: "ben")
    ]
    Golden.check(Driver(stopped, hasTour: true), "tour-stopped", sizes: [sizes[0]])
    Golden.check(led(String(repeating: "<f7>", count: 10)), "tour-over", sizes: [sizes[0]])
  }
}
