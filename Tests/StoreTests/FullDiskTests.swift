import AmendsPolicy
import Foundation
import GRDB
import Ledger
import Testing

@testable import Store

#if canImport(Glibc)
import Glibc
#endif

/// A disk of two megabytes of its own; only root can have one.
private final class SmallDisk {
  let path = TestDesk.newFolder()
  private(set) var isMounted = false

  init() {
    mkdir(path, 0o700)
    isMounted = mount("tmpfs", path, "tmpfs", 0, "size=2m,mode=0700") == 0
  }

  deinit {
    if isMounted { umount2(path, Int32(MNT_DETACH)) }
    rmdir(path)
  }

  /// Fills what is free.
  func fill() {
    let file = open(path + "/filler", O_WRONLY | O_CREAT, 0o600)
    let block = [UInt8](repeating: 1, count: 4096)
    while write(file, block, block.count) > 0 {}
    close(file)
  }

  func makeRoom() { unlink(path + "/filler") }
}

@Suite("Full and failing disks")
struct FullDiskTests {
  /// A desk on a small disk with one review; `nil` where none can be had.
  private func desk(_ disk: SmallDisk) throws -> (DeskStore, Review)? {
    guard disk.isMounted else { return nil }
    let store = try DeskStore(at: disk.path + "/desk", clock: .hours(0))
    let row = ImportedReview(
      externalID: "R1", kind: .productReview, rating: 1, text: "Bad", postedAt: .hours(-1),
      keys: [.reviewer("A")])
    _ = try store.importRows([.review(row)], at: .hours(0), by: "import")
    return (store, try #require(try store.review(.productReview, externalID: "R1")))
  }

  private func draft(_ review: Review, _ revision: Int) -> Draft {
    Draft(
      id: DraftID("d"), review: review.id, customer: review.customer,
      text: String(repeating: "Sorry. ", count: 300) + "\(revision)", revision: revision,
      changedAt: .hours(0))
  }

  @Test("nothing that was said to be kept is lost, and it goes on when there is room again")
  func full() throws {
    let disk = SmallDisk()
    guard let (store, review) = try desk(disk) else { return }
    try store.save(draft(review, 1))
    disk.fill()
    var kept = 1
    var refusal: DeskError?
    for revision in 2..<2000 where refusal == nil {
      do throws(DeskError) {
        try store.save(draft(review, revision))
        kept = revision
      } catch {
        refusal = error
      }
    }
    #expect(refusal == .diskFull)
    #expect(store.trouble == .full)
    #expect(try store.draft(for: review.id) == draft(review, kept))
    disk.makeRoom()
    try store.save(draft(review, 5000))
    #expect(store.trouble == nil)
    try store.examine()
    try store.close()
    let again = try DeskStore(at: disk.path + "/desk", clock: .hours(1))
    #expect(try again.draft(for: review.id) == draft(review, 5000))
    #expect(try again.freezes().isEmpty)
    try again.close()
  }

  @Test("where the spool has no room nothing leaves, and the reply waits")
  func fullSpool() throws {
    let disk = SmallDisk()
    guard let (store, review) = try desk(disk) else { return }
    try store.save(draft(review, 1))
    try store.enqueue(
      OutboxItem(
        id: OutboxID("o"), draft: DraftID("d"), review: review.id, customer: review.customer,
        recipient: nil, order: nil, text: "x", queuedAt: .hours(0), queuedBy: "amy",
        leavesAt: .hours(0)), at: .hours(0))
    let claim = try store.claim(OutboxID("o"), by: "test")
    try fillPage(of: store.spool)
    disk.fill()
    #expect(throws: DeskError.diskFull) {
      for _ in 0..<2000 {
        if try store.commit(claim.item.id, fence: claim.fence, at: .hours(0), channel: "e")
          == .granted
        {
          return
        }
      }
    }
    disk.makeRoom()
    let permits = try store.read { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM permit WHERE outcome = 'sent'")
    }
    #expect(permits == 0)
    #expect(try store.outboxItem(OutboxID("o"))?.state != .sent)
    try store.close()
  }

  /// Leaves no room for a permit in the last page of the spool.
  private func fillPage(of spool: Spool) throws {
    while try OwnFile(spool.path, O_RDONLY).size() % 4096 < 4030 {
      try spool.append(.closed(outbox: "x", wasSent: true, at: .hours(0)))
    }
  }

  @Test("after the disk failed nothing more is written, and the next program knows")
  func failed() throws {
    let desk = try TestDesk()
    let review = try desk.review("R1", by: [.reviewer("A")])
    try desk.queue("o1", for: review)
    let claim = try desk.store.claim(OutboxID("o1"), by: "test")
    try FileManager.default.removeItem(atPath: desk.path("desk.spool"))
    #expect(throws: DeskError.self) {
      try desk.store.commit(claim.item.id, fence: claim.fence, at: .hours(0), channel: "e")
    }
    guard case .failed = desk.store.trouble else {
      Issue.record("\(String(describing: desk.store.trouble))")
      return
    }
    #expect(throws: DeskError.self) {
      try desk.store.hold(OutboxID("o1"), at: .hours(0), by: "amy")
    }
    #expect(desk.exists("desk.failed"), "\(desk.names) \(String(describing: desk.store.trouble))")
    #expect(try desk.state("o1") == .queued)
    let next = try desk.again()
    #expect(try next.freezes().map(\.kind) == [.storage])
    try next.close()
  }
}
