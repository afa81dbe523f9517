import AmendsPolicy
import Foundation
import Ledger
import Store
import Testing

/// What is seen when: reviews that are put off in one inbox, seen from another program; saved views.
@Suite(.serialized)
struct QueueWorkTests {
  private func desk() throws -> Desk {
    let desk = try Desk()
    let rows = (0..<5).map { number in
      """
      {"rating":1.0,"title":"Review \(number)","text":"It broke on day \(number).","asin":"B0Z0000001",\
      "parent_asin":"B0Z0000001","user_id":"AE\(number)","timestamp":\(1_790_000_000_000 + number * 1000)}
      """
    }
    let file = try desk.write("reviews.jsonl", rows.joined(separator: "\n") + "\n")
    #expect(try desk.run(["import", file]).status == 0)
    return desk
  }

  private var now: Instant { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }

  @Test("A review is snoozed by a typed time, undone, and seen by amends list")
  func typed() throws {
    let desk = try desk()
    let session = try Session(desk)
    try session.see("Review 4")
    try session.press("z")
    try session.see("after reply")
    try session.type("tomorrow")
    try session.see("or until they write")
    try session.press("Enter")
    try session.see("u undoes it")
    try session.miss("Review 4")
    #expect(try !desk.run(["list"]).output.contains("Review 4"))
    #expect(try desk.run(["list", "--filter", "is:snoozed"]).output.contains("Review 4"))
    try session.press("u")
    try session.see("Review 4")
    #expect(try desk.run(["list"]).output.contains("Review 4"))
    #expect(try desk.run(["audit", "list"]).output.contains("review-snoozed"))
  }

  @Test("Saved views come from the configuration, are counted, and say what is wrong with one")
  func views() throws {
    let desk = try desk()
    let file = try desk.write(
      "config.toml",
      """
      [views]
      1 = { name = "day three", filter = "stars:1 three" }
      2 = "stars:1 day"
      3 = "stars:8"

      """)
    let session = try Session(desk, columns: 200)
    try session.see("\(file):4: views.3: “stars:8”")
    try session.press("V")
    try session.see("day three                         0")
    try session.see("stars:1 day                       5")
    try session.press("2")
    try session.see("inbox: stars:1 day")
    try session.see("1 of 5")
  }

  @Test("What another program snoozes goes, and comes back by itself, with the cursor where it was")
  func comesBack() throws {
    let desk = try desk()
    let session = try Session(desk)
    try session.see("Review 4")
    try session.press("j", "j")
    try session.see("3 of 5")
    let store = try desk.store()
    let rows = try store.reviews(.inbox, limit: 9, now: now).rows
    let first = try #require(rows.first?.review.id)
    try store.setSnoozes([first: .until(now + .hours(1))], at: now, by: "dan")
    try session.see("2 of 4")
    try session.miss("Review 4")
    let end = now + .seconds(2)
    try store.setSnoozes([first: .until(end)], at: now, by: "dan")
    let screen = try session.see("3 of 5")
    #expect(now >= end)
    #expect(screen.contains { $0.hasPrefix("▌") && $0.contains("Review 2") })
    try store.close()
  }
}
