import AmendsPolicy
import ChildProcesses
import Glibc
import Proof
import Store
import Testing
import Torture

/// Stops senders at the worst moments, for longer than any lease and than the interval between contacts, and
/// lets them go on, or kills them as they sleep.
struct Sandman {
  /// Where they fall asleep.
  private static let beds: [FailPoint] = [
    .init(.prepare, .after), .init(.commit, .after), .init(.dot, .before), .init(.dot, .during),
    .init(.dot, .after),
  ]

  private struct Sleeper {
    var child: Child
    var isAsleep = false
    /// When it wakes; awake, when it is replaced.
    var end: Instant
  }

  private let arena: Arena
  private let role: WorkerOrder.Role
  private var dice: Dice
  private var sleepers: [Sleeper] = []
  private var person: Person
  private(set) var pauses = 0

  init(_ arena: Arena, _ role: WorkerOrder.Role, seed: UInt64) {
    self.arena = arena
    self.role = role
    dice = Dice(seed: seed)
    person = Person(arena.store)
  }

  /// Sends so many senders to sleep, some of them at a time, beside agents that write on.
  mutating func sing(pauses goal: Int, senders: Int, agents: Int) throws {
    let writers = try (0..<agents).map { try arena.start(arena.order(.agent, seed: UInt64($0))) }
    for _ in 0..<senders { sleepers.append(try start()) }
    let end = TortureClock.now + .seconds(Int64(goal) * 5)
    while pauses < goal || sleepers.contains(where: \.isAsleep) {
      try #require(TortureClock.now < end, "nobody falls asleep any more")
      usleep(4000)
      for index in sleepers.indices { try watch(index) }
      try person.look(arena.server.accepted)
    }
    withExtendedLifetime(writers) {}
    sleepers = []
  }

  private mutating func start() throws -> Sleeper {
    let bed = Self.beds.randomElement(using: &dice) ?? FailPoint(.dot, .before)
    let doom = Doom(at: bed, passing: dice.throwing(1...3), .pause)
    return Sleeper(
      child: try arena.start(arena.order(role, seed: dice.next(), doom: doom)),
      end: TortureClock.now + .seconds(3))
  }

  private mutating func watch(_ index: Int) throws {
    let now = TortureClock.now
    let sleeper = sleepers[index]
    if let end = sleeper.child.hasEnded() { Issue.record("a sender ended by itself: \(end)") }
    if !sleeper.isAsleep, sleeper.child.hasStopped() {
      pauses += 1
      sleepers[index].isAsleep = true
      sleepers[index].end = now + Span(milliseconds: Int64(dice.throwing(700...2500)))
    } else if now >= sleeper.end, sleeper.isAsleep, dice.throwing(0...3) > 0 {
      sleeper.child.send(SIGCONT)
      sleepers[index].isAsleep = false
      sleepers[index].end = now + .seconds(1)
    } else if now >= sleeper.end {
      sleeper.child.send(SIGKILL)
      sleeper.child.wait()
      sleepers[index] = try start()
    }
  }
}
