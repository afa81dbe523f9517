import AmendsPolicy
import Testing

/// Choices in braces, in every place of a phrase.
@Suite struct PhraseChoiceTests {
  private func isFound(_ phrase: String, in draft: String) throws -> Bool {
    let pack = TestPack.pack(
      [
        TestPack.concept("A", [phrase]),
        TestPack.concept("FILLER", ["we", "you", "the", "have", "for", "is", "our"]),
      ],
      [TestPack.rule("r", [TestPack.pattern(["A"])])])
    return try !WordingPolicy(packs: [pack]).check(draft, in: DraftContext(language: "en"))
      .findings.filter { $0.rule == "r" }.isEmpty
  }

  @Test(arguments: [
    ("{full,partial,} refund{,s}", "we have the refunds for you", true),
    ("{full,partial} refund{,s}", "we have the refunds for you", false),
    ("{as soon as,once} {,you} {ask,write}", "as soon as write", true),
    ("{as soon as,once} {,you} {ask,write}", "once you ask", true),
    ("{as soon as,once} {,you} {ask,write}", "as soon you ask", false),
    ("{take,{put,set} back} {,… }down", "we set back down", true),
    ("take … {down,off}", "take it all right down", true),
    ("take … {down,off}", "take it all right now and down", false),
    ("{one,two}{,s} more", "we have twos more", true),
  ])
  func choicesAreAllRead(phrase: String, draft: String, found: Bool) throws {
    #expect(try isFound(phrase, in: draft) == found)
  }

  @Test(arguments: [
    ("l avis", "we have l'avis for you", true), ("n a rien", "we have n'a rien", true),
    ("qu à", "we have qu’à you", true), ("c è", "we have c'è for you", true),
    ("shop", "the shop's for you", true), ("shop s", "the shop's for you", false),
    ("don t", "we don't have", false),
  ])
  func anApostropheStandsBetweenWords(phrase: String, draft: String, found: Bool) throws {
    #expect(try isFound(phrase, in: draft) == found)
  }

  @Test(arguments: ["… down", "take …", "{,…} "])
  func phrasesThatBeginOrEndOpenlyMatchNothing(phrase: String) throws {
    #expect(try !isFound(phrase, in: "we take the lamp down for you"))
  }
}
