public import AmendsPolicy

/// Times to come as people type them to snooze a review.
public enum TypedSnooze {
  /// Why a text does not say until when.
  public enum Fault: Error, Hashable, Sendable, CustomStringConvertible {
    /// It is no time.
    case unreadable
    /// The time has passed.
    case past
    /// The time is further away than anybody keeps in mind.
    case tooFar

    /// What is wrong, and what would be right.
    public var description: String {
      switch self {
      case .unreadable:
        "write it like 3d, 2h, 2w, tomorrow, mon, mon 9:30, 14:00, 2026-12-24 or after reply"
      case .past: "that has passed"
      case .tooFar: "that is more than a year away: close it instead"
      }
    }
  }

  /// Reads `45m`, `2h`, `3d`, `2w`, `tomorrow`, `mon`, `mon 9`, `fri 9:30`, `9:30`, `2026-12-24` and `after reply`.
  ///
  /// Days are those of the zone's clock and begin at nine, unless a time of day follows; hours and minutes are
  /// counted off, to the full minute. A weekday or a time of day alone is the next one to come.
  /// - Parameters:
  ///   - text: What was typed.
  ///   - now: The present instant.
  ///   - zone: The zone on whose clock it is meant.
  /// - Returns: Until when a review is to be snoozed.
  /// - Throws: ``Fault`` where it says no time, one that has passed, or one more than a year away.
  public static func read(
    _ text: String,
    at now: Instant,
    in zone: Zone
  ) throws(Fault) -> Snooze {
    let words = text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    if words == ["after", "reply"] || words == ["reply"] { return .untilTheyWrite }
    guard let end = ComingTime(now: now, zone: zone).read(words) else { throw .unreadable }
    guard end > now else { throw .past }
    guard end - now <= .days(366) else { throw .tooFar }
    return .until(end)
  }
}

/// Finds times to come on a clock.
private struct ComingTime {
  /// The minute at which a day begins where no time of day is said.
  private static let morning = 9 * 60

  let now: Instant
  let zone: Zone

  func read(_ words: [String]) -> Instant? {
    guard let day = words.first else { return nil }
    switch words.count {
    case 1: return read(day, at: Self.morning) ?? counted(day) ?? nextClock(day)
    case 2:
      guard let minute = TypedClock.minute(words[1], allowsHour: true) else { return nil }
      return day == "today" ? instant(inDays: 0, at: minute) : read(day, at: minute)
    default: return nil
    }
  }

  /// A minute of the day that a word names.
  private func read(_ day: String, at minute: Int) -> Instant? {
    if day == "tomorrow" { return instant(inDays: 1, at: minute) }
    if let days = days(day) { return instant(inDays: days, at: minute) }
    if let weekday = Self.weekday(day) { return next(weekday, at: minute) }
    return ISO8601.date(day).map { instant($0.daysSinceEpoch, at: minute) }
  }

  /// The days that `3d` and `2w` count.
  private func days(_ word: String) -> Int? {
    guard word.hasSuffix("d") || word.hasSuffix("w"), let span = TypedSpan.read(word) else {
      return nil
    }
    return Int(span.milliseconds / Span.days(1).milliseconds)
  }

  /// A monday to sunday by its name or its first three letters and more, counted from monday.
  private static func weekday(_ word: String) -> Int? {
    guard word.count >= 3 else { return nil }
    return [
      "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ].firstIndex { $0.hasPrefix(word) }
  }

  private func next(_ weekday: Int, at minute: Int) -> Instant {
    let ahead = (weekday - today.weekday + 7) % 7
    let first = instant(inDays: ahead, at: minute)
    return first > now ? first : instant(inDays: ahead + 7, at: minute)
  }

  /// `2h` and `45m`, to the full minute.
  private func counted(_ word: String) -> Instant? {
    guard let span = TypedSpan.read(word) else { return nil }
    let minute: Int64 = 60_000
    let rest = (now + span).milliseconds % minute
    return now + span + Span(milliseconds: rest > 0 ? minute - rest : 0)
  }

  private func nextClock(_ word: String) -> Instant? {
    guard let minute = TypedClock.minute(word) else { return nil }
    let first = instant(inDays: 0, at: minute)
    return first > now ? first : instant(inDays: 1, at: minute)
  }

  private var today: CivilDate { CivilTime(now, offset: zone.offset(at: now)).date }

  private func instant(inDays days: Int, at minute: Int) -> Instant {
    instant(today.daysSinceEpoch + days, at: minute)
  }

  private func instant(_ day: Int, at minute: Int) -> Instant {
    zone.instant(
      of: CivilTime(
        date: CivilDate(daysSinceEpoch: day), millisecondOfDay: minute * 60_000))
  }
}
