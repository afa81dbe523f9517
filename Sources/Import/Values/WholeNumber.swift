/// Counts as reports write them, with a sign that groups their figures by three.
enum WholeNumber {
  private static let separators: Set<Unicode.Scalar> = [
    ",", ".", "'", "\u{2019}", " ", "\u{A0}", "\u{202F}", "\u{2009}",
  ]

  /// Reads `7391`, `7,391`, `7.391` or `7 391`; `nil` for anything else, a fraction among them.
  static func read(_ text: String) -> Int? {
    var groups: [[UInt8]] = [[]]
    var separator: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if let figure = digit(scalar) {
        groups[groups.count - 1].append(figure)
      } else if separators.contains(scalar), separator == nil || separator == scalar {
        separator = scalar
        groups.append([])
      } else {
        return nil
      }
    }
    return isGrouped(groups) ? value(groups.joined()) : nil
  }

  private static func digit(_ scalar: Unicode.Scalar) -> UInt8? {
    (0x30...0x39).contains(scalar.value) ? UInt8(scalar.value - 0x30) : nil
  }

  private static func isGrouped(_ groups: [[UInt8]]) -> Bool {
    guard groups.count > 1 else { return true }
    return (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
  }

  private static func value(_ figures: some Sequence<UInt8>) -> Int? {
    var value = 0
    var isEmpty = true
    for figure in figures {
      let (tens, tooLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflow) = tens.addingReportingOverflow(Int(figure))
      if tooLarge || overflow { return nil }
      value = sum
      isEmpty = false
    }
    return isEmpty ? nil : value
  }
}
