import AmendsPolicy
import Ledger
import Testing

@Suite("Filters as they are typed")
struct FilterTextTests {
  @Test("Nothing typed is the inbox, which leaves snoozed reviews out")
  func inbox() throws {
    #expect(try ReviewFilter("") == .inbox)
    #expect(ReviewFilter.inbox.snooze == .awake)
    #expect(try ReviewFilter("stars:1").snooze == .awake)
    #expect(try ReviewFilter("", narrowing: .everything).snooze == nil)
  }

  @Test("Snoozed reviews, all others, or both")
  func snoozes() throws {
    #expect(try ReviewFilter("is:snoozed").snooze == .snoozed)
    #expect(try ReviewFilter("is:SNOOZED stars:1").snooze == .snoozed)
    #expect(try ReviewFilter("is:awake", narrowing: .everything).snooze == .awake)
    #expect(try ReviewFilter("is:any").snooze == nil)
    #expect(try ReviewFilter("is:any").states == [.open, .queued])
  }

  @Test("Any state means snoozed reviews too, unless it is said otherwise")
  func anyState() throws {
    #expect(try ReviewFilter("state:any").snooze == nil)
    #expect(try ReviewFilter("state:any is:awake").snooze == .awake)
    #expect(try ReviewFilter("is:awake state:any").snooze == .awake)
    #expect(try ReviewFilter("state:open").snooze == .awake)
  }

  @Test("A fault has its place")
  func fault() throws {
    let error = try #require(throws: FilterError.self) { try ReviewFilter("stars:1 is:asleep") }
    #expect(error.word == "is:asleep")
    #expect(error.offset == 8)
    #expect(error.expected == "is:snoozed, is:awake or is:any")
  }
}
