/// A span of the local day in which nothing leaves; it may cross midnight.
public struct QuietHours: Hashable, Sendable {
  /// The first quiet minute of the local day, 0 to 1439.
  public var from: Int
  /// The first minute of the local day that is not quiet any more, 0 to 1439; equal to `from` means never quiet.
  public var to: Int

  /// Quiet from one minute of the day to another; both are taken modulo a day.
  public init(from: Int, to: Int) {
    self.from = ((from % 1440) + 1440) % 1440
    self.to = ((to % 1440) + 1440) % 1440
  }

  /// No quiet hours at all.
  public static let none = QuietHours(from: 0, to: 0)

  /// The first instant that is not quiet, from a given one on; the given one where it is not quiet.
  ///
  /// Follows the local clock: where the zone changes its offset on the way, it looks again from the
  /// change on, so that a night with a change to or from daylight saving time ends at the stated
  /// local minute, and never later than the clock first shows a minute that is not quiet.
  public func firstFree(from instant: Instant, in zone: Zone) -> Instant {
    var start = instant
    for _ in 0..<Self.mostChanges where contains(start, in: zone) {
      let end = endByUnchangedClock(from: start, in: zone)
      start = zone.firstChange(after: start, until: end) ?? end
    }
    return start
  }

  /// More changes of the offset than any zone ever made within one quiet span.
  private static let mostChanges = 8

  private func endByUnchangedClock(from instant: Instant, in zone: Zone) -> Instant {
    let ahead = ((to - zone.localMinute(at: instant)) % 1440 + 1440) % 1440
    return zone.startOfMinute(at: instant) + .minutes(Int64(ahead))
  }

  /// When quiet hours begin next after an instant, by the clock as it will be then; `nil` where there are none.
  public func nextStart(after instant: Instant, in zone: Zone) -> Instant? {
    guard from != to else { return nil }
    let ahead = Int64((from - zone.localMinute(at: instant) + 1439) % 1440 + 1)
    let start = zone.startOfMinute(at: instant) + .minutes(ahead)
    let shift = zone.offset(at: start).milliseconds - zone.offset(at: instant).milliseconds
    return start - Span(milliseconds: shift)
  }

  /// Whether an instant is quiet where the person lives.
  public func contains(_ instant: Instant, in zone: Zone) -> Bool {
    let minute = zone.localMinute(at: instant)
    if from <= to { return minute >= from && minute < to }
    return minute >= from || minute < to
  }
}
