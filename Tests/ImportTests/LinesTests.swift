import AmendsPolicy
import Ledger
import Testing

@testable import Import

/// Reviews as one JSON object a line.
@Suite struct LinesTests {
  /// A line with one value replaced or, with `nil`, one key left out.
  private func line(_ key: String = "", _ value: String? = nil) -> String {
    let values = [
      ("rating", "2.0"), ("title", "\"T\""), ("text", "\"X\""), ("images", "[{\"a\":[1]}]"),
      ("asin", "\"B00YQ6X8EO\""), ("parent_asin", "\"B00YQ6X8E1\""), ("user_id", "\"AG3E\""),
      ("timestamp", "1588687728923"), ("helpful_vote", "3"), ("verified_purchase", "true"),
    ]
    let pairs = values.compactMap { name, given in
      name == key ? value.map { "\"\(name)\": \($0)" } : "\"\(name)\": \(given)"
    }
    return "{" + pairs.joined(separator: ", ") + "}\n"
  }

  @Test func aLineIsAReview() throws {
    let review = try #require(outcome(line(), try options()).reviews.first)
    #expect((review.rating, review.title, review.text) == (2, "T", "X"))
    #expect((review.asin, review.parentASIN) == ("B00YQ6X8EO", "B00YQ6X8E1"))
    #expect((review.helpfulVotes, review.isVerified) == (3, true))
    #expect(review.postedAt.milliseconds == 1_588_687_728_923)
  }

  @Test(arguments: [
    ("rating", "6"), ("rating", "0"), ("rating", "4.5"), ("rating", "\"4\""), ("rating", "null"),
    ("rating", nil),
    ("text", "1"), ("text", "null"), ("text", nil), ("title", "[]"), ("asin", "\"X\""),
    ("asin", "7"),
    ("asin", "\"B0\\u0030YQ6X8EO\""), ("parent_asin", "{}"), ("user_id", "\"\""),
    ("user_id", "\" \""), ("user_id", nil),
    ("user_id", "12"), ("timestamp", "\"1588687728923\""), ("timestamp", "1588687728"),
    ("timestamp", "-1"),
    ("timestamp", "1e30"), ("timestamp", nil), ("helpful_vote", "-1"), ("helpful_vote", "1.5"),
    ("helpful_vote", "\"1\""),
    ("verified_purchase", "1"),
  ])
  func wrongValuesAreRefusedByName(_ key: String, _ value: String?) throws {
    let file = outcome(line() + line(key, value) + line(), try options())
    #expect(file.rows.count == 2)
    #expect(file.faults == [Fault(2, key)])
  }

  @Test func whatMayBeMissingMayBeMissing() throws {
    for key in ["title", "images", "helpful_vote", "verified_purchase", "parent_asin"] {
      for value in [nil, "null"] {
        #expect(outcome(line(key, value), try options()).rows.count == 1, "\(key)")
      }
    }
    #expect(outcome(line("asin", nil), try options()).reviews.first?.asin == "B00YQ6X8E1")
  }

  @Test func roundedTimestampsAreRead() throws {
    let review = outcome(line("timestamp", "1.52309e+12"), try options()).reviews.first
    #expect(review?.postedAt.milliseconds == 1_523_090_000_000)
  }

  @Test func ofAKeyTwiceTheLastCounts() throws {
    let twice = line("rating", "1, \"rating\": 5, \"r\\u0061ting\": 3")
    #expect(outcome(twice, try options()).reviews.first?.rating == 3)
  }

  @Test func textIsDecoded() throws {
    let text = "\"One<br />two &amp; three\\r\\nfour\\ud83d\\ude00\\ud83d \\u0000\\u0026lt;\""
    let review = outcome(line("text", text), try options()).reviews.first
    #expect(review?.text == "One\ntwo & three\nfour😀\u{FFFD} \u{FFFD}<")
  }

  @Test func brokenLinesAreRefusedAndTheRestGoesOn() throws {
    let text =
      line() + "{\"rating\": 1.0, \n" + "\n  \r\n" + "nonsense\n" + line() + "[1]\n{}\n" + line()
    let file = outcome(text, try options())
    #expect(file.rows.count == 3)
    #expect(file.faults == [Fault(2, nil), Fault(5, nil), Fault(7, nil), Fault(8, "user_id")])
    #expect(file.rejections[0].reason.hasPrefix("is not valid JSON at byte 17:"))
    #expect(String(decoding: file.rejections[1].raw, as: UTF8.self) == "nonsense")
  }

  @Test func brokenUTF8IsRefused() throws {
    let bytes = Array(line("title", "\"§\"").utf8).map { $0 == 0xC2 ? 0xFF : $0 }
    #expect(outcome(bytes, try options()).faults == [Fault(1, "title")])
  }

  @Test(arguments: [1, 7, 4096])
  func endlessLinesAreRefused(_ portion: Int) throws {
    let long = line("text", "\"" + String(repeating: "x", count: 300_000) + "\"")
    let bytes = Array((line() + long + line() + long.dropLast()).utf8)
    let file = outcome(bytes, try options(), portion: max(portion, 512), limit: 1000)
    #expect(file.rows.count == 2)
    #expect(file.faults == [Fault(2, nil), Fault(4, nil)])
    #expect(file.rejections.allSatisfy { $0.raw.count <= RowRejection.keptBytes })
  }

  @Test func hugeRowsMakeSmallBatches() throws {
    let huge = line("text", "\"" + String(repeating: "x", count: 7 << 20) + "\"")
    let text = Array(String(repeating: huge, count: 4).utf8)
    var file = try FileImport(.bytes(name: "huge", text), options: try options())
    var sizes: [Int] = []
    while let batch = try file.next(1000) { sizes.append(batch.rows.count) }
    #expect(sizes == [3, 1])
  }

  @Test func theLastLineNeedsNoEnd() throws {
    #expect(outcome(line() + line().dropLast(), try options()).rows.count == 2)
  }

  @Test func aBrokenFirstLineDoesNotHideTheFormat() throws {
    let file = outcome("{broken\n" + line(), try options())
    #expect(file.rows.count == 1 && file.faults == [Fault(1, nil)])
    let worse = outcome("what, is, this\n" + line(), try options())
    #expect(worse.rows.count == 1 && worse.faults == [Fault(1, nil)])
  }

  @Test func aCellMayHoldAnObject() throws {
    let file = outcome("Date,Body,Rating\n2026-01-01,\"{\"\"a\"\":1}\",3\n", try options())
    #expect(file.format == .reviewsCSV && file.rows.count == 1)
  }
}
