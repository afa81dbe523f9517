public import AmendsPolicy

/// What a desk remembers of the clocks, so that it notices when the wall clock lies.
///
/// Only readings that were believed are remembered: a lie must not become the measure of the next one.
public struct ClockMark: Hashable, Sendable {
  /// The newest instant that has certainly passed.
  public var newest: Instant
  /// The first reading since the machine was started; `nil` where only an instant is known.
  ///
  /// Later readings are compared with the first and not with the last one, so that many small steps do not
  /// add up unnoticed.
  public var first: ClockReading?
  /// Whether a time server has kept the clock right in that run of the machine.
  public var wasKept: Bool

  /// What a desk keeps of the clocks.
  public init(newest: Instant, first: ClockReading?, wasKept: Bool) {
    self.newest = newest
    self.first = first
    self.wasKept = wasKept
  }

  /// A new beginning with a reading that is believed, whatever was remembered before.
  public init(_ reading: ClockReading) {
    self.init(newest: reading.wall, first: reading, wasKept: reading.keeping == .kept)
  }

  /// Remembers a reading that is believed.
  public mutating func note(_ reading: ClockReading) {
    let isSameRun = reading.boot == first?.boot
    if !isSameRun { first = reading }
    wasKept = reading.keeping == .kept || isSameRun && wasKept
    newest = max(newest, reading.wall)
  }
}
