import AmendsPolicy
import Ledger
import Store
import Testing

@Suite struct SearchTests {
  private let desk: TestDesk

  init() throws {
    desk = try TestDesk()
    try desk.review("R1", by: [.order("114-1234567-7654321")], text: "The blender leaks oil.") {
      $0.title = "Title of one"
      $0.asin = "B0CAFE0001"
      $0.author = "Zoë"
    }
    try desk.review("R2", by: [.reviewer("B")], text: "Blenders and NOT a word NEAR me") {
      $0.title = "Café crème, naïve"
    }
  }

  private func found(_ text: String, in desk: TestDesk? = nil) throws -> [String] {
    var filter = ReviewFilter.everything
    filter.search = text
    let store = (desk ?? self.desk).store
    let page = try store.reviews(filter, order: .oldest, limit: 99, now: .hours(0))
    #expect(try store.count(filter, now: .hours(0)) == page.rows.count)
    return page.rows.map(\.review.externalID)
  }

  @Test(arguments: [
    "\"", "\"\"", "*", "^", "-", "()", "\"*\"", ":", "\u{1F600}", "\u{1F469}\u{200D}\u{1F373}",
    "\u{301}", "\u{202E}", "+ - * / ^ ~", "' ; --", "{", "\u{24B6}", "\u{FFFD}", "\u{E000}",
  ])
  func whatHoldsNoWordFindsNothing(_ text: String) throws {
    #expect(try found(text).isEmpty)
  }

  @Test func pageOfNothingIsEmptyFromAnyRow() throws {
    let row = try #require(
      try desk.store.reviews(.everything, limit: 1, now: .hours(0)).rows.first)
    var filter = ReviewFilter.everything
    filter.search = "!"
    for start in [
      PageStart.first, .last, .at(row.position), .after(row.position), .before(row.position),
    ] {
      let page = try desk.store.reviews(filter, from: start, limit: 9, now: .hours(0))
      #expect(page == ReviewPage(rows: [], hasMore: false))
    }
  }

  @Test(arguments: ["", " ", "\0", "\n\t", "\u{1B}\0 \u{A0}"])
  func blankIsNoSearch(_ text: String) throws {
    #expect(try found(text).count == 2)
  }

  @Test(arguments: [
    "blender AND", "blender OR nothing", "leaks OR NOT", "title: leaks", "NOT( leaks",
    "title:leaks", "{title}:leaks", "leaks NEAR(", "NEAR(leaks oil, 2)", "author:blender",
    "leaks AND oil", "rowid:1", "^leaks OR", "leaks -blenders NOT", "\"leaks\" OR \"word\"",
  ])
  func operatorsAreWords(_ text: String) throws {
    let words = Set(text.lowercased().split { !$0.isLetter && !$0.isNumber })
    let texts = [
      "R1": "title of one the blender leaks oil zoë",
      "R2": "café crème naïve blenders and not a word near me",
    ]
    let holding = texts.filter { words.isSubset(of: Set($0.value.split(separator: " "))) }
    #expect(Set(try found(text)).isSubset(of: Set(holding.keys)))
  }

  @Test func operatorsAreFoundAsWords() throws {
    #expect(try found("NOT word") == ["R2"])
    #expect(try found("near AND") == ["R2"])
    #expect(try found("\"blender\" -leaks") == ["R1"])
    #expect(try found("*leaks*") == ["R1"])
    #expect(try found("oil \"") == ["R1"])
    #expect(try found("le\0aks").isEmpty)
    #expect(try found("leaks\0oil") == ["R1"])
  }

  @Test func onlyTheLastWordMayBeAStart() throws {
    #expect(try found("blend") == ["R1", "R2"])
    #expect(try found("blender") == ["R1", "R2"])
    #expect(try found("leak oi") == [])
    #expect(try found("leaks oi") == ["R1"])
    #expect(try found("lender").isEmpty)
  }

  @Test(arguments: ["cafe", "CAFÉ", "cafe\u{301}", "creme naive", "Crème NAÏVE", "naiv"])
  func diacriticsAndCaseDoNotMatter(_ text: String) throws {
    #expect(try found(text) == ["R2"])
  }

  @Test func findsByOrderAsinAndAuthor() throws {
    #expect(try found("114-1234567-7654321") == ["R1"])
    #expect(try found("114-1234567-76") == ["R1"])
    #expect(try found("7654321-1234567-114").isEmpty)
    #expect(try found("b0cafe0001") == ["R1"])
    #expect(try found("B0CAFE") == ["R1"])
    #expect(try found("zoe") == ["R1"])
  }

  @Test(arguments: ["a", "\"", "*", "a ", "\" ", "a-", "NEAR(", "-\"a\" ", "\u{1F600}", "\u{301}"])
  func tenThousandCharactersAreNoError(_ piece: String) throws {
    let text = String(repeating: piece, count: 10_000 / piece.count)
    #expect(try found(text).allSatisfy { $0 == "R2" })
  }

  @Test func randomBytesAreNoError() throws {
    var random = Seeded(7)
    let alphabet: [Character] = [
      "\"", "*", "(", ")", "-", "+", "^", ":", "{", "}", ",", "a", "N", "O", "T", " ", "\0", "é",
    ]
    for _ in 0..<300 {
      let length = Int.random(in: 0..<24, using: &random)
      let text = (0..<length).compactMap { _ in alphabet.randomElement(using: &random) }
      #expect(throws: Never.self) { try found(String(text)) }
    }
  }

  @Test func followsAChangedText() throws {
    try desk.review("R1", by: [.reviewer("C")], text: "Now it hums.")
    #expect(try found("leaks").isEmpty)
    #expect(try found("hums") == ["R1"])
  }

  /// Texts that Swift calls equal may still be other words to the index, which must be told them exactly.
  @Test func forgetsATextThatWasComposedOtherwise() throws {
    let composed = "\u{D55C}\u{AD6D}"
    let decomposed = "\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}"
    try desk.review("R3", by: [.reviewer("C")], rating: 1, text: composed)
    #expect(try found(composed) == ["R3"])
    try desk.review("R3", by: [.reviewer("C")], rating: 2, text: decomposed)
    #expect(try found(decomposed) == ["R3"])
    try desk.review("R3", by: [.reviewer("C")], rating: 2, text: "Other")
    #expect(try found(composed).isEmpty)
    #expect(try found(decomposed).isEmpty)
  }
}
