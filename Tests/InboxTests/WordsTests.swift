import AmendsPolicy
import Ledger
import Screen
import Testing

@testable import Inbox

@Suite("Words for times, figures and places")
struct WordsTests {
  @Test(
    "A countdown is rounded up, so that it never reads zero too early",
    arguments: [
      (Int64(0), "00:00", "00:00:00"), (1, "00:01", "00:00:01"), (1000, "00:01", "00:00:01"),
      (60_000, "00:01", "00:01:00"), (60_001, "00:02", "00:01:01"),
      (101_520_000, "1d 04:12", "1d 04:12:00"), (86_399_999, "1d 00:00", "1d 00:00:00"),
      (-5, "00:00", "00:00:00"),
    ])
  func countdown(left: Int64, minutes: String, seconds: String) {
    let end = Sample.now + Span(milliseconds: left)
    #expect(Countdown(until: end, at: Sample.now, precise: false).text == minutes)
    #expect(Countdown(until: end, at: Sample.now, precise: true).text == seconds)
  }

  @Test(
    "The place of a try in its row",
    arguments: [
      (1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"),
      (21, "21st"), (112, "112th"),
    ])
  func ordinal(number: Int, text: String) {
    #expect(Words.ordinal(number) == text)
  }

  @Test("A reason is read on the shop's clock, and says when it reads otherwise")
  func clockedReason() {
    let reason = "they wrote at 2026-11-27T13:20:00Z, after this was queued"
    let today = ClockedText(reason, rules: Sample.rules, at: Sample.now)
    #expect(today.text == "they wrote at 13:20, after this was queued")
    #expect(today.changesAt == Sample.instant("2026-11-28T00:00:00Z"))
    let later = ClockedText(reason, rules: Sample.rules, at: Sample.now + .days(30))
    #expect(later == ClockedText(later.text, rules: Sample.rules, at: Sample.now))
    #expect(later.text == "they wrote at 27 Nov 13:20, after this was queued")
  }

  @Test(
    "A rough span has one unit",
    arguments: [
      (Span.seconds(59), "0m"), (.minutes(1), "1m"), (.minutes(59), "59m"), (.minutes(60), "1h"),
      (.hours(47), "47h"), (.hours(48), "2d"), (.days(59), "59d"), (.days(60), "8w"),
      (.days(364), "52w"), (.days(365), "1y"), (.days(900), "2y"), (.seconds(-9), "0m"),
    ])
  func roughSpan(span: Span, text: String) {
    #expect(RoughSpan(span).text == text)
  }

  @Test("The steps of a rough span are where its text changes")
  func roughSteps() {
    for span in [Span.seconds(30), .minutes(5), .hours(3), .days(4), .days(70), .days(800)] {
      let rough = RoughSpan(span)
      let least = Span(milliseconds: rough.nextStep.milliseconds - 1)
      #expect(RoughSpan(least).text == rough.text)
      #expect(RoughSpan(rough.nextStep).text != rough.text)
      let above = Span(milliseconds: rough.lastStep.milliseconds + 1)
      #expect(RoughSpan(above).text == rough.text || rough.lastStep.milliseconds == 0)
      if rough.lastStep.milliseconds > 0 { #expect(RoughSpan(rough.lastStep).text != rough.text) }
    }
  }

  @Test(
    "The end of a window is counted in days, at last by a clock, up to its last instant",
    arguments: [
      (Span.days(86), "86d"), (Span(milliseconds: 86_400_000), "1d"),
      (Span(milliseconds: 86_399_999), "1d 00:00"), (.minutes(61), "01:01"), (.minutes(0), "00:00"),
    ])
  func dayCount(left: Span, text: String) throws {
    let end = Sample.now + .days(100)
    let count = DayCount(until: end, at: end - left)
    #expect(count.text == text)
    let change = try #require(count.changesAt)
    #expect(DayCount(until: end, at: change - Span(milliseconds: 1)).text == text)
    #expect(change > end || DayCount(until: end, at: change).text != text)
    #expect(DayCount(until: end, at: end + Span(milliseconds: 1)).changesAt == nil)
  }

  @Test("Figures are set off by thousands")
  func figures() {
    let numbers = [0, 7, 999, 1000, 12_345, 999_999, 1_000_000]
    #expect(
      numbers.map(Words.figure) == ["0", "7", "999", "1,000", "12,345", "999,999", "1,000,000"])
  }

  @Test(
    "Times as people type them",
    arguments: [
      ("now", "2026-11-27T14:00:00Z"), ("", "2026-11-27T14:00:00Z"),
      ("2h ago", "2026-11-27T12:00:00Z"), (" 3D AGO ", "2026-11-24T14:00:00Z"),
      ("45m", "2026-11-27T13:15:00Z"), ("13:30", "2026-11-27T13:30:00Z"),
      ("14:30", "2026-11-26T14:30:00Z"), ("9:05", "2026-11-27T09:05:00Z"),
      ("2026-11-20", "2026-11-20T12:00:00Z"), ("2026-11-20 10:00", "2026-11-20T10:00:00Z"),
      ("2026-11-20T10:00Z", "2026-11-20T10:00:00Z"),
      ("2026-11-20 10:00+02:00", "2026-11-20T08:00:00Z"),
    ])
  func typedTime(text: String, expected: String) {
    #expect(
      TypedTime.instant(text, at: Sample.now, in: .utc).map { ISO8601.text($0) } == expected)
  }

  @Test(
    "Times that are none",
    arguments: ["tomorrow", "25:00", "12:60", "2026-02-30", "1h 2m", "-2h", "12:5", "noon"])
  func noTime(text: String) {
    #expect(TypedTime.instant(text, at: Sample.now, in: .utc) == nil)
  }

  @Test("Typed clock times are those of the shop's zone")
  func typedZone() {
    let zone = Sample.california
    #expect(
      TypedTime.instant("5:30", at: Sample.now, in: zone)
        == Sample.instant("2026-11-27T13:30:00Z"))
    #expect(
      TypedTime.instant("2026-11-20 10:00", at: Sample.now, in: zone)
        == Sample.instant("2026-11-20T18:00:00Z"))
  }

  @Test("A clock names the day as far as it must")
  func clock() {
    let words = [
      ("2026-11-27T09:05:00Z", "09:05"), ("2026-11-26T23:59:00Z", "Thu 23:59"),
      ("2026-12-03T08:00:00Z", "Thu 08:00"), ("2026-12-04T08:00:00Z", "4 Dec 08:00"),
      ("2026-11-20T08:00:00Z", "20 Nov 08:00"),
    ]
    for (time, text) in words {
      #expect(Sample.rules.clock(Sample.instant(time), at: Sample.now) == text)
    }
  }

  @Test("A clock's words change when it is said that they do, over two weeks")
  func clockChanges() {
    let target = Sample.instant("2026-12-06T18:30:00Z")
    var now = Sample.now
    while let change = Sample.rules.clockChange(of: target, at: now) {
      let before = Sample.rules.clock(target, at: now)
      #expect(
        Sample.rules.clock(target, at: change - Span(milliseconds: 1)) == before)
      #expect(Sample.rules.clock(target, at: change) != before)
      now = change
    }
    #expect(now == Sample.instant("2026-12-13T00:00:00Z"))
  }

  @Test(
    "Quiet hours begin where the person lives",
    arguments: [
      ("2026-11-27T14:00:00Z", "2026-11-28T05:00:00Z"),
      ("2026-11-28T04:59:59Z", "2026-11-28T05:00:00Z"),
      ("2026-11-28T05:00:00Z", "2026-11-29T05:00:00Z"),
    ])
  func quietStart(now: String, start: String) {
    let customer = Sample.customer(1, "", zone: "America/Los_Angeles")
    #expect(
      Sample.rules.nextQuietStart(for: customer, after: Sample.instant(now))
        == Sample.instant(start))
  }

  @Test("Without quiet hours none begin")
  func noQuiet() {
    var rules = Sample.rules
    rules.limits.quietHours = .none
    #expect(rules.nextQuietStart(for: Sample.customer(1, ""), after: Sample.now) == nil)
  }

  @Test("A finding's sentence is found whole")
  func sentence() {
    let text = "One. Two is here! Three\nFour"
    let whole = { (range: Range<Int>) in
      let found = Sentence.range(around: [range], in: text)
      return String(decoding: Array(text.utf8)[found], as: UTF8.self)
    }
    #expect(whole(0..<1) == "One.")
    #expect(whole(6..<8) == "Two is here!")
    #expect(whole(2..<8) == "One. Two is here!")
    #expect(whole(19..<20) == "Three")
    #expect(whole(26..<28) == "Four")
    #expect(Sentence.range(around: [], in: text) == text.utf8.count..<text.utf8.count)
    #expect(Sentence.range(around: [90..<99], in: text).upperBound == text.utf8.count)
  }
}
