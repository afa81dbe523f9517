import AmendsPolicy
import Ledger
import Testing

@Suite("A clock that cannot be believed")
struct ClockSuspicionTests {
  private static let start = Instant(milliseconds: 1_795_694_400_000)

  /// What the clocks show after some time that really passed, the wall clock off by a step.
  private func reading(
    after passed: Span,
    off step: Span = Span(milliseconds: 0),
    boot: String = "a",
    keeping: ClockKeeping = .kept
  ) -> ClockReading {
    ClockReading(
      wall: Self.start + passed + step,
      sinceBoot: Span(milliseconds: 1_000_000 + passed.milliseconds), boot: boot, keeping: keeping)
  }

  private var mark: ClockMark { ClockMark(reading(after: .seconds(0))) }

  @Test("time that passes is no reason, however long a run of the machine lasts")
  func passing() {
    for span in [Span.seconds(0), .hours(5), .days(400)] {
      #expect(ClockSuspicion(reading(after: span), after: mark) == nil)
    }
    #expect(ClockSuspicion(reading(after: .days(3)), after: nil) == nil)
  }

  @Test("a step within a run of the machine, from a minute on")
  func steps() {
    let minute = Span.seconds(60)
    for step in [minute, Span.seconds(-60), .seconds(5)] {
      #expect(ClockSuspicion(reading(after: .hours(3), off: step), after: mark) == nil)
    }
    let ahead = Span(milliseconds: 60_001)
    #expect(
      ClockSuspicion(reading(after: .hours(3), off: ahead), after: mark) == .jumpedAhead(ahead))
    let back = Span(milliseconds: -60_001)
    #expect(ClockSuspicion(reading(after: .hours(3), off: back), after: mark) == .wentBack(ahead))
  }

  @Test("an instant before the newest that has passed, from two seconds on, in every run")
  func back() {
    for boot in ["a", "b"] {
      let slack = reading(after: .seconds(0), off: .seconds(-2), boot: boot)
      #expect(ClockSuspicion(slack, after: mark) == nil)
      let earlier = reading(after: .seconds(0), off: Span(milliseconds: -2001), boot: boot)
      #expect(ClockSuspicion(earlier, after: mark) == .wentBack(Span(milliseconds: 2001)))
    }
  }

  @Test("many small steps add up, for the first reading of a run is the measure of all")
  func smallSteps() {
    var mark = mark
    var found: ClockSuspicion?
    for count in 1...3 where found == nil {
      let next = reading(after: .minutes(Int64(count)), off: .seconds(40 * Int64(count)))
      found = ClockSuspicion(next, after: mark)
      if found == nil { mark.note(next) }
    }
    #expect(found == .jumpedAhead(.seconds(80)))
  }

  @Test("over a start of the machine only a time server vouches, as long as one used to")
  func starts() {
    let confirmed = reading(after: .days(2), boot: "b")
    #expect(ClockSuspicion(confirmed, after: mark) == nil)
    let alone = reading(after: .days(2), boot: "b", keeping: .unknown)
    #expect(ClockSuspicion(alone, after: mark) == .unconfirmed)
    let never = ClockMark(reading(after: .seconds(0), keeping: .unknown))
    #expect(ClockSuspicion(alone, after: never) == nil)
    let late = reading(after: .days(7), off: Span(milliseconds: 1), boot: "b")
    #expect(ClockSuspicion(late, after: mark) == .farAhead(Span(milliseconds: 604_800_001)))
  }

  @Test("an error that the kernel estimates, from five seconds on, where no running time vouches")
  func errors() {
    let small = reading(after: .hours(1), boot: "b", keeping: .adrift(.seconds(5)))
    #expect(ClockSuspicion(small, after: nil) == nil)
    let error = Span(milliseconds: 5001)
    let large = reading(after: .hours(1), boot: "b", keeping: .adrift(error))
    #expect(ClockSuspicion(large, after: mark) == .inexact(error))
    #expect(ClockSuspicion(large, after: nil) == .inexact(error))
    #expect(ClockSuspicion(large, after: ClockMark(large)) == nil)
  }

  @Test("what only a time server can end, ends by itself")
  func endings() {
    #expect(ClockSuspicion.unconfirmed.endsByItself)
    #expect(ClockSuspicion.inexact(.seconds(9)).endsByItself)
    for grave in [
      ClockSuspicion.wentBack(.hours(1)), .jumpedAhead(.hours(1)), .farAhead(.days(9)),
    ] { #expect(!grave.endsByItself) }
    #expect(ClockSuspicion.wentBack(.hours(1)).inWords == "the clock went back 1 h")
  }

  @Test("a desk that knows an instant and no clock suspects only what lies before it")
  func instantAlone() {
    let mark = ClockMark(newest: Self.start, first: nil, wasKept: false)
    #expect(ClockSuspicion(reading(after: .days(90)), after: mark) == nil)
    #expect(ClockSuspicion(reading(after: .days(-1)), after: mark) == .wentBack(.days(1)))
  }

  @Test("a mark begins anew with each run of the machine, and never goes back")
  func marks() {
    var mark = mark
    mark.note(reading(after: .hours(1), keeping: .unknown))
    #expect(mark.wasKept)
    #expect(mark.first == reading(after: .seconds(0)))
    mark.note(reading(after: .hours(1), off: .seconds(-1)))
    #expect(mark.newest == Self.start + .hours(1))
    mark.note(reading(after: .hours(2), boot: "b", keeping: .unknown))
    #expect(!mark.wasKept)
    #expect(mark.first?.boot == "b")
  }
}

@Suite("A reason that a person types")
struct TypedReasonTests {
  @Test("says something, and no novel")
  func length() {
    #expect(TypedReason("  too short  ") == nil)
    #expect(TypedReason("  long enough  ")?.text == "long enough")
    #expect(TypedReason(String(repeating: "x", count: 501)) == nil)
  }
}
