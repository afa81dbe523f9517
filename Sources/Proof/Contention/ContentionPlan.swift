public import AmendsPolicy

/// Who contends for whom, and for how long.
///
/// All processes want to write to the same few customers at a time, and move on to others together: so
/// the interval binds all the time, and the count towards the end of each round.
public struct ContentionPlan: Hashable, Sendable {
  /// How many customers are wanted at a time.
  public static let wanted = 50
  /// The least time between two messages to a customer.
  public static let interval = Span(milliseconds: 200)
  /// How many reviews a customer has written: each can have one live draft.
  static let reviewsEach = 4
  private static let mostRounds = 60
  /// How much of what the interval alone would let through the count allows.
  private static let shareAllowed = 0.6

  /// How many processes contend.
  public let processes: Int
  /// For how long, in seconds.
  public let seconds: Double

  /// A plan for so many processes and seconds.
  public init(processes: Int, seconds: Double) {
    self.processes = processes
    self.seconds = seconds
  }

  /// The most messages that a customer may get.
  public var cap: Int {
    let possible = seconds * 1000 / Double(rounds) / Double(Self.interval.milliseconds)
    return max(2, Int(possible * Self.shareAllowed))
  }

  /// The limits of the scratch desk.
  public var limits: ContactLimits {
    ContactLimits(interval: Self.interval, maximumUnanswered: cap, quietHours: .none)
  }

  /// All customers that are ever wanted.
  var customers: Int { rounds * Self.wanted }

  private var rounds: Int { max(1, min(Self.mostRounds, Int(seconds))) }

  /// Whom a process wants to write to, so many seconds after the start; customers count from 0.
  func customer(after elapsed: Double, by dice: inout Dice) -> Int {
    let round = max(0, min(rounds - 1, Int(elapsed / seconds * Double(rounds))))
    return round * Self.wanted + Int.random(in: 0..<Self.wanted, using: &dice)
  }
}
