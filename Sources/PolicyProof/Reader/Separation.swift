/// How well a score tells drafts that must be blocked from innocent ones.
public struct Separation: Equatable, Sendable {
  /// The scores of drafts that must be blocked, from the lowest on.
  public let bad: [Double]
  /// The scores of innocent drafts, from the lowest on.
  public let innocent: [Double]

  /// Makes a separation.
  public init(bad: [Double], innocent: [Double]) {
    self.bad = bad.sorted()
    self.innocent = innocent.sorted()
  }

  /// The chance that a bad draft scores higher than an innocent one.
  public var area: Double {
    guard !bad.isEmpty, !innocent.isEmpty else { return 0.5 }
    var below = 0
    var sum = 0.0
    for score in bad {
      while below < innocent.count, innocent[below] < score { below += 1 }
      sum += Double(below)
    }
    return sum / Double(bad.count * innocent.count)
  }

  /// The bad drafts that are found where this share of the innocent ones is.
  public func found(atFalse share: Double) -> Share {
    let allowed = Int(Double(innocent.count) * share)
    let threshold = allowed < innocent.count ? innocent[innocent.count - 1 - allowed] : -.infinity
    var found = Share()
    for score in bad { found.add(score > threshold) }
    return found
  }
}
