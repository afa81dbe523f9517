import Foundation
import Testing

@Suite("record and cooldown")
struct CooldownTests {
  /// What is recorded first, and what the limits then say.
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var facts: [[String]]
    var question: [String]
    var limit: String?
    var until: String?

    init(
      _ name: String,
      _ facts: [[String]],
      _ question: [String],
      _ limit: String?,
      until: String? = nil
    ) {
      testDescription = name
      self.facts = facts
      self.question = question
      self.limit = limit
      self.until = until
    }
  }

  private static let order = "114-7863528-5212210"
  /// Noon of a day in November 2026, in UTC.
  private static func noon(_ day: Int) -> String {
    "2026-11-\(day < 10 ? "0" : "")\(day)T12:00:00Z"
  }
  private static func contacted(_ day: Int) -> [String] { ["contacted", "--at", noon(day)] }
  private static func answered(_ day: Int) -> [String] { ["answered", "--at", noon(day)] }
  private static func at(_ day: Int) -> [String] { ["--at", noon(day)] }

  static let cases: [Case] = [
    Case("a stranger", [], at(10), nil),
    Case("within the interval", [contacted(10)], at(11), "interval", until: noon(13)),
    Case("when the interval has ended", [contacted(10)], at(13), nil),
    Case("two unanswered", [contacted(1), contacted(5)], at(20), "unanswered"),
    Case("two unanswered, in the wrong order", [contacted(5), contacted(1)], at(20), "unanswered"),
    Case("they wrote since", [contacted(1), contacted(5), answered(6)], at(6), nil),
    Case(
      "they wrote in between, told last", [contacted(1), contacted(9), answered(5)], at(20), nil),
    Case(
      "proactive within the interval although they wrote", [contacted(10), answered(11)],
      at(11) + ["--proactive"], "interval", until: noon(13)),
    Case("opted out", [["opted-out", "--at", noon(1)]], at(20), "opted-out"),
    Case("wrote after opting out", [["opted-out", "--at", noon(1)], answered(2)], at(20), nil),
    Case(
      "wrote before opting out", [answered(1), ["opted-out", "--at", noon(2)]], at(20),
      "opted-out"),
    Case(
      "do not contact", [["do-not-contact", "--at", noon(1)], answered(2)], at(20),
      "do-not-contact"),
    Case("complained", [["complained", "--at", noon(1)], answered(2)], at(20), "complaint"),
    Case(
      "a refund asked for is a message of theirs",
      [contacted(10), ["refund-asked", "--at", noon(11)]], at(11), nil),
    Case(
      "quiet hours", [], ["--at", "2026-11-10T22:30:00Z"], "quiet-hours",
      until: "2026-11-11T08:00:00Z"),
    Case(
      "quiet hours where they live", [["answered", "--at", noon(1), "--zone", "America/New_York"]],
      ["--at", "2026-11-10T12:30:00Z"], "quiet-hours", until: "2026-11-10T13:00:00Z"),
    Case(
      "the interval ends at night", [["contacted", "--at", "2026-11-10T23:00:00Z"]], at(11),
      "quiet-hours", until: "2026-11-14T08:00:00Z"),
    Case(
      "one proactive message an order", [contacted(1) + ["--order", order]],
      at(20) + ["--order", order, "--proactive"], "order-once"),
    Case(
      "an answer about the same order is free", [contacted(1) + ["--order", order], answered(2)],
      at(20) + ["--order", order], nil),
    Case(
      "the window of an order", [["order-completed", "--at", "2026-10-01", "--order", order]],
      at(20) + ["--order", order, "--proactive"], "order-window"),
    Case(
      "within the window", [["order-completed", "--at", noon(1), "--order", order]],
      at(20) + ["--order", order, "--proactive"], nil),
    Case("facts behind the instant do not count", [contacted(20)], at(10), nil),
    Case(
      "a date alone is its noon", [["contacted", "--at", "2026-11-10"]], at(11), "interval",
      until: noon(13)),
    Case(
      "a time with an offset", [["contacted", "--at", "2026-11-10T13:00:00+01:00"]], at(11),
      "interval", until: noon(13)),
  ]

  @Test("each limit holds, and ends", arguments: cases)
  func limits(_ example: Case) throws {
    let desk = try ProgramDesk()
    let person = "qw2smy2gutcr61k@marketplace.amazon.com"
    for fact in example.facts {
      let run = try Program.run(
        ["record", person] + fact + ["--desk", desk.folder], home: desk.folder)
      #expect(run.status == 0, "\(run.errors)")
    }
    let run = try Program.run(
      ["cooldown", person, "--json"] + example.question + ["--desk", desk.folder],
      home: desk.folder)
    let answer = try run.object()
    #expect(run.status == (example.limit == nil ? 0 : 1))
    #expect(Set(answer.keys) == ["customer", "allowed", "until", "limit", "why"])
    #expect(answer["customer"] as? String == person)
    #expect(answer["allowed"] as? Bool == (example.limit == nil))
    #expect(answer["limit"] as? String == example.limit)
    #expect(answer["until"] as? String == example.until)
    #expect((answer["why"] as? [String])?.isEmpty == (example.limit == nil))
  }

  @Test("an order finds the person, and is the order that is asked about")
  func orderKey() throws {
    let desk = try ProgramDesk()
    let order = Self.order
    try desk.run(
      "record", "a@marketplace.amazon.com", "order-completed", "--order", order,
      "--at", "2026-11-01")
    try desk.run("record", order, "contacted", "--at", "2026-11-02")
    let answer = try desk.run(
      "cooldown", order, "--proactive", "--at", "2026-11-20", "--json"
    ).object()
    #expect(answer["limit"] as? String == "order-once")
    #expect(answer["customer"] as? String == order)
    let other = try desk.run("cooldown", "a@marketplace.amazon.com", "--at", "2026-11-03", "--json")
    #expect(try other.object()["limit"] as? String == "interval")
  }

  @Test("a contact that broke a limit is recorded, told, and counts")
  func broke() throws {
    let desk = try ProgramDesk()
    try desk.run("record", "A2XQ", "contacted", "--at", "2026-11-01T12:00:00Z")
    let run = try desk.run("record", "A2XQ", "contacted", "--at", "2026-11-02T12:00:00Z", "--json")
    #expect(run.status == 0)
    #expect(
      run.lines == [
        #"{"customer":"A2XQ","event":"contacted","at":"2026-11-02T12:00:00Z","order":null,"#
          + #""known":false,"new":false,"broke":"interval"}"#
      ])
    let cooldown = try desk.run("cooldown", "A2XQ", "--at", "2026-11-20", "--json").object()
    #expect(cooldown["limit"] as? String == "unanswered")
  }

  @Test("the same fact twice is one fact")
  func known() throws {
    let desk = try ProgramDesk()
    let fact = ["record", "A2XQ", "contacted", "--at", "2026-11-01T12:00:00Z", "--json"]
    let first = try Program.run(fact + ["--desk", desk.folder], home: desk.folder).object()
    #expect(first["new"] as? Bool == true)
    let second = try Program.run(fact + ["--desk", desk.folder], home: desk.folder).object()
    #expect(second["known"] as? Bool == true)
    let cooldown = try desk.run("cooldown", "A2XQ", "--at", "2026-11-20", "--json").object()
    #expect(cooldown["allowed"] as? Bool == true)
  }

  @Test("without --at all facts count, also those that lie ahead")
  func now() throws {
    let desk = try ProgramDesk()
    let ahead = try desk.run("record", "A2XQ", "contacted", "--at", "2999-01-01")
    #expect(ahead.errors.contains("in the future"))
    let answer = try desk.run("cooldown", "A2XQ", "--json").object()
    #expect((answer["until"] as? String)?.hasPrefix("2999-01-0") == true)
  }

  @Test("a configuration sets the limits")
  func configured() throws {
    let desk = try ProgramDesk()
    try desk.write(
      "config.toml",
      """
      [contact]
      interval_hours = 24
      max_unanswered = 1
      order_window_days = 5
      quiet_hours = "22:30-06"
      zone = "America/New_York"
      """)
    try desk.run("record", "A2XQ", "contacted", "--at", "2026-11-01T20:00:00Z")
    let unanswered = try desk.run("cooldown", "A2XQ", "--at", "2026-11-03", "--json").object()
    #expect(unanswered["limit"] as? String == "unanswered")
    let quiet = try desk.run("cooldown", "B", "--at", "2026-11-03T10:00:00Z", "--json").object()
    #expect(quiet["until"] as? String == "2026-11-03T11:00:00Z")
  }

  @Test("people are told the clocks that run beside, as they stood at the instant asked about")
  func clocks() throws {
    let desk = try ProgramDesk()
    let order = Self.order
    try desk.run(
      "record", "A2XQ", "order-completed", "--order", order, "--at", "2026-10-01T12:00:00Z")
    try desk.run("record", "A2XQ", "answered", "--at", "2026-11-10T12:00:00Z")
    func lines(_ at: String) throws -> [String] {
      try desk.run("cooldown", "A2XQ", "--order", order, "--at", at).lines
    }
    let due = try lines("2026-11-10T20:00:00Z")
    #expect(due.contains { $0.hasPrefix("  answer, due 2026-11-11T12:00:00Z: 24 h") })
    #expect(due.contains { $0.contains("since 2026-11-10T12:00:00Z; Amazon, help page") })
    #expect(due.contains { $0.hasPrefix("  order-window, over since 2026-10-31T12:00:00Z") })
    let late = try lines("2026-11-12T22:00:00Z")
    #expect(late.contains { $0.hasPrefix("  answer, overdue since 2026-11-11T12:00:00Z") })
    #expect(late.count { $0.contains("quiet-hours") } == 1)
    #expect(late.contains { $0.hasPrefix("  quiet-hours, until 2026-11-13T08:00:00Z") })
    let open = try lines("2026-10-02T12:00:00Z")
    #expect(open.contains { $0.hasPrefix("  order-window, until 2026-10-31T12:00:00Z") })
  }

  @Test("people are told every limit in plain words")
  func words() throws {
    let desk = try ProgramDesk()
    try desk.run("record", "A2XQ", "contacted", "--at", "2026-11-10T12:00:00Z")
    let run = try desk.run("cooldown", "A2XQ", "--at", "2026-11-11T12:00:00Z")
    #expect(run.status == 1)
    #expect(run.lines.first == "A2XQ: not before 2026-11-13T12:00:00Z, in 48 h")
    #expect(
      Array(run.lines.dropFirst()) == [
        "  interval, until 2026-11-13T12:00:00Z: 72 h between messages, 48 h left"
          + " [since 2026-11-10T12:00:00Z; this shop's own rule]",
        "  answer, none waits: 24 h from their oldest unanswered message, on holidays as well"
          + " [Amazon, help page 202152030, checked 2026-01-10]",
        "  order-window, not known: messages that answer nothing: 30 d from the completion of the"
          + " order; no order is known [Amazon, Communication Guidelines (G1701), checked 2026-01-10]",
        "  quiet-hours, from 2026-11-11T21:00:00Z: quiet hours 21-08 their time (UTC) delay what"
          + " would leave then [this shop's own rule]",
      ])
    let unknown = try desk.run("cooldown", "nobody", "--at", "2026-11-11T12:00:00Z")
    #expect(unknown.output.contains("unknown: nobody has written to them"))
  }
}
