import AmendsPolicy
import Ledger
import Testing

@testable import Mail

@Suite("Dates of headers")
struct DateTests {
  private func read(_ text: String) -> String? {
    DateField.read(Array(text.utf8)[...]).map { ISO8601.text($0) }
  }

  @Test(
    "are read in every form that mail has had",
    arguments: [
      ("Fri, 27 Nov 2026 14:03:09 +0000", "2026-11-27T14:03:09Z"),
      ("27 Nov 2026 14:03 +0100", "2026-11-27T13:03:00Z"),
      ("Fri, 27 Nov 2026 14:03:09 -0530", "2026-11-27T19:33:09Z"),
      ("Fri, 27 Nov 2026 14:03:09 +01:00", "2026-11-27T13:03:09Z"),
      ("Fri,27 Nov 2026 14:03:09 GMT", "2026-11-27T14:03:09Z"),
      ("27 Nov 26 14:03:09 EST", "2026-11-27T19:03:09Z"),
      ("27 Nov 99 14:03:09 PDT", "1999-11-27T21:03:09Z"),
      ("27 Nov 126 14:03:09 UT", "2026-11-27T14:03:09Z"),
      ("Fri, 27 Nov 2026 14:03:09 +0100 (CET)", "2026-11-27T13:03:09Z"),
      ("Fri (a day) , 27 (Nov?) November 2026 14:03:09 CEST", "2026-11-27T12:03:09Z"),
      ("Fri Nov 27 14:03:09 2026", "2026-11-27T14:03:09Z"),
      ("Fri Nov 27 14:03:09 PST 2026", "2026-11-27T22:03:09Z"),
      ("27-Nov-2026 14:03:09 +0000", "2026-11-27T14:03:09Z"),
      ("Fri, 27 Nov 2026 14:03:09 GMT+01:00", "2026-11-27T13:03:09Z"),
      ("Fri, 27 Nov 2026 14:03:60 Z", "2026-11-27T14:03:59Z"),
      ("Fri, 27 Nov 2026 14:03:09.250 A", "2026-11-27T14:03:09Z"),
      ("1 Jan 2026 00:30:00 +0100", "2025-12-31T23:30:00Z"),
      ("29 Feb 2028 00:00:00 Nowhere", "2028-02-29T00:00:00Z"),
    ])
  func forms(_ text: String, _ instant: String) {
    #expect(read(text) == instant)
  }

  @Test(
    "are none where the calendar or the clock has no such time",
    arguments: [
      "", "yesterday", "27 Nov 2026", "14:03:09", "31 Nov 2026 14:03:09 +0000",
      "29 Feb 2027 00:00:00 Z", "27 Nov 2026 24:00:00 Z", "27 Nov 2026 12:60:00 Z",
      "27 Nov 2026 12:00:61 Z", "0 Nov 2026 12:00:00 Z", "27 Nov 99999 12:00:00 Z",
      "27 Nov 2026 12:00:00 +2500", "27 Nov 2026 12:00:00 +0000 7", "\u{660}7 Nov 2026 12:00:00 Z",
      "27 Nov 0000 12:00:00 Z", "27 Nov 2026 12:00:00:00 Z", "-27 Nov 2026 12:00:00 Z",
    ])
  func none(_ text: String) {
    #expect(read(text) == nil)
  }
}
