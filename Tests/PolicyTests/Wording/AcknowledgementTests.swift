import AmendsPolicy
import Testing

/// Whether a reply names what the complaint is about.
@Suite struct AcknowledgementTests {
  private static let pack: RulePack = {
    var rule = TestPack.rule("ack", severity: .warn)
    rule.detector = .acknowledgement
    var pack = TestPack.pack(
      [TestPack.concept("FILLER", ["sorry", "handle", "late", "thank", "snapped", "we", "are"])],
      [rule])
    pack.stopWords = ["the", "a", "after", "thank", "you"]
    pack.synonyms = [["broken", "broke", "snapped"], ["late", "delay"]]
    return pack
  }()

  @Test(arguments: [
    ("The handle broke", "sorry for the handle", false),
    ("The handle broke", "it snapped, sorry", false),
    ("Handles broke", "the handle, sorry", false), ("The handle broke", "sorry, late", true),
    ("", "sorry", false), ("After the", "sorry", false), ("Delay", "we are late", false),
  ])
  func isCompared(_ complaint: String, _ draft: String, _ isIgnored: Bool) throws {
    let found = try TestPack.words(
      Self.pack, draft, rule: "ack", in: DraftContext(complaint: complaint, language: "en"))
    #expect((found != nil) == isIgnored)
  }
}
