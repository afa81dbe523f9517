public import AmendsPolicy
public import Ledger

/// The contact limits of a desk with the zones that they need, as the screens ask them.
public struct ContactRules: Sendable {
  /// The limits.
  public var limits: ContactLimits
  /// The zone in which the shop's times are shown.
  public var shopZone: Zone
  private let zoneNamed: @Sendable (String?) -> Zone

  /// Limits, the shop's zone, and how to find the zone of a person; a person without one gets a default.
  public init(
    limits: ContactLimits = ContactLimits(),
    shopZone: Zone = .utc,
    zoneNamed: @escaping @Sendable (String?) -> Zone = { _ in .utc }
  ) {
    self.limits = limits
    self.shopZone = shopZone
    self.zoneNamed = zoneNamed
  }

  /// The zone in which a customer lives, as far as it is known.
  public func zone(of customer: Customer) -> Zone { zoneNamed(customer.zone) }

  /// Whether a person may be written to at an instant, answering where there is something to answer.
  public func answer(_ customer: Customer, at now: Instant) -> ContactAnswer {
    limits.answer(
      ContactRequest(at: now), standing: customer.standing, zone: zoneNamed(customer.zone))
  }

  /// Whether a person may be sent a reply about an order, as the sender will ask at the moment of leaving:
  /// a reply that answers no message of theirs is a proactive one; one that waits already is what it was queued as.
  func answer(
    _ file: CustomerFile, about order: String?, isProactive: Bool? = nil, at now: Instant
  ) -> ContactAnswer {
    let standing = file.customer.standing
    return limits.answer(
      ContactRequest(
        at: now, isProactive: isProactive ?? (standing.newestUnanswered == nil),
        order: order.map { OrderStanding(order: $0, in: file.events) }),
      standing: standing, zone: zone(of: file.customer))
  }

  /// An instant on the shop's clock: `14:20` today, `Thu 14:20` within a week, else `26 Nov 14:20`.
  func clock(_ instant: Instant, at now: Instant) -> String {
    LocalTime(instant, in: shopZone).text(beside: LocalTime(now, in: shopZone))
  }
}

extension ContactRules {
  /// When the words of ``clock(_:at:)`` change, at a midnight of the shop; `nil` where they stay.
  func clockChange(of instant: Instant, at now: Instant) -> Instant? {
    let today = CivilTime(now, offset: shopZone.offset(at: now)).date
    let day = CivilTime(instant, offset: shopZone.offset(at: instant)).date
    let left = day.daysSinceEpoch - today.daysSinceEpoch
    let ahead: Int
    switch left {
    case 7...: ahead = left - 6
    case 1...: ahead = left
    case 0: ahead = 1
    case (-6)...: ahead = left + 7
    default: return nil
    }
    return firstInstant(of: CivilDate(daysSinceEpoch: today.daysSinceEpoch + ahead))
  }

  /// An instant on the shop's clock that may lie years away: as ``clock(_:at:)``, but `26 Nov 2025` in another year.
  func date(_ instant: Instant, at now: Instant) -> String {
    let (time, present) = (LocalTime(instant, in: shopZone), LocalTime(now, in: shopZone))
    let days = time.time.date.daysSinceEpoch - present.time.date.daysSinceEpoch
    return abs(days) <= 6
      ? time.text(beside: present) : time.full(beside: present).trimmingSpaces
  }

  /// When the words of ``date(_:at:)`` change, at a midnight of the shop.
  func dateChange(of instant: Instant, at now: Instant) -> Instant? {
    let year = CivilTime(now, offset: shopZone.offset(at: now)).date.year + 1
    let newYear = CivilDate(year: year, month: 1, day: 1).map { firstInstant(of: $0) }
    return [clockChange(of: instant, at: now), newYear].compactMap(\.self).min()
  }

  /// When the shop's present day began.
  func startOfDay(at now: Instant) -> Instant {
    firstInstant(of: CivilTime(now, offset: shopZone.offset(at: now)).date)
  }

  private func firstInstant(of date: CivilDate) -> Instant {
    shopZone.instant(of: CivilTime(date: date, millisecondOfDay: 0))
  }

  /// When the quiet hours of a person begin next; `nil` where there are none.
  func nextQuietStart(for customer: Customer, after now: Instant) -> Instant? {
    limits.quietHours.nextStart(after: now, in: zone(of: customer))
  }
}

/// An instant on a wall clock.
struct LocalTime: Equatable {
  var time: CivilTime

  init(_ instant: Instant, in zone: Zone) {
    time = CivilTime(instant, offset: zone.offset(at: instant))
  }

  /// `14:20`.
  var clock: String { "\(Self.pad(time.hour)):\(Self.pad(time.minute))" }

  /// `14:20:09`.
  var clockWithSeconds: String { "\(clock):\(Self.pad(time.second))" }

  /// `26 Nov`.
  var day: String { "\(time.date.day) \(Self.months[time.date.month - 1])" }

  /// `Thu`.
  var weekday: String { Self.weekdays[time.date.weekday] }

  /// How many midnights lie between another time and this one.
  func days(after other: LocalTime) -> Int {
    time.date.daysSinceEpoch - other.time.date.daysSinceEpoch
  }

  func text(beside now: LocalTime) -> String {
    switch days(after: now) {
    case 0: return clock
    case -6...6: return "\(weekday) \(clock)"
    default: return "\(day) \(clock)"
    }
  }

  /// `26 Nov 14:20`, or `26 Nov 2025` where the year is another one; of equal width for a column.
  func full(beside now: LocalTime) -> String {
    let padded = time.date.day < 10 ? " \(day)" : day
    return time.date.year == now.time.date.year
      ? "\(padded) \(clock)" : "\(padded) \(time.date.year)"
  }

  private static func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
