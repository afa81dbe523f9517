/// The concepts that own earlier messages of the case hold.
struct EarlierMessages {
  private var present: [Bool] = []

  /// Takes in one earlier message.
  mutating func add(_ index: MentionIndex, conceptCount: Int) {
    if present.isEmpty { present = Array(repeating: false, count: conceptCount) }
    for concept in 0..<conceptCount where index.has(Int32(concept)) { present[concept] = true }
  }

  /// Whether one of a run of concepts was said.
  func hasAny(of run: PatternTable.Run, in table: PatternTable) -> Bool {
    !present.isEmpty && run.range.contains { present[Int(table.concepts[$0])] }
  }
}
