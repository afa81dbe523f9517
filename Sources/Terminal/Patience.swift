/// Until when something of the terminal is waited for, whatever else wakes meanwhile.
struct Patience {
  private let end: ContinuousClock.Instant

  init(_ most: Duration, since start: ContinuousClock.Instant) { end = start + most }

  /// Whether it is at its end.
  func isOver(at now: ContinuousClock.Instant) -> Bool { now >= end }

  /// The milliseconds after which it is over, counting one that has begun.
  func milliseconds(at now: ContinuousClock.Instant) -> Int32 {
    Int32(clamping: Int((max(.zero, end - now) / .milliseconds(1)).rounded(.up)))
  }
}
