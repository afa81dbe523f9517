import Foundation
import Testing

@testable import PolicyProof

/// A logistic regression over a few numbers.
@Suite struct SmallFitTests {
  private typealias Row = (numbers: [Double], isPositive: Bool, importance: Double)

  /// Two numbers of which neither tells for sure.
  private static var rows: [Row] {
    (0..<60).map { index in
      let numbers = [Double(index % 7) - 3, Double(index % 5) - 2]
      return (numbers, index % 7 + index % 3 > 4, index % 2 == 0 ? 1 : 0.5)
    }
  }

  private func chance(_ row: Row, _ weights: [Double]) -> Double {
    let sum = zip(row.numbers + [1], weights).reduce(0) { $0 + $1.0 * $1.1 }
    return 1 / (1 + exp(-sum))
  }

  @Test func numbersThatTellGetWeight() {
    let rows: [Row] = [
      ([2, 0], true, 1), ([1, 0], true, 1), ([-1, 0], false, 1), ([-2, 0], false, 1),
    ]
    let weights = SmallFit(rows).weights
    #expect(weights.count == 3)
    #expect(weights[0] > 0.5)
    #expect(abs(weights[1]) < 1e-9)
    #expect(abs(weights[2]) < 1e-9)
  }

  @Test func theBaseSaysHowCommonPositivesAre() {
    let rows: [Row] = (0..<100).map { ([0], $0 < 20, 1) }
    let weights = SmallFit(rows).weights
    #expect(weights[0] == 0)
    #expect(abs(chance(rows[0], weights) - 0.2) < 0.03)
  }

  @Test func theFitIsWhereLossAndPenaltyAreInBalance() {
    let rows = Self.rows
    let weights = SmallFit(rows).weights
    for number in weights.indices {
      let slope = rows.reduce(weights[number]) { sum, row in
        let error = chance(row, weights) - (row.isPositive ? 1 : 0)
        return sum + row.importance * error * (row.numbers + [1])[number]
      }
      #expect(abs(slope) < 1e-4)
    }
  }

  @Test func importanceIsHowOftenARowCounts() {
    let rows = Self.rows
    let doubled: [Row] = rows.map { ($0.numbers, $0.isPositive, $0.importance * 2) }
    for (one, other) in zip(SmallFit(rows + rows).weights, SmallFit(doubled).weights) {
      #expect(abs(one - other) < 1e-6)
    }
    let ignored: [Row] = rows.map { ($0.numbers, !$0.isPositive, 0) }
    for (one, other) in zip(SmallFit(rows + ignored).weights, SmallFit(rows).weights) {
      #expect(abs(one - other) < 1e-6)
    }
  }

  @Test func whatTellsForSureKeepsAFiniteWeight() {
    let rows: [Row] = (0..<200).map { ([$0 % 2 == 0 ? 1 : -1], $0 % 2 == 0, 1) }
    let weights = SmallFit(rows).weights
    #expect(weights[0] > 2 && weights[0] < 10)
  }

  @Test func numbersThatSayTheSameShareTheirWeight() {
    let rows: [Row] = Self.rows.map { ([$0.numbers[0], $0.numbers[0]], $0.isPositive, 1) }
    let weights = SmallFit(rows).weights
    #expect(weights[0] > 0)
    #expect(abs(weights[0] - weights[1]) < 1e-6)
  }

  @Test func nothingToGoByIsNoWeight() {
    #expect(SmallFit([]).weights == [0])
  }
}
