import AmendsPolicy
import Ledger

/// Times as people type them.
enum TypedTime {
  /// Reads `now`, `2h ago`, `14:30` (the newest past one), `2026-11-20`, `2026-11-20 10:00`.
  ///
  /// Clock times are read on the given zone's clock; a date alone is noon UTC.
  static func instant(_ text: String, at now: Instant, in zone: Zone) -> Instant? {
    let words = text.trimmingSpaces.lowercased()
    if words.isEmpty || words == "now" { return now }
    if let span = ago(words) { return now - span }
    if let minute = TypedClock.minute(words) { return lastTime(minute, before: now, in: zone) }
    if words.count == 10 { return ISO8601.instant(words) }
    guard let onUTC = ISO8601.instant(words.uppercased()) else { return nil }
    let saysOffset = words.hasSuffix("z") || words.dropFirst(16).contains { "+-".contains($0) }
    return saysOffset ? onUTC : onUTC - zone.offset(at: onUTC)
  }

  private static func ago(_ words: String) -> Span? {
    var text = Substring(words)
    if text.hasSuffix("ago") { text = text.dropLast(3) }
    return TypedSpan.read(String(text).trimmingSpaces)
  }

  private static func lastTime(_ minute: Int, before now: Instant, in zone: Zone) -> Instant {
    let today = CivilTime(now, offset: zone.offset(at: now)).date
    let time = CivilTime(date: today, millisecondOfDay: minute * 60_000)
    let instant = time.instant(offset: zone.offset(at: now))
    return instant <= now ? instant : instant - .days(1)
  }
}
