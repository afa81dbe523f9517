import AmendsPolicy
import Testing

/// The plain text of drafts: what a person sees, and where in the draft it stands.
@Suite struct PlainDraftTests {
  private func plain(_ draft: String) throws -> PlainDraft { try TestPack.plain(draft) }

  // MARK: Disguises

  @Test(arguments: [
    "please r\u{435}m\u{43E}ve your r\u{435}vi\u{435}w", "please ｒｅｍｏｖｅ your ｒｅｖｉｅｗ",
    "please 𝐫𝐞𝐦𝐨𝐯𝐞 your 𝐫𝐞𝐯𝐢𝐞𝐰", "please ⓡⓔⓜⓞⓥⓔ your review",
  ])
  func lookAlikesBecomeTheirLetters(draft: String) throws {
    #expect(try plain(draft).text == "please remove your review")
  }

  @Test func lookAlikesInUnknownWordsBecomeTheirLetters() throws {
    #expect(try plain("the l\u{430}mp is new").text == "the lamp is new")
  }

  @Test func wordsOfAnotherScriptStay() throws {
    #expect(try plain("the лампа is new").text == "the лампа is new")
  }

  @Test(arguments: [
    ("please rem\u{200B}ove your re\u{AD}view", "please remove your review"),
    ("the \u{2060}lamp\u{FEFF} is new", "the lamp is new"),
    ("the la\u{200D}mp is new", "the lamp is new"), ("the\u{1} lamp\r\nis new", "the lamp\nis new"),
  ])
  func whatNoEyeSeesIsLeftOut(_ draft: String, _ text: String) throws {
    #expect(try plain(draft).text == text)
  }

  @Test func digitsAndSignsBecomeLetters() throws {
    #expect(try plain("please r3m0ve y0ur rev!ew").text == "please remove your review")
  }

  @Test(arguments: ["n0t the lamp", "for 24.99 or 3 of them", "the B2B lamp"])
  func shortWordsAndNumbersStay(draft: String) throws {
    #expect(try plain(draft).text == draft)
  }

  @Test(arguments: [
    "please r e m o v e your r.e.v.i.e.w", "please r_e_m_o_v_e your r-e-v-i-e-w",
  ])
  func lettersThatStandApartBecomeWords(draft: String) throws {
    #expect(try plain(draft).text == "please remove your review")
  }

  @Test(arguments: [
    "please re move your re view", "please re-\nmove your re*view", "please re.move your re-view",
  ])
  func partsOfAWordAreJoined(draft: String) throws {
    #expect(try plain(draft).text == "please remove your review")
  }

  @Test(arguments: ["please remvoe your reveiw", "please reeeemove your reviewww"])
  func misspeltCriticalWordsAreSetRight(draft: String) throws {
    #expect(try plain(draft).text == "please remove your review")
  }

  @Test func tagsInsideAWordAreLeftOut() throws {
    #expect(
      try plain("please re<b></b>move your re<!-- x -->view").text == "please remove your review")
  }

  @Test func wordsThatRunBackwardsAreTurnedAround() throws {
    let plain = try plain("please \u{202E}weiver ruoy evomer\u{202C} now")
    #expect(plain.text.hasPrefix("please ") && plain.text.hasSuffix("remove your review now"))
    let review = try #require(place(of: "review", in: plain.text))
    #expect(plain.source(of: review) == 10..<16)
  }

  // MARK: What stays

  @Test(arguments: [
    "⭐⭐ the lamp 🙂 is 👍 good 🎁 → yes", "please <b>remove</b> the<br>review &amp; rest",
    "Please REMOVE the Review, Rémy!",
  ])
  func everythingBetweenWordsAndTheirCaseStay(draft: String) throws {
    let read = try plain(draft)
    #expect(Array(read.text.utf8) == Array(draft.utf8))
  }

  @Test(arguments: [
    "We’re sorry – the lamp’s switch failed after 3 days. A new one (No. 24-B) is on its way.",
    "Es tut uns leid, dass die Lampe „Größe L“ nicht geht. Über 24,99 € freuen wir uns für Sie!",
    "Nous sommes désolés\u{A0}: l’œuvre d’art n’est pas arrivée «\u{202F}entière\u{202F}». Ça suffit.",
    "¡Lo sentimos! ¿Qué pasó con la lámpara nº 5? Mañana le enviamos otra (1.ª calidad), señor.",
    "Ci dispiace: l’interruttore è rotto… Gliene spediamo un altro già domani, perché così non va.",
  ])
  func ordinaryTextStaysByteByByte(draft: String) throws {
    let read = try plain(draft)
    #expect(Array(read.text.utf8) == Array(draft.utf8))
    let unread = WordingPolicy().readerCases(of: draft).draft.draft
    #expect(Array(unread.text.utf8) == Array(draft.utf8))
  }

  // MARK: Places

  @Test func copiesKnowTheirBytes() throws {
    let plain = try plain("the \u{200B}lamp is new")
    #expect(plain.text == "the lamp is new")
    #expect(plain.source(of: 4..<8) == 7..<11)
    #expect(plain.source(of: 5..<7) == 8..<10)
    #expect(plain.source(of: 0..<8) == 0..<11)
    #expect(plain.plain(of: 7..<11) == 4..<8)
    #expect(plain.plain(of: 8..<10) == 5..<7)
    #expect(plain.plain(of: 0..<11) == 0..<8)
  }

  @Test func hiddenBytesStandNowhere() throws {
    #expect(try plain("the \u{200B}lamp is new").plain(of: 4..<7) == nil)
  }

  @Test func replacedWordsStandForTheirWholeSource() throws {
    let plain = try plain("the r e v i e w is")
    #expect(plain.text == "the review is")
    #expect(plain.source(of: 4..<10) == 4..<15)
    #expect(plain.source(of: 5..<6) == 4..<15)
    #expect(plain.source(of: 11..<13) == 16..<18)
    #expect(plain.source(of: 0..<10) == 0..<15)
    #expect(plain.plain(of: 4..<5) == 4..<10)
    #expect(plain.plain(of: 16..<18) == 11..<13)
    #expect(plain.plain(of: 0..<18) == 0..<13)
  }

  @Test(arguments: ["", "the lamp"])
  func beyondTheEndIsNothing(draft: String) throws {
    let plain = try plain(draft)
    #expect(plain.source(of: 100..<110).isEmpty)
    #expect(plain.plain(of: 100..<110) == nil)
  }

  // MARK: Any text

  private static let words = [
    "remove", "review", "r3v13w", "r e v", "re-", "view", "the", "l'avis", "x", "7", "24.99", " ",
    "  ", "\n", "\r\n", ".", "!", "<b>", "</b>", "<br>", "<!--", "<", "&#118;", "&shy;", "&",
    "\u{202E}", "\u{202C}", "\u{200B}", "\u{AD}", "\u{301}", "\u{FE0F}", "\u{0}", "é", "œ", "ﬁ",
    "р", "л", "語", "⭐", "👨‍👩‍👧", "€",
  ]
  private static let broken: [[UInt8]] = [[0xFF], [0xC3], [0xE2, 0x80], [0xF0, 0x9F], [0x80]]

  @Test func anyBytesAreReadAndPlacesLieInside() throws {
    let policy = try WordingPolicy(packs: [TestPack.removal])
    let scraps = Self.words.map { Array($0.utf8) } + Self.broken
    var dice = ContactDice(seed: 11)
    for _ in 0..<400 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<24, using: &dice) { bytes += dice.pick(scraps) }
      let draft = String(decoding: bytes, as: UTF8.self)
      let plain = policy.readerCases(of: draft).draft.draft
      #expect(isSound(plain, of: draft), "\(bytes)")
    }
  }

  /// Whether every byte of the text stands somewhere in the draft, and the other way around where it stands at all.
  private func isSound(_ plain: PlainDraft, of draft: String) -> Bool {
    let (text, source) = (0..<plain.text.utf8.count, 0..<draft.utf8.count)
    return text.allSatisfy { lies(plain.source(of: $0..<$0 + 1), in: source) }
      && source.allSatisfy { place in
        plain.plain(of: place..<place + 1).map { lies($0, in: text) } ?? true
      }
  }

  private func lies(_ range: Range<Int>, in whole: Range<Int>) -> Bool {
    !range.isEmpty && range.lowerBound >= whole.lowerBound && range.upperBound <= whole.upperBound
  }

  private func place(of word: String, in text: String) -> Range<Int>? {
    guard let found = text.firstRange(of: word) else { return nil }
    let start = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
    return start..<start + word.utf8.count
  }
}
