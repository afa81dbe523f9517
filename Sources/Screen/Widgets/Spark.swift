/// A plot of numbers in one row, a sign a number.
public enum Spark {
  /// The plot, scaled from zero to the greatest number; a day without a number is a space.
  ///
  /// The steps are the sparks of `glyphs`.
  public static func plot(_ values: [Int?], glyphs: Glyphs = .unicode) -> SafeText {
    let steps = glyphs.sparks
    let top = max(1, values.lazy.compactMap { $0 }.max() ?? 1)
    return values.map { value in
      guard let value, !steps.isEmpty else { return " " }
      let share = Double(max(0, value)) / Double(top)
      return steps[Int(share * Double(steps.count - 1) + 0.5)]
    }.joined()
  }
}
