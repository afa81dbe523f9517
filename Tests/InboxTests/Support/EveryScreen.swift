import AmendsPolicy
import Ledger
import Screen

@testable import Inbox

/// A state of every screen and of everything that lies over one, with hostile and long contents.
enum EveryScreen {
  static var states: [(name: String, driver: Driver)] {
    lists + persons + composers + overlays + sheets + tours
  }

  private static var tours: [(name: String, driver: Driver)] {
    var frozen = Sample.desk
    frozen.counts.freezes = [Freeze(.stopped, reason: "x", since: Sample.now, by: "ben")]
    let (led, stopped) = (Driver(Sample.desk, hasTour: true), Driver(frozen, hasTour: true))
    var ended = led
    ended.press(String(repeating: "<f7>", count: 10))
    return [("tour", led), ("tour while stopped", stopped), ("tour at its end", ended)]
  }

  private static var sheets: [(name: String, driver: Driver)] {
    var feedback = Sample.hostile[6].review
    feedback.kind = .sellerFeedback
    let hostile = Sample.file(
      [Sample.hostile[0].review], name: "\u{1B}[31m山田\u{202E}", timeline: Sample.everyEntry)
    let states = [
      ("report", Sample.desk(hostile), "M"),
      ("removal", Sample.desk(Sample.file([feedback])), "Mfjj"),
      ("way", Sample.desk(Sample.file([feedback])), "c"),
    ]
    return states.map { name, desk, keys in
      var driver = Driver(desk)
      driver.press(keys)
      return (name, driver)
    } + [
      (
        "loading report",
        {
          var driver = Driver(Sample.desk(hostile))
          driver.isAnswering = false
          driver.press("M")
          return driver
        }()
      )
    ]
  }

  private static func list(_ rows: [ReviewRow], _ keys: String = "") -> Driver {
    var desk = Sample.desk
    desk.rows = rows
    var driver = Driver(desk)
    driver.press(keys)
    return driver
  }

  private static var lists: [(name: String, driver: Driver)] {
    [
      ("list", list(Sample.everyContact)), ("hostile list", list(Sample.hostile)),
      ("empty list", list([])), ("loading list", Driver(Sample.desk, isAnswering: false)),
      ("marked list", list(Sample.many(300), "X<pagedown>x")),
      ("status", list(Sample.hostile, "<f9>")), ("outbox", list(Sample.everyContact, "o")),
      ("held reply", list(Sample.everyContact, "ojjjjj")),
      (
        "empty outbox",
        {
          var driver = Driver(FakeDesk())
          driver.press("o")
          return driver
        }()
      ),
    ]
  }

  private static var persons: [(name: String, driver: Driver)] {
    let file = Sample.file(
      [Sample.hostile[0].review, Sample.review(21, "山田")], name: "\u{1B}[31m山田\u{202E}",
      zone: "America/Los_Angeles", events: Sample.story, timeline: Sample.everyEntry)
    var opened = Driver(Sample.desk(file))
    opened.press("<enter>")
    var loading = Driver(Sample.desk(file))
    loading.isAnswering = false
    loading.press("<enter>")
    var form = opened
    form.press("r<tab>" + String(repeating: "9", count: 200) + "<enter><enter>x<enter>")
    var note = opened
    note.press("n" + String(repeating: "long 山 ", count: 40))
    var choice = opened
    choice.press("O")
    var why = opened
    why.press("w")
    return [
      ("customer", opened), ("loading customer", loading), ("form", form), ("note", note),
      ("question", choice), ("why with everything", why),
    ]
  }

  private static var composers: [(name: String, driver: Driver)] {
    let hostile =
      "\u{1B}[2J\u{202E}山田様 👨‍👩‍👧‍👦 e\u{301}\u{301}\u{301} " + String(repeating: "x", count: 300)
    var findings = Sample.composing(SampleDraft.blocked + " Use our discount code.")
    findings.press("<ctrl-n><ctrl-n>")
    var selection = Sample.composing(String(repeating: hostile, count: 5))
    selection.press("<shift-pageup><shift-home>")
    let cooling = Sample.file(
      [Sample.review(1, "J. Rivera")], zone: "America/Los_Angeles", events: Sample.story)
    var question = Sample.composing("Hello, use our discount code.", file: cooling)
    question.press("<ctrl-s>")
    var empty = Driver(Sample.desk(Sample.stranger))
    empty.press("c")
    return [
      ("findings", findings), ("selection", selection), ("last question", question),
      ("empty composer", empty),
    ]
  }

  private static var overlays: [(name: String, driver: Driver)] {
    let keys = [
      ("help", "?"), ("help of customer", "<enter>?"), ("palette", ":"), ("views", "Vj"),
      ("themes", "<f3>"),
      ("palette down", ":<down>"),
      ("palette at its end", ":" + String(repeating: "<down>", count: 40)),
      ("palette without match", ":zzzz"), ("search", "/crack"), ("filter", "fstars:9<enter>"),
      ("snooze", "zmon 9:30"), ("snooze without time", "zsoon<enter>"),
      ("import", "i"), ("cause", "xxt"), ("merge", "<enter>m<enter>"),
      ("hand-over", "ojj<enter>"), ("why", "w"), ("why of customer", "jjj<enter>w"),
      ("why of reply", "ojw"),
    ]
    return keys.map { ($0.0, list(Sample.everyContact, $0.1)) }
  }
}
