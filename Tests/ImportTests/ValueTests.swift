import Ledger
import Testing

@testable import Import

/// Ratings, counts, product numbers and links.
@Suite struct ValueTests {
  @Test(arguments: [
    ("4", 4), ("4.0", 4), ("1,0", 1), ("4.0 out of 5 stars", 4), ("4,0 von 5 Sternen", 4),
    ("4,0 sur 5 étoiles", 4), ("5つ星のうち4.0", 4), ("5 stars", 5), ("1 star", 1), ("3 étoiles", 3),
    ("2,0 de 5 estrellas", 2), ("1,0 su 5 stelle", 1), ("5.0 out of 5 stars", 5), ("04", 4),
  ])
  func ratingsAreRead(_ text: String, _ stars: Int) {
    #expect(StarRating.read(text) == stars)
  }

  @Test(arguments: [
    "", "0", "6", "4.5", "-4", "4 out of 10", "five", "4 apples", "5つ星のうち", "1 2 3", "4.0 of 5.5",
    "٤", "4e0", "99999999999999999999", "★", "NaN",
  ])
  func otherRatingsAreNone(_ text: String) {
    #expect(StarRating.read(text) == nil)
  }

  @Test(arguments: [
    ("0", 0), ("7391", 7391), ("7,391", 7391), ("7.391", 7391), ("7 391", 7391),
    ("7\u{A0}391", 7391), ("7\u{202F}391", 7391), ("7'391", 7391), ("1,234,567", 1_234_567),
  ])
  func countsAreRead(_ text: String, _ count: Int) {
    #expect(WholeNumber.read(text) == count)
  }

  @Test(arguments: [
    "", "-1", "1,5", "12.50", "1,23", "1,2345", "1.234,567", ",123", "1,", "1e3", "９",
    "99999999999999999999", "1234,567",
  ])
  func otherCountsAreNone(_ text: String) {
    #expect(WholeNumber.read(text) == nil)
  }

  @Test(arguments: [
    ("B00YQ6X8EO", "B00YQ6X8EO"), ("b00yq6x8eo", "B00YQ6X8EO"), (" B00YQ6X8EO ", "B00YQ6X8EO"),
    ("0312853122", "0312853122"), ("080442957x", "080442957X"), ("BT00LN946S", "BT00LN946S"),
  ])
  func productNumbersAreRead(_ text: String, _ asin: String) {
    #expect(ASIN.read(text) == asin)
  }

  @Test(arguments: [
    "", "B00YQ6X8E", "B00YQ6X8EOO", "X00YQ6X8EO", "B0-YQ6X8EO", "03128531Z2", "B0ÄÖÜ",
  ])
  func otherProductNumbersAreNone(_ text: String) {
    #expect(ASIN.read(text) == nil)
  }

  @Test func linksGiveReviewAndProduct() {
    let link = "https://www.amazon.com/gp/customer-reviews/RZ8CIKKXRNGOQA/ref=x?ASIN=B00YQ6X8EO"
    #expect(ReviewLink.reviewID(in: link) == "RZ8CIKKXRNGOQA")
    #expect(ReviewLink.asin(in: link) == "B00YQ6X8EO")
    #expect(ReviewLink.asin(in: "https://www.amazon.de/dp/B00YQ6X8EO?th=1") == "B00YQ6X8EO")
    #expect(ReviewLink.reviewID(in: "https://www.amazon.com/review/R3ABCDEFG12") == "R3ABCDEFG12")
    #expect(ReviewLink.reviewID(in: "https://www.amazon.com/gp/customer-reviews/") == nil)
    #expect(ReviewLink.reviewID(in: "") == nil)
  }

  @Test(arguments: [
    (0, "e3b0c44298fc1c149afbf4c8996fb924"), (55, "9f4390f8d30c2dd92ec9f095b65e2b9a"),
    (56, "b35439a4ac6f0948b6d6f9e3c6af0f5f"), (64, "ffe054fe7ae0cb6dc65c3af9b61d5209"),
  ])
  func naturalKeysAreSHA256(_ length: Int, _ hash: String) {
    #expect(NaturalKey.of(String(repeating: "a", count: length)) == hash)
  }

  @Test func naturalKeysOfStandardVectors() {
    #expect(NaturalKey.of("abc") == "ba7816bf8f01cfea414140de5dae2223")
    let long =
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqr"
      + "lmnopqrsmnopqrstnopqrstu"
    #expect(NaturalKey.of(long) == "cf5b16a778af8380036ce59e7b049237")
  }

  @Test func naturalKeysTellPartsApart() {
    #expect(NaturalKey.of("a", "bc") != NaturalKey.of("ab", "c"))
    #expect(NaturalKey.of("a", "") != NaturalKey.of("a"))
  }
}
