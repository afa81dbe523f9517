internal import AmendsPolicy

/// The features of labelled drafts by number: concepts of all languages, and short phrases of each.
struct FeatureTable {
  /// A feature's name.
  enum Name: Hashable {
    case concept(String)
    case phrase(language: String, words: String)
    case language(String)
  }

  private(set) var names: [Name] = []
  private(set) var penalties: [LogisticFit.Penalty] = []
  /// For each draft the numbers of its features.
  private(set) var features: [[Int32]] = []

  private var numbers: [Name: Int32] = [:]

  /// Phrases that stand in fewer drafts say nothing about unseen ones.
  private static let leastDrafts = 4
  private static let longestPhrase = 2
  private static let conceptPenalty = LogisticFit.Penalty(absolute: 0.5, square: 1)
  private static let phrasePenalty = LogisticFit.Penalty(absolute: 0.4, square: 3)
  private static let languagePenalty = LogisticFit.Penalty(absolute: 0, square: 0.01)

  init(_ drafts: some Sequence<(LabelledDraft, DraftReading)>) {
    let readings = drafts.map(\.1)
    let counts = Self.counts(readings)
    for reading in readings {
      var row = reading.concepts.map { number(.concept($0), Self.conceptPenalty) }
      row.append(number(.language(reading.language), Self.languagePenalty))
      for phrase in Self.phrases(reading) where counts[phrase, default: 0] >= Self.leastDrafts {
        row.append(number(phrase, Self.phrasePenalty))
      }
      features.append(row)
    }
  }

  private mutating func number(_ name: Name, _ penalty: LogisticFit.Penalty) -> Int32 {
    if let number = numbers[name] { return number }
    let number = Int32(names.count)
    numbers[name] = number
    names.append(name)
    penalties.append(penalty)
    return number
  }

  private static func counts(_ readings: [DraftReading]) -> [Name: Int] {
    var counts: [Name: Int] = [:]
    for reading in readings {
      for phrase in phrases(reading) { counts[phrase, default: 0] += 1 }
    }
    return counts
  }

  /// The runs of one and two words of a draft, each once.
  private static func phrases(_ reading: DraftReading) -> Set<Name> {
    var phrases: Set<Name> = []
    for sentence in reading.sentences {
      for start in sentence.indices {
        for end in start..<min(sentence.count, start + longestPhrase) {
          let words = sentence[start...end].joined(separator: " ")
          phrases.insert(.phrase(language: reading.language, words: words))
        }
      }
    }
    return phrases
  }

  /// The weights of a fit for one language, in hundredths.
  func evidence(
    _ fit: LogisticFit, language: String, plan: SignFit.Plan, threshold: Double
  ) -> Evidence {
    var weights: [Evidence.Weight] = []
    var phrases: [Evidence.Weight] = []
    var base = fit.intercept
    for (index, name) in names.enumerated() {
      let hundredths = Int((fit.weights[index] * 100).rounded())
      switch name {
      case .language(let other): if other == language { base += fit.weights[index] }
      case .concept(let name):
        if hundredths != 0 { weights.append(Evidence.Weight(name, hundredths: hundredths)) }
      case .phrase(let other, let words):
        if other == language, hundredths != 0 {
          phrases.append(Evidence.Weight(words, hundredths: hundredths))
        }
      }
    }
    return Evidence(
      rule: plan.rule, threshold: Int(((threshold - base) * 100).rounded(.up)), weights: weights,
      phrases: phrases, vetoes: plan.vetoes, origin: Origin(file: "signs", line: 1))
  }
}
