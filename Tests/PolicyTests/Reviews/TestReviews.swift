import AmendsPolicy

/// A few words of a language, so that the analyst is tested apart from the words that ship.
enum TestReviews {
  private static let origin = Origin(file: "test.toml", line: 1)

  static func list(
    _ subject: ReviewSubject, _ weight: Int, _ match: [String], mask: [String] = []
  ) -> ReviewPhrases {
    ReviewPhrases(subject, weight: weight, match: match, mask: mask, origin: origin)
  }

  static let english = ReviewPack(
    language: "en",
    spellings: [Spelling(word: "don't", reading: "do not", origin: origin)],
    negations: ["not", "never", "no"], stops: ["but"],
    phrases: [
      list(.cause(.damaged), 3, ["arrived … broken", "{cracked,crushed}"]),
      list(.cause(.damaged), 1, ["box"], mask: ["music box"]),
      list(.cause(.defect), 2, ["broken", "do not work"]),
      list(.cause(.late), 3, ["late"]),
      list(.cause(.service), 1, ["asked"]),
      list(.topic(.neverBought), 3, ["never bought it"]),
      list(.topic(.generic), 1, ["scam"]),
    ])

  static let german = ReviewPack(
    language: "de", negations: ["nicht"],
    phrases: [list(.cause(.late), 3, ["zu spät"]), list(.cause(.defect), 2, ["kaputt"])])

  static func analyst() throws -> ReviewAnalyst { try ReviewAnalyst(packs: [english, german]) }

  /// The words of a review that some ranges are.
  static func words(_ review: String, _ ranges: [Range<Int>]) -> [String] {
    let bytes = Array(review.utf8)
    return ranges.map { String(decoding: bytes[$0], as: UTF8.self) }
  }
}
