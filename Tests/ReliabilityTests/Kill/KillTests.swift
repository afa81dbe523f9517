import AmendsPolicy
import Delivery
import GRDB
import Ledger
import Store
import Testing
import Torture

extension Reliability {
  @Suite("Killed at any moment", .enabled(if: Programs.hasPython, "needs python3"))
  struct KillTests {
    private static let customers = 60
    private static let crew: [WorkerOrder.Role] = [
      .agent, .agent, .agent, .sender, .sender, .sender, .sender,
    ]

    @Test("nothing is lost, nothing leaves twice or too early, as the mail server saw it")
    func kills() throws {
      let goal = Profile.size(quick: 200, full: 1000)
      let twice = FailPoint.all + FailPoint.all
      let arena = try Arena(Town(customers: Self.customers), .faults)
      var nemesis = Nemesis(arena, seed: Profile.seed, points: twice)
      try nemesis.rage(Self.crew, kills: goal)
      try SendingWorker(arena.store, port: arena.server.port).recover()

      let accepted = try arena.server.accepted()
      let acks = arena.acks()
      let inventory = try arena.inventory()
      let early = accepted.early(Town.limits.interval)
      Profile.report(
        "\(nemesis.kills) kills (seed \(Profile.seed)): \(acks.saves) saves acknowledged,"
          + " \(inventory.lost(of: acks).count) lost; \(accepted.count) messages accepted,"
          + " \(accepted.duplicates) twice, \(early) early")
      #expect(inventory.damage.isEmpty)
      #expect(inventory.lost(of: acks).isEmpty, "seed \(Profile.seed)")
      #expect(accepted.duplicates == 0, "seed \(Profile.seed)")
      #expect(early == 0, "seed \(Profile.seed)")
      #expect(accepted.count > goal / 10, "too little has left to prove anything")
      #expect(acks.saves > goal / 4, "too little was saved to prove anything")
      for point in FailPoint.all {
        #expect(nemesis.killsAt[point, default: 0] >= 2, "\(point), seed \(Profile.seed)")
      }
      inventory.expectTruth(accepted)
    }

    @Test("the control, a queue with leases and retries, sends twice and too early")
    func control() throws {
      let arena = try Arena(Town(customers: Self.customers), .faults)
      try LeasedWorker.prepare(arena.order(.leased), jobsEach: Profile.size(quick: 20, full: 100))
      var nemesis = Nemesis(arena, seed: Profile.seed, points: [])
      let goal = Profile.size(quick: 60, full: 200)
      try nemesis.rage([.leased, .leased, .leased, .leased], kills: goal)
      let accepted = try arena.server.accepted()
      let early = accepted.early(Town.limits.interval)
      Profile.report(
        "control of the kills, expired lease and retry: \(nemesis.kills) kills,"
          + " \(accepted.count) messages accepted, \(accepted.duplicates) twice, \(early) early")
      #expect(accepted.duplicates > 0, "the control proves nothing, seed \(Profile.seed)")
      #expect(early > 0, "the control proves nothing, seed \(Profile.seed)")
    }
  }
}
