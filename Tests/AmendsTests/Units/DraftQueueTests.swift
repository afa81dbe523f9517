import AmendsPolicy
import Dispatch
import Foundation
import Inbox
import Ledger
import Store
import Synchronization
import Testing

@testable import Amends

/// Drafts on their way to the disk.
@Suite("Drafts that are written")
struct DraftQueueTests {
  private static let now = Instant(milliseconds: 1_795_000_000_000)

  /// What a queue told, in order.
  private final class Told: Sendable {
    private let outcomes = Mutex<[String]>([])
    var all: [String] { outcomes.withLock { $0 } }

    func note(_ outcome: DraftQueue.Outcome) {
      let words =
        switch outcome {
        case .saved(let draft): "saved \(draft.revision)"
        case .kept(let draft, _, let copy): "kept \(draft.revision)\(copy == nil ? "" : " copied")"
        case .refused(let draft, _): "refused \(draft.revision)"
        }
      outcomes.withLock { $0.append(words) }
    }
  }

  /// A desk with a review, and a queue in front of it.
  private struct Bench {
    let desk: ProgramDesk
    let store: DeskStore
    let review: Review
    let queue = DispatchQueue(label: "test")
    let told = Told()
    let journal: DraftJournal
    let drafts: DraftQueue

    init() throws {
      desk = try ProgramDesk()
      try desk.run("import", try desk.write("b.tsv", Samples.feedback))
      store = try desk.store()
      let page = try store.reviews(.inbox, order: .newest, limit: 1, now: DraftQueueTests.now)
      review = try #require(page.rows.first).review
      journal = DraftJournal(of: desk.folder, in: desk.path("journals"))
      let told = told
      drafts = DraftQueue(store: store, journal: journal, queue: queue) { told.note($0) }
    }

    func draft(_ revision: Int, id: String = "d") -> Draft {
      Draft(
        id: DraftID(id), review: review.id, customer: review.customer, text: "text \(revision)",
        revision: revision, changedAt: DraftQueueTests.now)
    }

    var journals: [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: desk.path("journals"))) ?? []).sorted()
    }
  }

  @Test("every change begins to be written at once; of those that wait only the newest is")
  func atOnce() throws {
    let bench = try Bench()
    bench.drafts.save(bench.draft(1))
    bench.queue.sync {}
    #expect(try bench.store.draft(for: bench.review.id)?.revision == 1)
    bench.queue.sync {
      for revision in 2...9 { bench.drafts.save(bench.draft(revision)) }
    }
    bench.queue.sync {}
    #expect(bench.told.all == ["saved 1", "saved 9"])
    #expect(bench.journals.isEmpty)
  }

  @Test("drafts of two reviews do not push each other out while they wait")
  func two() throws {
    let bench = try Bench()
    let page = try bench.store.reviews(.inbox, order: .newest, limit: 2, now: Self.now)
    let other = try #require(page.rows.last).review
    var second = bench.draft(1, id: "e")
    second.review = other.id
    second.customer = other.customer
    bench.queue.sync {
      bench.drafts.save(bench.draft(1))
      bench.drafts.save(second)
    }
    bench.queue.sync {}
    #expect(try bench.store.openDrafts().count == 2)
  }

  @Test("what the desk cannot take is kept, journalled, and on disk as soon as it can")
  func kept() throws {
    let bench = try Bench()
    let lock = open(bench.desk.path("desk.lock"), O_RDWR)
    defer { close(lock) }
    let impatient = try DeskStore(at: bench.desk.folder, patience: 0)
    let told = bench.told
    let drafts = DraftQueue(store: impatient, journal: bench.journal, queue: bench.queue) {
      told.note($0)
    }
    #expect(flock(lock, LOCK_EX) == 0)
    drafts.save(bench.draft(1))
    bench.queue.sync {}
    #expect(told.all == ["kept 1 copied"])
    #expect(bench.journals.count == 1)
    let mode = try bench.desk.mode("journals/\(bench.journals[0])")
    #expect(mode == 0o600)
    drafts.save(bench.draft(2))
    #expect(flock(lock, LOCK_UN) == 0)
    bench.queue.sync { drafts.write() }
    #expect(told.all.last == "saved 2")
    #expect(try bench.store.draft(for: bench.review.id)?.text == "text 2")
    #expect(bench.journals.isEmpty)
  }

  @Test(
    "a journal that a run left over is brought back by the next, and only by one whose desk it is")
  func replayed() throws {
    let bench = try Bench()
    var left: DraftJournal? = DraftJournal(of: bench.desk.folder, in: bench.desk.path("journals"))
    for revision in 1...3 { #expect(left?.write(bench.draft(revision)) != nil) }
    #expect(bench.journal.replay(into: bench.store).isEmpty)
    left = nil
    let other = DraftJournal(of: "/", in: bench.desk.path("journals"))
    #expect(other.replay(into: bench.store).isEmpty)
    let words = bench.journal.replay(into: bench.store)
    #expect(words == ["a draft was brought back that the desk could not take before"])
    #expect(try bench.store.draft(for: bench.review.id) == bench.draft(3))
    #expect(bench.journals.isEmpty)
  }

  @Test("what the desk does not take any more, and what cannot be read, is kept and named")
  func keptFile() throws {
    let bench = try Bench()
    var left: DraftJournal? = DraftJournal(of: bench.desk.folder, in: bench.desk.path("journals"))
    var draft = bench.draft(1)
    draft.review = ReviewID(999)
    let path = try #require(left?.write(draft))
    left = nil
    #expect(bench.journal.replay(into: bench.store).first?.hasPrefix("\(path).kept") == true)
    #expect(bench.journals.count == 1)
  }

  @Test(
    "a journal line reads back whole, a damaged one not at all, an unfinished one was never promised"
  )
  func lines() throws {
    let bench = try Bench()
    var draft = bench.draft(7)
    draft.text = "a\tb\n\u{0}\u{1B}é\u{202E}"
    draft.cursor = 3
    let line = JournalLine.bytes(of: draft)
    #expect(JournalLine.drafts(in: line).drafts == [draft])
    #expect(JournalLine.drafts(in: line.dropLast()).drafts.isEmpty)
    #expect(JournalLine.drafts(in: line.dropLast()).damaged == 0)
    for index in line.indices.dropLast() {
      var changed = line
      changed[index] ^= 1
      #expect(JournalLine.drafts(in: changed).drafts.isEmpty)
    }
  }
}
