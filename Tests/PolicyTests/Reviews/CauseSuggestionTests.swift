import AmendsPolicy
import Testing

@Suite("What a review's text says of its cause")
struct CauseSuggestionTests {
  private func suggestion(
    _ review: String, language: String? = "en", facts: ReviewFacts = ReviewFacts()
  ) throws -> CauseSuggestion {
    try TestReviews.analyst().suggestion(for: review, language: language, facts: facts)
  }

  @Test("A plain phrase suggests its cause, and the words are pointed at")
  func plain() throws {
    let review = "It arrived badly broken."
    let found = try suggestion(review)
    #expect(found.cause == .damaged)
    #expect(found.confidence == .suggested)
    #expect(
      found.ranked.map { TestReviews.words(review, $0.ranges) } == [["arrived badly broken"]])
  }

  @Test("A phrase inside a longer one of another cause says nothing of its own")
  func covered() throws {
    #expect(try suggestion("It arrived badly broken.").ranked.map(\.cause) == [.damaged])
    #expect(try suggestion("Broken.").cause == .defect)
  }

  @Test("A hint is no suggestion")
  func hint() throws {
    let found = try suggestion("I asked them.")
    #expect((found.confidence, found.cause) == (.weak, nil))
    #expect(found.ranked.first?.cause == .service)
  }

  @Test(
    "Nothing said is nothing suggested", arguments: ["", " \n", "Lovely.", "🙂", "\u{0}\u{202E}"])
  func nothing(review: String) throws {
    let found = try suggestion(review)
    #expect(found.confidence == .none)
    #expect(found.ranked == [])
  }

  @Test(
    "What is said not to be so is left out",
    arguments: [
      "It is not cracked.", "Never was it late.", "It arrived not broken.", "No broken part.",
    ])
  func negated(review: String) throws {
    #expect(try suggestion(review).confidence == .none)
  }

  @Test(
    "A negation ends at a “but”, a comma and the end of the sentence",
    arguments: [
      "It is not nice but cracked.", "Not nice, cracked.", "I do not like it. Cracked.",
    ])
  func endOfNegation(review: String) throws {
    #expect(try suggestion(review).cause == .damaged)
  }

  @Test("A phrase that begins with its own negation counts, in any spelling of it")
  func ownNegation() throws {
    #expect(try suggestion("The lights don't work.").cause == .defect)
  }

  @Test("Another sense of a word hides it")
  func mask() throws {
    #expect(try suggestion("A box.").confidence == .weak)
    #expect(try suggestion("A music box.").confidence == .none)
  }

  @Test("What is said first weighs more, so the headline names the cause")
  func first() throws {
    #expect(try suggestion("Late\nand cracked").cause == .late)
    #expect(try suggestion("It is cracked. It was late.").ranked.map(\.cause) == [.damaged, .late])
  }

  @Test("The ranges are bytes of headline and text together")
  func ranges() throws {
    let review = "Café ☕ zu\nIt came — crushed, crushed"
    let found = try suggestion(review)
    #expect(found.ranked.map { TestReviews.words(review, $0.ranges) } == [["crushed", "crushed"]])
  }

  @Test(
    "The language is told from the text, and one that says too little is read in what sees most")
  func language() throws {
    #expect(try suggestion("Das ist leider zu spät gekommen", language: nil).cause == .late)
    #expect(try suggestion("Kaputt!", language: nil).cause == .defect)
    #expect(try suggestion("Crushed!", language: nil).language == "en")
  }

  @Test("A language that is not understood is left alone")
  func uncovered() throws {
    #expect(try suggestion("broken", language: "nl").confidence == .none)
    #expect(try suggestion("broken", language: "pt-BR").confidence == .none)
    #expect(try suggestion("broken", language: "en-GB").cause == .defect)
  }

  @Test("An analyst without words sees nothing")
  func empty() {
    #expect(ReviewAnalyst().suggestion(for: "Arrived broken.") == .none)
  }
}

@Suite("When a review is suspected to be fabricated")
struct FabricatedSuggestionTests {
  private func cause(_ review: String, _ facts: ReviewFacts) throws -> Cause? {
    try TestReviews.analyst().suggestion(for: review, language: "en", facts: facts).cause
  }

  @Test("Whoever says that they never bought it")
  func neverBought() throws {
    #expect(try cause("I never bought it.", ReviewFacts()) == .fabricated)
  }

  @Test("Condemnation without a reason, only where the purchase is known not to be verified")
  func generic() throws {
    #expect(try cause("Scam!", ReviewFacts(isVerified: false)) == .fabricated)
    #expect(try cause("Scam!", ReviewFacts(isVerified: true)) == nil)
    #expect(try cause("Scam!", ReviewFacts()) == nil)
    #expect(try cause("Scam! Arrived broken.", ReviewFacts(isVerified: false)) == .damaged)
  }

  @Test(
    "A competitor's name, as a whole word and in any spelling, where the purchase is not verified")
  func competitor() throws {
    let unverified = ReviewFacts(isVerified: false, competitors: ["Harrowfinch"])
    #expect(try cause("Buy HARROWFINCH.", unverified) == .fabricated)
    #expect(try cause("Buy harrowfinches.", unverified) == nil)
    let verified = ReviewFacts(isVerified: true, competitors: ["Harrowfinch"])
    #expect(try cause("Buy Harrowfinch.", verified) == nil)
  }
}
