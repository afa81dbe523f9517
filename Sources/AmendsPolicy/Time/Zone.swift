/// A time zone as the policy needs it: how far local clocks are ahead of UTC at an instant.
///
/// The rules of real zones come from outside, so that this module stays without tables and files.
public struct Zone: Sendable {
  /// The zone's name, such as `Europe/Berlin`.
  public let name: String
  private let lookUp: @Sendable (Instant) -> Span

  /// A zone with a name and a rule that gives the offset from UTC at an instant.
  public init(name: String, offset: @escaping @Sendable (Instant) -> Span) {
    self.name = name
    lookUp = offset
  }

  /// Coordinated universal time.
  public static let utc = Zone(name: "UTC") { _ in Span(milliseconds: 0) }

  /// How far local clocks are ahead of UTC.
  public func offset(at instant: Instant) -> Span { lookUp(instant) }

  /// The minute of the local day, 0 to 1439.
  public func localMinute(at instant: Instant) -> Int {
    let day: Int64 = 86_400_000
    let local = (instant + offset(at: instant)).milliseconds
    return Int((local % day + day) % day / 60_000)
  }

  func startOfMinute(at instant: Instant) -> Instant {
    let minute: Int64 = 60_000
    let local = (instant + offset(at: instant)).milliseconds
    return instant - Span(milliseconds: (local % minute + minute) % minute)
  }

  /// The first instant after one and not after another at which the offset is a different one.
  ///
  /// Halves the span, so it takes two spans that end in the same offset for unchanged.
  func firstChange(after start: Instant, until end: Instant) -> Instant? {
    let offset = offset(at: start)
    guard start < end, self.offset(at: end) != offset else { return nil }
    var (same, other) = (start.milliseconds, end.milliseconds)
    while other - same > 1 {
      let middle = same + (other - same) / 2
      if self.offset(at: Instant(milliseconds: middle)) == offset {
        same = middle
      } else {
        other = middle
      }
    }
    return Instant(milliseconds: other)
  }
}
