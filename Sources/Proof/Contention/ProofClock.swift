public import AmendsPolicy

/// The clocks of the machine, looked at by whoever runs the proof.
public struct ProofClock: Sendable {
  /// The wall clock.
  public let now: @Sendable () -> Instant
  /// Seconds by a clock that nobody sets.
  public let pulse: @Sendable () -> Double

  /// The clocks that a proof goes by.
  public init(now: @escaping @Sendable () -> Instant, pulse: @escaping @Sendable () -> Double) {
    self.now = now
    self.pulse = pulse
  }
}
