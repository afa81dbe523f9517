internal import Glibc

/// A logistic regression over features that are there or not, fitted by coordinate descent.
///
/// Each feature has penalties of its own on the absolute value and on the square of its weight.
struct LogisticFit {
  /// One labelled case: the numbers of its features, and how much it counts.
  struct Case {
    var features: [Int32]
    var isPositive: Bool
    var importance: Double
  }

  /// What a feature's weight costs.
  struct Penalty {
    var absolute: Double
    var square: Double
  }

  private(set) var weights: [Double]
  private(set) var intercept = 0.0

  private let cases: [Case]
  private let penalties: [Penalty]
  private var holders: [[Int32]]
  private var margins: [Double]

  private static let sweeps = 40
  private static let longestStep = 1.0

  /// Fits the weights of `penalties.count` features.
  init(_ cases: [Case], penalties: [Penalty]) {
    self.cases = cases
    self.penalties = penalties
    weights = Array(repeating: 0, count: penalties.count)
    margins = Array(repeating: 0, count: cases.count)
    holders = Array(repeating: [], count: penalties.count)
    for (index, one) in cases.enumerated() {
      for feature in one.features { holders[Int(feature)].append(Int32(index)) }
    }
    for sweep in 0..<Self.sweeps {
      stepIntercept()
      var moved = 0.0
      for feature in weights.indices where !holders[feature].isEmpty {
        if sweep % 4 != 0, weights[feature] == 0 { continue }
        moved = max(moved, step(feature))
      }
      if moved < 0.001, sweep % 4 == 0, sweep > 0 { break }
    }
  }

  /// The log odds of a case with these features.
  func score(_ features: [Int32]) -> Double {
    features.reduce(intercept) { $0 + weights[Int($1)] }
  }

  private mutating func stepIntercept() {
    let (gradient, curvature) = slope(cases.indices.lazy.map { Int32($0) })
    let change = -gradient / (curvature + 1e-6)
    intercept += change
    for index in margins.indices { margins[index] += change }
  }

  /// One Newton step of one weight, drawn towards zero by its penalties; answers how far it went.
  private mutating func step(_ feature: Int) -> Double {
    let penalty = penalties[feature]
    var (gradient, curvature) = slope(holders[feature])
    gradient += penalty.square * weights[feature]
    curvature += penalty.square + 1e-9
    let aim = weights[feature] - gradient / curvature
    let shrink = penalty.absolute / curvature
    let new = abs(aim) <= shrink ? 0 : aim - (aim > 0 ? shrink : -shrink)
    let change = max(-Self.longestStep, min(Self.longestStep, new - weights[feature]))
    guard change != 0 else { return 0 }
    weights[feature] += change
    for index in holders[feature] { margins[Int(index)] += change }
    return abs(change)
  }

  private func slope(_ indices: some Sequence<Int32>) -> (gradient: Double, curvature: Double) {
    var gradient = 0.0
    var curvature = 0.0
    for index in indices {
      let one = cases[Int(index)]
      let chance = 1 / (1 + exp(-margins[Int(index)]))
      gradient += one.importance * (chance - (one.isPositive ? 1 : 0))
      curvature += one.importance * max(chance * (1 - chance), 0.01)
    }
    return (gradient, curvature)
  }
}
