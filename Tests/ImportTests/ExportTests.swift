import AmendsPolicy
import Ledger
import Testing

@testable import Import

/// Review exporters: Helium 10 and its near relatives.
@Suite struct ExportTests {
  private static let helium =
    "Date,Author,Verified,Helpful,Title,Body,Rating,Images,Videos,URL,Variation,Style\n"

  @Test func theCommonRowIsRead() throws {
    let row =
      "\"January 10, 2024\",\"John D.\",\"Verified Purchase\",\"12 people found this helpful\","
      + "\"Broke after one week\",\"The wheel came off\",1,\"\",\"\",\"\",\"\",\"\"\n"
    let review = try #require(outcome(Self.helium + row, try options()).reviews.first)
    #expect(review.externalID == "2595a1c218ab8625f362b6b8f6b438d6")
    #expect(review.keys == [.review("2595a1c218ab8625f362b6b8f6b438d6")])
    #expect(review.isVerified == true && review.helpfulVotes == 12 && review.author == "John D.")
    #expect(review.postedAt == (try day(2024, 1, 10)).noon)
    #expect(review.asin == nil)
  }

  @Test func theAddressGivesReviewAndProduct() throws {
    let row = "2024-01-10,-,no,-,-,Bad,1,-,-,https://www.amazon.com/dp/B00YQ6X8EO,Color: Red,-\n"
    let review = try #require(outcome(Self.helium + row, try options()).reviews.first)
    #expect((review.asin, review.title, review.author) == ("B00YQ6X8EO", "", ""))
    #expect(review.isVerified == false && review.helpfulVotes == 0)
  }

  @Test func aPurchaseOfWhichNothingIsSaidIsNotUnverified() throws {
    let empty = Self.helium + "2024-01-10,-,,-,-,Bad,1,-,-,-,-,-\n"
    let missing = "Date,Body,Rating\n2024-01-10,Bad,1\n"
    for file in [empty, missing] {
      let review = try #require(outcome(file, try options()).reviews.first)
      #expect(review.isVerified == nil)
    }
  }

  @Test(arguments: [
    "productAsin,ratingScore,reviewTitle,reviewDescription,reviewedIn,isVerified,reviewUrl,reviewId,variant,date,userId\n"
      + "B00YQ6X8EO,2,T,X,Reviewed in the United States on May 31 2018,true,,R2ABCDEFGHIJ,,2018-05-31,AG3E\n",
    "id,review_data,name,rating,title,review,asin,user id\n"
      + "R2ABCDEFGHIJ,\"Reviewed in the United States on May 31, 2018\",N,2.0 out of 5 stars,T,X,b00yq6x8eo,AG3E\n",
    "Stars;Headline;Content;Review Date;Child ASIN;Link;customer_id\n"
      + "2;T;X;31/05/2018;B00YQ6X8EO;https://www.amazon.com/gp/customer-reviews/R2ABCDEFGHIJ;AG3E\n",
    "marketplace\tcustomer_id\treview_id\tproduct_id\tproduct_title\tstar_rating\treview_headline\treview_body\treview_date\n"
      + "US\tAG3E\tR2ABCDEFGHIJ\tB00YQ6X8EO\tBox 5\"\t2\tT\tX\t2018-05-31\n",
  ])
  func relativesAreRead(_ text: String) throws {
    let file = outcome(text, try options())
    #expect(file.format == .reviewsCSV)
    let review = try #require(file.reviews.first)
    #expect(review.externalID == "R2ABCDEFGHIJ" && review.keys == [.reviewer("AG3E")])
    #expect((review.rating, review.title, review.text) == (2, "T", "X"))
    #expect(review.asin == "B00YQ6X8EO")
    #expect(review.postedAt == (try day(2018, 5, 31)).noon)
  }

  @Test func faultyValuesAreRefusedWithLineAndColumn() throws {
    let text =
      "Date,Body,Rating\n2026-01-01,\"two\nlines\",1\nnever,x,1\n2026-01-01,x,good\n2026-01-01,x,\n"
    let file = outcome(text, try options())
    #expect(file.rows.count == 1)
    #expect(file.faults == [Fault(4, "Date"), Fault(5, "Rating"), Fault(6, "Rating")])
    #expect(file.rejections[2].reason == "is empty; whole stars from 1 to 5 are needed")
  }

  @Test func importingTwiceGivesTheSameIdentities() throws {
    let ids = outcome(try sample("reviews-export.csv"), try options()).reviews.map(\.externalID)
    #expect(Set(ids).count == 80)
    #expect(
      outcome(try sample("reviews-export.csv"), try options()).reviews.map(\.externalID) == ids)
  }
}
