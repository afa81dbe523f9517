/// A point in time, counted in milliseconds since 1970-01-01T00:00:00Z.
///
/// The only form in which Amends keeps and compares times; zones matter at the edges alone.
public struct Instant: Hashable, Comparable, Sendable {
  /// Milliseconds since the Unix epoch, in UTC; negative before 1970.
  public var milliseconds: Int64

  /// The instant so many milliseconds after the epoch.
  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// Whether one instant lies before another.
  public static func < (earlier: Instant, later: Instant) -> Bool {
    earlier.milliseconds < later.milliseconds
  }

  /// The instant later by a span; stops at the ends of the representable range.
  public static func + (instant: Instant, span: Span) -> Instant {
    let (sum, overflow) = instant.milliseconds.addingReportingOverflow(span.milliseconds)
    return Instant(milliseconds: overflow ? (span.milliseconds > 0 ? .max : .min) : sum)
  }

  /// The instant earlier by a span; stops at the ends of the representable range.
  public static func - (instant: Instant, span: Span) -> Instant {
    let (rest, overflow) = instant.milliseconds.subtractingReportingOverflow(span.milliseconds)
    return Instant(milliseconds: overflow ? (span.milliseconds > 0 ? .min : .max) : rest)
  }

  /// The span from one instant to another; stops at the ends of the representable range.
  public static func - (later: Instant, earlier: Instant) -> Span {
    let (span, overflow) = later.milliseconds.subtractingReportingOverflow(earlier.milliseconds)
    return Span(milliseconds: overflow ? (later > earlier ? .max : .min) : span)
  }
}

/// A length of elapsed time in milliseconds; days are 24 hours, whatever a zone does meanwhile.
public struct Span: Hashable, Comparable, Sendable {
  /// The length in milliseconds; negative when it points back.
  public var milliseconds: Int64

  /// A span of so many milliseconds.
  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// A span of so many seconds; stops at the ends of the representable range, like the longer ones.
  public static func seconds(_ count: Int64) -> Span { Span(count, times: 1000) }

  /// A span of so many minutes.
  public static func minutes(_ count: Int64) -> Span { Span(count, times: 60_000) }

  /// A span of so many hours.
  public static func hours(_ count: Int64) -> Span { Span(count, times: 3_600_000) }

  /// A span of so many days of 24 hours.
  public static func days(_ count: Int64) -> Span { Span(count, times: 86_400_000) }

  /// Figures come from configuration too, so none may overflow.
  private init(_ count: Int64, times unit: Int64) {
    let (product, overflow) = count.multipliedReportingOverflow(by: unit)
    milliseconds = overflow ? (count > 0 ? .max : .min) : product
  }

  /// Whether one span is shorter than another.
  public static func < (shorter: Span, longer: Span) -> Bool {
    shorter.milliseconds < longer.milliseconds
  }
}
