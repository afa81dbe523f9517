import Testing

@testable import Screen

@Suite struct CellWidthTests {
  @Test(
    arguments: [
      ("a", CellWidth.Kind.narrow), ("é", .narrow), ("ß", .narrow), ("я", .narrow), ("א", .narrow),
      ("★", .narrow), ("▌", .narrow), ("日", .wide), ("ア", .wide), ("한", .wide), ("！", .wide),
      ("😀", .wide), ("★", .narrow), ("\u{301}", .mark), ("\u{20E3}", .mark), ("\u{E31}", .mark),
      ("\u{93E}", .narrow), ("\u{0}", .control), ("\u{9B}", .control), ("\u{2028}", .control),
      ("\u{7F}", .control), ("\u{200B}", .hidden), ("\u{202E}", .hidden), ("\u{AD}", .hidden),
      ("\u{FE0F}", .hidden), ("\u{3164}", .hidden), ("\u{E0001}", .hidden), ("\u{E000}", .unknown),
      ("\u{378}", .unknown), ("\u{1FAE8}", .unknown), ("\u{1161}", .unknown),
      ("\u{10FFFF}", .unknown),
      ("\u{4DC0}", .wide), ("\u{600}", .narrow),
    ] as [(Unicode.Scalar, CellWidth.Kind)])
  func kindOfScalars(scalar: Unicode.Scalar, kind: CellWidth.Kind) {
    #expect(CellWidth.kind(of: scalar) == kind)
  }

  @Test func runsAreSortedAndDiffer() {
    let runs = WidthTable.runs
    #expect(runs.first.map { $0 >> 3 } == 0)
    #expect(zip(runs, runs.dropFirst()).allSatisfy { $0 >> 3 < $1 >> 3 && $0 & 7 != $1 & 7 })
  }

  /// The short ways through common scripts say what the table says.
  @Test func shortWaysAgreeWithTheTable() {
    var run = 0
    for value in UInt32(0)..<0x11000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      while run + 1 < WidthTable.runs.count, WidthTable.runs[run + 1] >> 3 <= value { run += 1 }
      if CellWidth.kind(of: scalar).rawValue != WidthTable.runs[run] & 7 {
        Issue.record("U+\(String(value, radix: 16))")
      }
    }
  }

  @Test(arguments: [
    ("abc", 3), ("日本", 4), ("e\u{301}", 1), ("👨‍👩‍👧‍👦", 2), ("🇩🇪", 2), ("\u{1B}", 1), ("", 0),
  ])
  func columnsOfText(text: String, columns: Int) {
    #expect(CellWidth.columns(of: text) == columns)
  }
}
