internal import AmendsPolicy

/// Reads weak signs and what they say.
enum EvidenceReader {
  static func read(_ table: TableReader) throws(PackError) -> Evidence {
    try table.allow("rule", "threshold", "unless", "concepts", "phrases")
    return Evidence(
      rule: RuleID(rawValue: try table.string("rule")),
      threshold: try table.required("threshold", table.int("threshold")),
      weights: try weights(table, "concepts"), phrases: try weights(table, "phrases"),
      vetoes: try table.strings("unless"), origin: table.origin)
  }

  /// Lists of names under their weight in hundredths: `"-20" = ["please", "tell us"]`.
  private static func weights(
    _ table: TableReader, _ key: String
  ) throws(PackError) -> [Evidence.Weight] {
    guard let inner = try table.tableAt(key) else { return [] }
    var list: [Evidence.Weight] = []
    for weight in inner.keys {
      guard let hundredths = Int(weight) else {
        throw inner.error(weight, "“\(weight)” is no weight; expected a whole number in quotes")
      }
      list += try inner.strings(weight).map { Evidence.Weight($0, hundredths: hundredths) }
    }
    return list
  }
}
