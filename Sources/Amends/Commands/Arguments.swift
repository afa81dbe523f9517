public import AmendsPolicy
public import ArgumentParser
import Ledger

/// A point in time as ISO 8601 has it.
struct TimeArgument: ExpressibleByArgument {
  let instant: Instant

  /// Reads a date, which stands for its noon in UTC, or a date with a time.
  init?(argument: String) {
    guard let instant = ISO8601.instant(argument) else { return nil }
    self.instant = instant
  }
}

/// A day.
struct DayArgument: ExpressibleByArgument {
  let date: CivilDate

  /// Reads `2026-11-27`.
  init?(argument: String) {
    guard let date = ISO8601.date(argument) else { return nil }
    self.date = date
  }
}

/// Any key of a person.
struct PersonArgument: ExpressibleByArgument {
  let key: CustomerKey

  /// Reads a relay address, an order number, or a reviewer id.
  init?(argument: String) {
    guard argument.utf8.count <= 320, let key = CustomerKey(argument) else { return nil }
    self.key = key
  }

  /// The order that a command is about: the one given, else the key where it is one.
  func order(given: String?) -> String? {
    if let given { return OrderNumber.isValid(given) ? given.uppercased() : given }
    if case .order(let number) = key { return number }
    return nil
  }
}

extension ContactEventKind: ExpressibleByArgument {}
