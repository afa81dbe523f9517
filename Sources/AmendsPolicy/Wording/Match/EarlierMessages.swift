/// The concepts that own earlier messages of the case hold.
struct EarlierMessages {
  private var present: [Bool] = []

  /// Takes in one earlier message.
  mutating func add(_ index: MentionIndex, conceptCount: Int) {
    if present.isEmpty { present = Array(repeating: false, count: conceptCount) }
    for concept in 0..<conceptCount where index.has(Int32(concept)) { present[concept] = true }
  }

  func hasAny(_ concepts: [Int32]) -> Bool {
    !present.isEmpty && concepts.contains { present[Int($0)] }
  }
}
