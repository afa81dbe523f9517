public import AmendsPolicy
public import Ledger

/// Which of day and month comes first where a date is written in figures.
public enum DateOrder: String, Sendable, CaseIterable {
  /// `11/20/26`.
  case monthFirst = "month-first"
  /// `20/11/26`.
  case dayFirst = "day-first"
}

/// What is known about a file beside its content.
public struct ImportOptions: Sendable {
  /// The format to read it as; `nil` lets the content tell.
  public var format: ImportFormat?
  /// The order of its dates; `nil` lets the dates tell.
  public var dateOrder: DateOrder?
  /// The days that a report without dates covers.
  public var period: ClosedRange<CivilDate>?
  /// The instant of the import: no mail was written later, and years of two figures are read as the latest
  /// that are not after the next.
  public var now: Instant
  /// The shop's own mail addresses, in lower case: what they sent to a buyer is a contact.
  public var shopAddresses: Set<String> = []

  /// Everything left to the content, at an instant.
  public init(
    format: ImportFormat? = nil,
    dateOrder: DateOrder? = nil,
    period: ClosedRange<CivilDate>? = nil,
    now: Instant
  ) {
    self.format = format
    self.dateOrder = dateOrder
    self.period = period
    self.now = now
  }

  /// The day of the import in UTC.
  var today: CivilDate { CivilTime(now).date }
}

/// How the dates of one file are read, and why so.
public struct DateReading: Hashable, Sendable {
  /// What the order was taken from.
  public enum Basis: Hashable, Sendable {
    /// It was said.
    case option
    /// Dates of the file allow no other.
    case dates
    /// No date tells: it is what files with such a header use.
    case habit
  }

  /// Which of day and month comes first.
  public var order: DateOrder
  /// What the order was taken from.
  public var basis: Basis
}
