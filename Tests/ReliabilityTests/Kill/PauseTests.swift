import AmendsPolicy
import Testing
import Torture

extension Reliability {
  @Suite("Stopped in the middle", .enabled(if: Programs.hasPython, "needs python3"))
  struct PauseTests {
    private static let goal = Profile.size(quick: 12, full: 60)

    @Test("a sender that slept sends nothing twice or too early when it wakes")
    func pauses() throws {
      let arena = try Arena(Town(customers: 40), .faults)
      var sandman = Sandman(arena, .sender, seed: Profile.seed)
      try sandman.sing(pauses: Self.goal, senders: 4, agents: 2)
      try SendingWorker(arena.store, port: arena.server.port).recover()
      let accepted = try arena.server.accepted()
      let early = accepted.early(Town.limits.interval)
      Profile.report(
        "\(sandman.pauses) pauses (seed \(Profile.seed)): \(accepted.count) messages accepted,"
          + " \(accepted.duplicates) twice, \(early) early")
      #expect(accepted.duplicates == 0, "seed \(Profile.seed)")
      #expect(early == 0, "seed \(Profile.seed)")
      #expect(try arena.inventory().lost(of: arena.acks()).isEmpty, "seed \(Profile.seed)")
      try arena.inventory().expectTruth(accepted)
    }

    @Test("the control, a queue with leases, sends twice when a sleeper wakes")
    func control() throws {
      let arena = try Arena(Town(customers: 40), .byRecipient)
      try LeasedWorker.prepare(arena.order(.leased), jobsEach: Profile.size(quick: 20, full: 100))
      var sandman = Sandman(arena, .leased, seed: Profile.seed)
      try sandman.sing(pauses: Self.goal, senders: 4, agents: 0)
      let accepted = try arena.server.accepted()
      Profile.report(
        "control of the pauses, leases: \(sandman.pauses) pauses, \(accepted.count) messages"
          + " accepted, \(accepted.duplicates) twice")
      #expect(accepted.duplicates > 0, "the control proves nothing, seed \(Profile.seed)")
    }
  }
}
