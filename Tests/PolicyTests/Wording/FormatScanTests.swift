import AmendsPolicy
import Testing

/// Styling that marketplaces forbid.
@Suite struct FormatScanTests {
  private static let pack: RulePack = {
    var rule = TestPack.rule("format")
    rule.detector = .format
    return TestPack.pack([TestPack.concept("FILLER", ["we", "are", "sorry", "so"])], [rule])
  }()

  @Test(arguments: [
    ("sorry!!! so", "!!!"), ("sorry 😢 so", "😢"), ("we are <b>sorry</b>", "<b>|</b>"),
    ("dear {{ name }}, sorry", "{{ name }}"), ("we ARE VERY SORRY so", "ARE VERY SORRY"),
    ("sorry&nbsp;so", "&nbsp;"), ("so sorry~~~", "~~~"), ("sorry\n\n\n\nso", "\n\n\n\n"),
  ])
  func isFound(_ draft: String, _ words: String) throws {
    let found = try TestPack.words(Self.pack, draft, rule: "format")
    #expect(found?.joined(separator: "|") == words)
  }

  @Test(arguments: [
    "sorry! so", "HDMI 2.0 and USB on the PC", "boards < 16 mm & more", "sorry\n\n\nso",
    "- one\n- two", "is it {so}?", "we are sorry… so",
  ])
  func isLeftAlone(_ draft: String) throws {
    #expect(try TestPack.words(Self.pack, draft, rule: "format") == nil)
  }
}
