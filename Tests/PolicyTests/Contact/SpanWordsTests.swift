import AmendsPolicy
import Testing

@Suite("Spans and quiet hours in words")
struct SpanWordsTests {
  private static let lengths: [(Int64, String)] = [
    (Int64.min, "0 min"), (-1, "0 min"), (0, "0 min"), (1, "1 min"), (60_000, "1 min"),
    (60_001, "2 min"), (2_700_000, "45 min"), (3_540_001, "1 h"), (3_600_000, "1 h"),
    (3_600_001, "1 h 1 min"), (7_200_000, "2 h"), (86_340_000, "23 h 59 min"),
    (86_400_000, "24 h"), (86_460_000, "1 d"), (90_060_000, "1 d 1 h"), (172_800_000, "48 h"),
    (183_600_000, "51 h"), (183_660_000, "2 d 3 h"), (259_200_000, "72 h"),
    (345_600_000, "96 h"), (349_200_000, "4 d 1 h"), (432_000_000, "5 d"),
    (604_800_000, "7 d"), (2_592_000_000, "30 d"), (.max, "106751991167 d"),
  ]

  @Test(
    "spans",
    arguments: lengths)
  func spans(_ row: (Int64, String)) {
    #expect(Span(milliseconds: row.0).inWords == row.1)
  }

  @Test(
    "quiet hours",
    arguments: [
      (21 * 60, 8 * 60, "21-08"), (21 * 60 + 30, 8 * 60, "21:30-08"), (0, 61, "00-01:01"),
      (-60, 1440 + 125, "23-02:05"),
    ])
  func quietHours(_ row: (Int, Int, String)) {
    #expect(QuietHours(from: row.0, to: row.1).inWords == row.2)
  }
}
