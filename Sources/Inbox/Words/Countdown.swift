import AmendsPolicy

/// The time until an instant, as a clock that counts down.
struct Countdown: Equatable {
  /// `1d 04:12`, or `1d 04:12:09` to the second.
  var text: String
  /// When the text changes.
  var changesAt: Instant?

  /// Counts down to an instant, to the minute or to the second, rounded up, so that it never reads
  /// zero while the instant has not come.
  init(until end: Instant, at now: Instant, precise: Bool) {
    let step: Int64 = precise ? 1000 : 60_000
    let left = max(0, (end - now).milliseconds)
    let steps = (left + step - 1) / step
    let seconds = steps * step / 1000
    let (days, hours) = (seconds / 86_400, seconds / 3600 % 24)
    var clock = "\(Self.pad(hours)):\(Self.pad(seconds / 60 % 60))"
    if precise { clock += ":\(Self.pad(seconds % 60))" }
    text = days > 0 ? "\(days)d \(clock)" : clock
    changesAt = steps > 0 ? end - Span(milliseconds: (steps - 1) * step) : nil
  }

  private static func pad(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// The time until the last instant of a window: days while there are any, then a clock.
struct DayCount: Equatable {
  var text: String
  /// When the text changes; `nil` when the window has closed.
  var changesAt: Instant?

  init(until end: Instant, at now: Instant) {
    let days = (end - now).milliseconds / Span.days(1).milliseconds
    guard days < 1 else {
      text = "\(days)d"
      changesAt = end - .days(days) + Span(milliseconds: 1)
      return
    }
    let clock = Countdown(until: end, at: now, precise: false)
    text = clock.text
    changesAt = now > end ? nil : clock.changesAt ?? end + Span(milliseconds: 1)
  }
}

/// A span in one unit: minutes below an hour, hours below two days, days below sixty, weeks below a year.
struct RoughSpan: Equatable {
  var text: String
  /// The span at which the next greater text begins.
  var nextStep: Span
  /// The span below which the next smaller text begins.
  var lastStep: Span

  init(_ span: Span) {
    let minutes = max(0, span.milliseconds / 60_000)
    let (size, name): (Int64, String) =
      switch minutes {
      case ..<60: (1, "m")
      case ..<2880: (60, "h")
      case ..<86_400: (1440, "d")
      case ..<525_600: (10_080, "w")
      default: (525_600, "y")
      }
    let count = minutes / size
    text = "\(count)\(name)"
    nextStep = .minutes((count + 1) * size)
    lastStep = Span(milliseconds: max(0, Span.minutes(count * size).milliseconds - 1))
  }
}
