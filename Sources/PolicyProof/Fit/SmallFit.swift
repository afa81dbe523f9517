internal import Glibc

/// A logistic regression over a few numbers, fitted by Newton's method.
struct SmallFit {
  /// The weights, the last of which is the base.
  private(set) var weights: [Double]

  private static let steps = 25
  /// Keeps weights small where the cases say nothing about them.
  private static let penalty = 1.0

  /// Fits to rows of numbers, each with whether it is positive and how much it counts.
  init(_ rows: [(numbers: [Double], isPositive: Bool, importance: Double)]) {
    let count = (rows.first?.numbers.count ?? 0) + 1
    weights = Array(repeating: 0, count: count)
    for _ in 0..<Self.steps {
      var gradient = weights.map { $0 * Self.penalty }
      var curvature = (0..<count).map { row in
        (0..<count).map { $0 == row ? Self.penalty : 0.0 }
      }
      for row in rows {
        let numbers = row.numbers + [1]
        let chance = 1 / (1 + exp(-zip(numbers, weights).reduce(0) { $0 + $1.0 * $1.1 }))
        let error = row.importance * (chance - (row.isPositive ? 1 : 0))
        let bend = row.importance * chance * (1 - chance)
        for one in 0..<count {
          gradient[one] += error * numbers[one]
          for other in 0..<count { curvature[one][other] += bend * numbers[one] * numbers[other] }
        }
      }
      let step = Self.solve(curvature, gradient)
      for index in 0..<count { weights[index] -= step[index] }
      if step.allSatisfy({ abs($0) < 1e-6 }) { break }
    }
  }

  /// Solves a symmetric positive system by elimination.
  private static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
    var rows = zip(matrix, right).map { $0 + [$1] }
    let count = right.count
    for pivot in 0..<count {
      let best = (pivot..<count).max { abs(rows[$0][pivot]) < abs(rows[$1][pivot]) } ?? pivot
      rows.swapAt(pivot, best)
      for row in 0..<count where row != pivot {
        let share = rows[row][pivot] / rows[pivot][pivot]
        for column in pivot...count { rows[row][column] -= share * rows[pivot][column] }
      }
    }
    return (0..<count).map { rows[$0][count] / rows[$0][$0] }
  }
}
