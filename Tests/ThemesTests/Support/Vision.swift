import Glibc
import Screen

/// How people see colours, simulated.
///
/// The matrices are those of Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of
/// Color Vision Deficiency" (IEEE Transactions on Visualization and Computer Graphics 15, 2009), severity 1.0;
/// they are applied to linear red, green and blue.
enum Vision: CaseIterable {
  case usual
  /// No red cones.
  case protanopia
  /// No green cones.
  case deuteranopia
  /// No blue cones.
  case tritanopia

  private typealias Matrix = [[Double]]

  private var matrix: Matrix {
    switch self {
    case .usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .deuteranopia:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    case .tritanopia:
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    }
  }

  /// The difference of two colours as they are seen: ΔE*ab of CIE 1976, where 2.3 can just be noticed.
  ///
  /// `nil` for colours that the terminal chooses.
  func difference(_ first: Color, _ second: Color) -> Double? {
    guard let first = lab(first), let second = lab(second) else { return nil }
    return sqrt(zip(first, second).map { ($0 - $1) * ($0 - $1) }.reduce(0, +))
  }

  /// CIE L*a*b* under the white of D65.
  private func lab(_ color: Color) -> [Double]? {
    guard case .rgb(let red, let green, let blue) = color else { return nil }
    let seen = Self.apply(matrix, to: [red, green, blue].map(Self.linear))
      .map { min(1, max(0, $0)) }
    let xyz = Self.apply(
      [
        [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
      ], to: seen)
    let parts = zip(xyz, [0.95047, 1, 1.08883]).map { Self.lightness($0 / $1) }
    return [116 * parts[1] - 16, 500 * (parts[0] - parts[1]), 200 * (parts[1] - parts[2])]
  }

  private static func apply(_ matrix: Matrix, to vector: [Double]) -> [Double] {
    matrix.map { row in zip(row, vector).map(*).reduce(0, +) }
  }

  private static func linear(_ level: UInt8) -> Double {
    let share = Double(level) / 255
    return share > 0.04045 ? pow((share + 0.055) / 1.055, 2.4) : share / 12.92
  }

  private static func lightness(_ share: Double) -> Double {
    share > 216.0 / 24389 ? cbrt(share) : (24389.0 / 27 * share + 16) / 116
  }
}
