/// How many of how many, with the interval in which the true share lies.
public struct Share: Equatable, Sendable {
  /// How many.
  public var count: Int
  /// Of how many.
  public var total: Int

  /// Makes a share; of none when nothing is given.
  public init(_ count: Int = 0, of total: Int = 0) {
    self.count = count
    self.total = total
  }

  /// Counts one more.
  public mutating func add(_ isCounted: Bool) {
    total += 1
    if isCounted { count += 1 }
  }

  /// The share from 0 to 1; nil of none.
  public var value: Double? { total == 0 ? nil : Double(count) / Double(total) }

  /// The 95 % interval after Wilson (1927), from 0 to 1; everything where there is nothing to go by.
  public var interval: ClosedRange<Double> {
    guard total > 0 else { return 0...1 }
    let normal = 1.959_963_984_540_054
    let size = Double(total)
    let share = Double(count) / size
    let square = normal * normal
    let middle = (share + square / (2 * size)) / (1 + square / size)
    let half =
      normal / (1 + square / size)
      * (share * (1 - share) / size + square / (4 * size * size)).squareRoot()
    return max(0, middle - half)...min(1, middle + half)
  }
}
