import AmendsPolicy
import ChildProcesses
import Delivery
import Glibc
import Proof
import Store
import Testing
import Torture

/// Kills the processes of an arena at random moments and at fail points, and starts others in their place.
struct Nemesis {
  /// A process with the end that is meant for it.
  private struct Victim {
    var child: Child
    var role: WorkerOrder.Role
    var doom: Doom?
    /// When it is killed, if it lives until then.
    var end: Instant
  }

  private let arena: Arena
  private var dice: Dice
  private var victims: [Victim] = []
  private var person: Person
  /// Points at which the next senders are to die.
  private var points: [FailPoint]
  private(set) var kills = 0
  /// How many died at each point.
  private(set) var killsAt: [FailPoint: Int] = [:]

  init(_ arena: Arena, seed: UInt64, points: [FailPoint]) {
    self.arena = arena
    self.points = points
    dice = Dice(seed: seed)
    person = Person(arena.store)
  }

  /// Kills so many processes of these roles, and at every point.
  mutating func rage(_ roles: [WorkerOrder.Role], kills goal: Int) throws {
    for role in roles { victims.append(try start(role)) }
    let end = TortureClock.now + .seconds(Int64(goal) * 2)
    while kills < goal || !points.isEmpty && kills < 3 * goal {
      try #require(TortureClock.now < end, "too few processes can be killed in time")
      usleep(4000)
      for index in victims.indices where try hasFallen(victims[index]) {
        victims[index] = try start(victims[index].role)
      }
      try person.look(arena.server.accepted)
    }
    victims = []
  }

  private mutating func start(_ role: WorkerOrder.Role) throws -> Victim {
    let doom = role == .sender && Bool.random(using: &dice) ? points.first : nil
    let order = arena.order(
      role, seed: dice.next(), doom: doom.map { Doom(at: $0, passing: dice.throwing(1...2)) })
    let span = Span(milliseconds: Int64(dice.throwing(doom == nil ? 40...700 : 1000...1500)))
    return Victim(
      child: try arena.start(order), role: role, doom: order.doom, end: TortureClock.now + span)
  }

  /// Whether a process is gone: killed at its point, or now.
  private mutating func hasFallen(_ victim: Victim) throws -> Bool {
    switch victim.child.hasEnded() {
    case .killed(SIGKILL):
      if let point = victim.doom?.point {
        killsAt[point, default: 0] += 1
        if let place = points.firstIndex(of: point) { points.remove(at: place) }
      }
    case let other?:
      Issue.record("a process of the torture ended by itself: \(victim.role), \(other)")
    case nil where TortureClock.now >= victim.end:
      victim.child.send(SIGKILL)
      victim.child.wait()
    case nil: return false
    }
    kills += 1
    return true
  }
}
