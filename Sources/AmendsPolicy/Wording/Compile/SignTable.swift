/// The weak signs of a language, by the concept or phrase that they are.
struct SignTable: Sendable {
  /// What one concept or phrase says for one rule.
  struct Weight: Sendable {
    /// The rule's index among the rules.
    var rule: Int32
    var hundredths: Int32
  }

  /// What a rule asks of the signs.
  private struct Demand: Sendable {
    /// Nil where it asks nothing.
    var threshold: Int?
    /// Its vetoes, in `vetoes`.
    var vetoStart: Int32 = 0
    var vetoEnd: Int32 = 0
  }

  /// A sign that a draft has.
  struct Present {
    /// The concept, or, from the number of concepts on, the phrase.
    var concept: Int32
    var weight: Weight
  }

  /// How many concepts there are; numbers from here on are phrases.
  let conceptCount: Int
  /// The phrases, by number less the number of concepts.
  private(set) var phrases: [String] = []
  private var collected: [[Weight]]
  private var weights: [Weight] = []
  private var starts: [Int32] = []
  private var demands: [Demand]
  private var vetoes: [Int32] = []

  init(conceptCount: Int, ruleCount: Int) {
    self.conceptCount = conceptCount
    collected = Array(repeating: [], count: conceptCount)
    demands = Array(repeating: Demand(), count: ruleCount)
  }

  /// Takes the table out of an image.
  init(_ image: inout ImageReader) throws(ImageFault) {
    conceptCount = try image.value()
    phrases = try image.strings()
    weights = try image.values()
    starts = try image.values()
    demands = try image.values()
    vetoes = try image.values()
    collected = []
  }

  /// Puts the finished table into an image.
  func write(to image: inout ImageWriter) {
    image.put(value: conceptCount)
    image.put(phrases)
    image.put(weights)
    image.put(starts)
    image.put(demands)
    image.put(vetoes)
  }

  mutating func setThreshold(_ hundredths: Int, vetoes: [Int32], of rule: Int) {
    let start = Int32(self.vetoes.count)
    self.vetoes += vetoes
    demands[rule] = Demand(
      threshold: hundredths, vetoStart: start, vetoEnd: Int32(self.vetoes.count))
  }

  mutating func add(_ hundredths: Int, of concept: Int32, to rule: Int) {
    collected[Int(concept)].append(
      Weight(rule: Int32(rule), hundredths: Int32(clamping: hundredths)))
  }

  /// Takes in a phrase that is only a sign, and gives its number.
  mutating func add(phrase: String) -> Int32 {
    phrases.append(phrase)
    collected.append([])
    return Int32(collected.count - 1)
  }

  /// Lays the weights out flat; nothing is added from here on.
  mutating func finish() {
    for list in collected {
      starts.append(Int32(weights.count))
      weights += list
    }
    starts.append(Int32(weights.count))
    collected = []
  }

  /// The sum of a draft's signs for each rule.
  func sums(in index: MentionIndex) -> [Int] {
    var sums = Array(repeating: 0, count: demands.count)
    for concept in 0..<Int32(conceptCount) where index.has(concept) { add(concept, to: &sums) }
    for sign in index.signs { add(sign.id, to: &sums) }
    return sums
  }

  private func add(_ concept: Int32, to sums: inout [Int]) {
    for at in starts[Int(concept)]..<starts[Int(concept) + 1] {
      let weight = weights[Int(at)]
      sums[Int(weight.rule)] += Int(weight.hundredths)
    }
  }

  /// By how much a sum exceeds what a rule asks for, in hundredths; nil where it asks for none, or a veto stands.
  func margin(_ sum: Int, in index: MentionIndex, for rule: Int) -> Int? {
    let demand = demands[rule]
    guard let threshold = demand.threshold,
      !(demand.vetoStart..<demand.vetoEnd).contains(where: { index.has(vetoes[Int($0)]) })
    else { return nil }
    return sum - threshold
  }

  /// Whether a sum is what a rule asks for.
  func suffices(_ sum: Int, in index: MentionIndex, for rule: Int) -> Bool {
    margin(sum, in: index, for: rule).map { $0 >= 0 } ?? false
  }

  /// The signs that a draft has, each once.
  func present(in index: MentionIndex) -> [Present] {
    (index.present + index.signs.map(\.id)).flatMap { concept in
      (starts[Int(concept)]..<starts[Int(concept) + 1]).map {
        Present(concept: concept, weight: weights[Int($0)])
      }
    }
  }
}
