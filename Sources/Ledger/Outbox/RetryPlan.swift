public import AmendsPolicy

/// When something is tried again that was refused for now: each wait twice the one before, up to a longest.
///
/// Each wait is up to a quarter longer than that, so that what failed together does not come back together;
/// by how much follows from what is tried and how often it failed, so that the plan always says the same.
/// (RFC 5321, section 4.5.4.1, asks servers that relay for such waits, over days; a reply to a customer that
/// has not left within one day is for a person to look at.)
public struct RetryPlan: Hashable, Sendable {
  /// The wait after the first failure.
  public var shortest: Span
  /// No wait is planned longer than this.
  public var longest: Span
  /// How often it is tried at all; `nil` for without end.
  public var mostTries: Int?

  /// A plan with its three figures.
  public init(shortest: Span, longest: Span, mostTries: Int?) {
    self.shortest = shortest
    self.longest = longest
    self.mostTries = mostTries
  }

  /// For one reply: twelve tries within 20 to 26 hours.
  public static let reply = RetryPlan(
    shortest: .minutes(2), longest: .hours(4), mostTries: 12)

  /// For a sender whose server cannot be reached: as long as it takes, twice an hour at least.
  public static let connection = RetryPlan(
    shortest: .minutes(2), longest: .minutes(30), mostTries: nil)

  /// How long to wait before the next try.
  ///
  /// - Parameters:
  ///   - failures: How often it has failed by now, from 1.
  ///   - name: What is tried, such as an item's identity.
  /// - Returns: The wait; `nil` where it was tried often enough.
  public func wait(after failures: Int, of name: String) -> Span? {
    guard failures > 0, mostTries.map({ failures < $0 }) ?? true else { return nil }
    let doubled = shortest.milliseconds << min(failures - 1, 16)
    let planned = min(doubled, longest.milliseconds)
    let extra = Self.dice(name, failures) % UInt64(planned / 4 + 1)
    return Span(milliseconds: planned + Int64(extra))
  }

  /// A number that looks random and is always the same for a name and a count (FNV-1a, then mixed).
  private static func dice(_ name: String, _ failures: Int) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash = (hash ^ UInt64(failures)) &* 0x9E37_79B9_7F4A_7C15
    return hash ^ (hash >> 32)
  }
}
