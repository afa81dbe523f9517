import AmendsPolicy
import ChildProcesses
import Foundation
import Ledger
import Proof
import Store
import Testing
import Torture

extension Reliability {
  @Suite(
    "A disk that fails",
    .enabled(if: Programs.hasTrace && Programs.hasPython, "needs strace, leave to trace, python3"))
  struct DiskFaultTests {
    /// Which of the many writes of one send fail in the usual run; of the few others all do.
    private static let stride = Profile.size(quick: 5, full: 1)
    private static let mostCells = 1000

    @Test("whichever call of a send fails, nothing is lost, and nobody is written to twice")
    func everyCall() throws {
      let town = Town(customers: Self.mostCells)
      let arena = try Arena(town, .byRecipient)
      try arena.store.close()
      let faulty = FaultyDisk(scratch: arena.scratch)
      let order = arena.order(.once)
      try queue("clean", for: 0, arena)
      let faults = Self.faults(try faulty.count(order))
      var befell = 0
      for (number, fault) in faults.enumerated() {
        let id = "item-\(number)"
        try queue(id, for: number + 1, arena)
        let (end, hasFailed) = try faulty.run(order, fault)
        #expect(end == .exited(0) || end == .exited(5), "\(fault): \(end)")
        if hasFailed { befell += 1 }
        try expectClearEnd(id, fault, arena)
      }
      let accepted = try arena.server.accepted()
      Profile.report(
        "\(befell) failing calls of one send (EIO, ENOSPC): 0 drafts lost, every item in a clear"
          + " state, \(accepted.duplicates) messages twice")
      #expect(accepted.duplicates == 0)
      #expect(accepted.count == faults.count + 1)
      #expect(befell > faults.count * 2 / 3)
    }

    private static func faults(_ counts: [String: Int]) -> [DiskFault] {
      counts.sorted { $0.key < $1.key }.flatMap { call, count in
        Swift.stride(from: 1, through: count, by: call == "pwrite64" ? stride : 1).flatMap {
          number in
          ways.map { DiskFault(call: call, number: number, error: $0, kind: $1) }
        }
      }
    }

    /// A broken sector and a full disk; in the full run either may pass or last.
    private static let ways: [(String, DiskFault.Kind)] =
      Profile.isFull
      ? ["EIO", "ENOSPC"].flatMap { error in DiskFault.Kind.allCases.map { (error, $0) } }
      : [("EIO", .once), ("ENOSPC", .lasting)]

    /// With a disk that works again, the item is where it can go on, and goes on to exactly one message.
    private func expectClearEnd(_ id: String, _ fault: DiskFault, _ arena: Arena) throws {
      let store = try DeskStore(at: arena.scratch.path + "/desk", limits: Town.limits)
      defer { try? store.close() }
      let sender = SendingWorker(store, port: arena.server.port)
      try allow(store)
      try sender.once()
      let inventory = try arena.inventory()
      let hasArrived = try arena.server.accepted().contains { $0.id == id }
      let state = try #require(inventory.items[id])
      #expect(inventory.damage.isEmpty, "\(fault)")
      #expect(inventory.drafts[id]?.revision == 1, "\(fault)")
      switch state {
      case .sent: #expect(hasArrived, "\(fault)")
      case .uncertain:
        try store.resolve(
          OutboxID(id), wasSent: hasArrived,
          at: TortureClock.now + OutboxItem.unsentPatience, by: "person")
        if !hasArrived { try store.resume(OutboxID(id), at: TortureClock.now) }
        try sender.once()
      default: Issue.record("\(fault): the item is \(state)")
      }
      #expect(try arena.inventory().items[id] == .sent, "\(fault)")
    }

    /// After a disk failed nothing leaves until a person allows it.
    private func allow(_ store: DeskStore) throws {
      let reason = try #require(TypedReason("the disk was exchanged and checked"))
      try store.allowSending(reason, clock: .steady(TortureClock.now), by: "person")
    }

    private func queue(_ id: String, for customer: Int, _ arena: Arena) throws {
      let store = try DeskStore(at: arena.scratch.path + "/desk", limits: Town.limits)
      try arena.queue(id, for: customer, in: store)
      try store.close()
    }
  }
}
