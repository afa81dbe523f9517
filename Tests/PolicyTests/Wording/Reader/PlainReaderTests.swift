import AmendsPolicy
import Testing

/// Entities, text that runs backwards, and marks over letters: what a person reads of them.
@Suite struct PlainReaderTests {
  private func plain(_ draft: String) throws -> PlainDraft { try TestPack.plain(draft) }

  // MARK: Entities

  @Test(arguments: [
    ("please re&#118;iew", "please review"), ("please re&#x76;iew it", "please review it"),
    ("please re&shy;view", "please review"), ("please re&#8203;move the", "please remove the"),
    ("please &#114;emov&#101; the", "please remove the"), ("your r&#1077;view", "your review"),
    ("your Re&#86;iew", "your review"), ("the la&#109;p is", "the lamp is"),
    ("the &#108;&#97;&#109;&#112; is", "the lamp is"),
  ])
  func entitiesInsideAWordAreUndone(_ draft: String, _ text: String) throws {
    #expect(try plain(draft).text == text)
  }

  @Test func theWordStandsForItsEntities() throws {
    let plain = try plain("please re&#118;iew now")
    #expect(plain.text == "please review now")
    #expect(plain.source(of: 7..<13) == 7..<18)
    #expect(plain.plain(of: 9..<15) == 7..<13)
    #expect(plain.source(of: 14..<17) == 19..<22)
  }

  @Test(arguments: [
    "the R&D lamp", "the lamp & the rest", "the lamp&rest; is", "the review &amp; the lamp",
    "the A&amp;B lamp", "the lamp &#", "&",
  ])
  func ampersandsBesideWordsStay(draft: String) throws {
    #expect(try plain(draft).text == draft)
  }

  // MARK: Text that runs backwards

  @Test(arguments: [
    ("please \u{202E}weiver ruoy evomer\u{202C} now", "please remove your review now"),
    ("your \u{202E}weiver\u{202C} now", "your review now"),
    ("\u{202E}weiver ruoy evomer\u{202C}", "remove your review"),
    ("\u{202E}weiver ruoy evomer", "remove your review"),
    ("please \u{202E}weiver evomer\nthe lamp", "please remove review\nthe lamp"),
    ("\u{202E}evomer\u{202C} your \u{202E}weiver\u{202C}!", "remove your review!"),
  ])
  func aReversedRunIsToldOnceInReadingOrder(_ draft: String, _ text: String) throws {
    #expect(try plain(draft).text == text)
  }

  @Test func wordsOfAReversedRunKnowTheirPlaces() throws {
    let plain = try plain("please \u{202E}weiver ruoy evomer\u{202C} now")
    #expect(plain.source(of: 7..<13) == 22..<28)
    #expect(plain.source(of: 14..<18) == 17..<21)
    #expect(plain.source(of: 19..<25) == 10..<16)
    #expect(plain.source(of: 26..<29) == 32..<35)
    #expect(plain.plain(of: 22..<28) == 7..<13)
    #expect(plain.plain(of: 0..<6) == 0..<6)
  }

  @Test(arguments: [
    ("remove\u{202E}\u{202C} your\u{202E}\u{202C} review", "remove your review"),
    ("please\u{202E}\n remove the review", "please\n remove the review"),
    ("the lamp \u{202E}\u{202C}⭐ is", "the lamp ⭐ is"),
    ("the lamp \u{202E}\u{202C}(3) is!", "the lamp (3) is!"),
  ])
  func aReversalOfNothingTakesNothingAway(_ draft: String, _ text: String) throws {
    #expect(try plain(draft).text == text)
  }

  // MARK: Marks over letters

  @Test(arguments: [
    ("please re\u{301}move\u{308} your review\u{301} now", "please remove your review now"),
    ("your r\u{336}e\u{336}v\u{336}i\u{336}e\u{336}w\u{336} now", "your review now"),
    ("r\u{338}\u{335}e\u{34F}view\u{337}\u{332}", "review"),
    ("the la\u{308}mp\u{301} is", "the lamp is"),
    ("the lamp\u{301}, is !\u{338}", "the lamp, is !"),
    ("the ла\u{301}мпа\u{301} is", "the лампа is"), ("\u{301}the lamp", "the lamp"),
  ])
  func lettersStandWithoutMarksOfTheirOwn(_ draft: String, _ text: String) throws {
    let plain = try plain(draft)
    #expect(plain.text == text)
    #expect(!hasStrayMark(plain.text))
  }

  @Test(arguments: ["\u{20D2}", "\u{20E0}", "\u{1AB2}", "\u{1DC4}", "\u{FE22}", "\u{488}"])
  func rareMarksLeaveNothingBehind(mark: String) throws {
    let plain = try plain("your re\(mark)view\(mark) now, la\(mark)mp\(mark)")
    #expect(plain.text == "your review now, lamp")
    #expect(!hasStrayMark(plain.text))
  }

  @Test func markedLettersKnowTheirPlaces() throws {
    let plain = try plain("the la\u{301}mp\u{301} is")
    #expect(plain.text == "the lamp is")
    #expect(plain.source(of: 4..<8) == 4..<10)
    #expect(plain.plain(of: 10..<12) == nil)
    #expect(plain.source(of: 9..<11) == 13..<15)
  }

  @Test(arguments: ["the la\u{7F}mp is", "the lamp\u{7F} is", "the lamp \u{7F}is"])
  func theDeleteSignIsNotSeen(draft: String) throws {
    #expect(try plain(draft).text == "the lamp is")
  }

  /// Whether a mark is left that was written apart from its letter.
  private func hasStrayMark(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      [.nonspacingMark, .enclosingMark].contains(scalar.properties.generalCategory)
    }
  }
}
