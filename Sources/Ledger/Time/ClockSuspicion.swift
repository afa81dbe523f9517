public import AmendsPolicy

/// Why the wall clock cannot be believed.
///
/// A clock that goes ahead would let cooldowns end early, and one that goes back would date contacts too
/// early; so nothing is sent by a clock under suspicion, while reading and writing go on.
public enum ClockSuspicion: Hashable, Sendable {
  /// It stands before an instant that has passed already, or ran less than the machine did.
  case wentBack(Span)
  /// It ran ahead of the time that the machine has been running.
  case jumpedAhead(Span)
  /// The machine was started anew, and the clock stands long after the last thing that the desk knows.
  case farAhead(Span)
  /// The machine was started anew, and no time server has confirmed the clock yet, as one used to.
  case unconfirmed
  /// No time server keeps it right any more, and the kernel estimates that it is wrong by so much.
  case inexact(Span)

  /// How far the clock may stand before the newest instant without being suspected.
  public static let mostBack = Span.seconds(2)
  /// How much wall clock and running time may differ within one run of the machine.
  public static let mostApart = Span.seconds(60)
  /// How long a desk may lie untouched over a start of the machine.
  public static let mostUntouched = Span.days(7)
  /// How wrong a clock may be as the kernel estimates.
  public static let mostError = Span.seconds(5)

  /// Judges a reading by what a desk remembers; `nil` where it can be believed.
  ///
  /// - Parameters:
  ///   - reading: What the clocks show.
  ///   - mark: What the desk remembers; `nil` where it has never seen a clock.
  public init?(_ reading: ClockReading, after mark: ClockMark?) {
    let back = mark.map { $0.newest - reading.wall } ?? Span(milliseconds: 0)
    if back > Self.mostBack {
      self = .wentBack(back)
    } else if let first = mark?.first, first.boot == reading.boot {
      self.init(reading, inTheRunOf: first)
    } else {
      self.init(reading, atStartAfter: mark)
    }
  }

  /// Within one run of the machine its running time vouches for the clock.
  private init?(_ reading: ClockReading, inTheRunOf first: ClockReading) {
    let ran = reading.sinceBoot.milliseconds - first.sinceBoot.milliseconds
    let expected = first.wall + Span(milliseconds: ran)
    if reading.wall - expected > Self.mostApart {
      self = .jumpedAhead(reading.wall - expected)
    } else if expected - reading.wall > Self.mostApart {
      self = .wentBack(expected - reading.wall)
    } else {
      return nil
    }
  }

  /// Over a start of the machine nothing vouches for the clock but a time server.
  private init?(_ reading: ClockReading, atStartAfter mark: ClockMark?) {
    if case .adrift(let error) = reading.keeping, error > Self.mostError {
      self = .inexact(error)
      return
    }
    guard let mark, mark.first != nil else { return nil }
    let untouched = reading.wall - mark.newest
    if untouched > Self.mostUntouched {
      self = .farAhead(untouched)
    } else if mark.wasKept, reading.keeping != .kept {
      self = .unconfirmed
    } else {
      return nil
    }
  }

  /// Whether it will be over without anybody's word, as soon as a time server answers.
  public var endsByItself: Bool {
    switch self {
    case .unconfirmed, .inexact: true
    case .wentBack, .jumpedAhead, .farAhead: false
    }
  }

  /// The suspicion in plain words.
  public var inWords: String {
    switch self {
    case .wentBack(let span): "the clock went back \(span.inWords)"
    case .jumpedAhead(let span): "the clock jumped ahead \(span.inWords)"
    case .farAhead(let span):
      "the machine was started anew, and its clock stands \(span.inWords) after the last entry of the desk"
    case .unconfirmed: "no time server has confirmed the clock since the machine was started"
    case .inexact(let span):
      "no time server keeps the clock right, and it may be wrong by \(span.milliseconds / 1000) s"
    }
  }
}
