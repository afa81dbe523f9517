public import AmendsPolicy

/// What the clocks of a machine show at one moment.
public struct ClockReading: Hashable, Sendable {
  /// The wall clock, which anybody may set.
  public var wall: Instant
  /// How long the machine has been running, sleep included: nobody can set that.
  public var sinceBoot: Span
  /// Which run of the machine it is.
  public var boot: String
  /// How the wall clock is kept right.
  public var keeping: ClockKeeping

  /// A reading of all clocks at once.
  public init(wall: Instant, sinceBoot: Span, boot: String, keeping: ClockKeeping = .unknown) {
    self.wall = wall
    self.sinceBoot = sinceBoot
    self.boot = boot
    self.keeping = keeping
  }

  /// What a machine shows that has run since 1970 and whose clock was never wrong: for tests and proofs that
  /// move the time themselves.
  public static func steady(_ wall: Instant) -> ClockReading {
    ClockReading(
      wall: wall, sinceBoot: Span(milliseconds: wall.milliseconds), boot: "steady", keeping: .kept)
  }
}

/// How a wall clock is kept right, as far as the kernel knows.
public enum ClockKeeping: Hashable, Sendable {
  /// A time server keeps it right.
  case kept
  /// A time server did and does no more; the clock may be wrong by so much.
  case adrift(Span)
  /// Nobody has ever said.
  case unknown
}
