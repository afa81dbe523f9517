public import AmendsPolicy

/// A date and a time of day on some clock, to the millisecond.
public struct CivilTime: Hashable, Sendable {
  /// The date.
  public var date: CivilDate
  /// Milliseconds since midnight, 0 to 86,399,999.
  public var millisecondOfDay: Int

  /// A date with a time of day in milliseconds since midnight.
  public init(date: CivilDate, millisecondOfDay: Int) {
    self.date = date
    self.millisecondOfDay = min(max(millisecondOfDay, 0), 86_399_999)
  }

  /// What a clock so far ahead of UTC shows at an instant; UTC where nothing is said.
  public init(_ instant: Instant, offset: Span = Span(milliseconds: 0)) {
    let local = (instant + offset).milliseconds
    let day: Int64 = 86_400_000
    let (days, rest) = local.quotientAndRemainder(dividingBy: day)
    date = CivilDate(daysSinceEpoch: Int(rest < 0 ? days - 1 : days))
    millisecondOfDay = Int(rest < 0 ? rest + day : rest)
  }

  /// The instant at which a clock so far ahead of UTC shows this time.
  public func instant(offset: Span = Span(milliseconds: 0)) -> Instant {
    Instant(milliseconds: Int64(date.daysSinceEpoch) * 86_400_000 + Int64(millisecondOfDay))
      - offset
  }

  /// The hour, 0 to 23.
  public var hour: Int { millisecondOfDay / 3_600_000 }
  /// The minute of the hour, 0 to 59.
  public var minute: Int { millisecondOfDay / 60_000 % 60 }
  /// The second of the minute, 0 to 59.
  public var second: Int { millisecondOfDay / 1000 % 60 }
}

extension CivilDate {
  /// Noon UTC of the date: how a date without a time is stored, so that no zone shifts the day.
  public var noon: Instant {
    CivilTime(date: self, millisecondOfDay: 43_200_000).instant()
  }
}
