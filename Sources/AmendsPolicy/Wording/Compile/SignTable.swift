/// The weak signs of a language, by the concept or phrase that they are.
struct SignTable: Sendable {
  private var byConcept: [[CompiledSign]]
  private var thresholds: [Int?]
  private var vetoes: [[Int32]]
  /// How many concepts there are; numbers from here on are phrases.
  let conceptCount: Int

  init(conceptCount: Int, ruleCount: Int) {
    self.conceptCount = conceptCount
    byConcept = Array(repeating: [], count: conceptCount)
    thresholds = Array(repeating: nil, count: ruleCount)
    vetoes = Array(repeating: [], count: ruleCount)
  }

  mutating func setThreshold(_ hundredths: Int, vetoes concepts: [Int32], of rule: Int) {
    thresholds[rule] = hundredths
    vetoes[rule] = concepts
  }

  mutating func add(_ sign: CompiledSign) {
    while byConcept.count <= Int(sign.concept) { byConcept.append([]) }
    byConcept[Int(sign.concept)].append(sign)
  }

  /// The signs that a draft has, each once.
  func present(in index: MentionIndex) -> [CompiledSign] {
    var present: [CompiledSign] = []
    for concept in 0..<conceptCount where index.has(Int32(concept)) {
      present += byConcept[concept]
    }
    for sign in index.signs { present += byConcept[Int(sign.id)] }
    return present
  }

  /// Whether the signs of a rule reach what it asks for.
  func suffice(_ signs: [CompiledSign], in index: MentionIndex, for rule: Int) -> Bool {
    guard let threshold = thresholds[rule], !index.hasAny(vetoes[rule]) else { return false }
    return signs.reduce(0) { $1.rule == rule ? $0 + $1.hundredths : $0 } >= threshold
  }
}

extension CompiledSign {
  init(_ weight: Evidence.Weight, concept: Int32, rule: Int) {
    self.init(concept: concept, name: weight.name, rule: rule, hundredths: weight.hundredths)
  }
}
