public import AmendsPolicy

/// Nonsense made of what packs look for: phrases, ordinary words and signs in random order, the same for a seed.
public struct GeneratedTexts {
  private let phrases: [String]
  private let words: [String]
  private var random: Random

  private static let joints = [
    " ", " ", " ", " ", ", ", ", ", ". ", ". ", "; ", ": ", "\n", " – ", "! ", "? ", "\n\n", " (",
    ") ",
  ]

  /// Prepares texts of a language.
  public init(_ packs: [RulePack], language: String, seed: UInt64) {
    let own = packs.filter { $0.language == language }
    phrases = own.flatMap(\.concepts).flatMap { $0.match + $0.mask }
    words =
      own.flatMap(\.ordinary) + own.flatMap(\.stopWords)
      + ["lamp", "12", "$5", "3.50", "Tuesday", "Ms", "Okafor"]
    random = Random(state: seed)
  }

  /// The next text, of a few dozen words.
  public mutating func next() -> String {
    var text = ""
    for _ in 0..<(3 + random.below(14)) {
      text += random.below(3) == 0 ? word() : spelled(phrases[random.below(phrases.count)])
      text += Self.joints[random.below(Self.joints.count)]
    }
    return random.below(4) == 0 ? text.capitalizedFirst : text
  }

  private mutating func word() -> String { words[random.below(words.count)] }

  /// One way to say a phrase, a gap filled with words or left empty.
  private mutating func spelled(_ phrase: String) -> String {
    ReferencePhrase.outerParts(phrase).map { part in
      let choices = ReferencePhrase.choices(part)
      let choice = choices[random.below(choices.count)]
      switch choice {
      case "…", "...": return (0..<random.below(5)).map { _ in word() }.joined(separator: " ")
      case "#": return "\(random.below(90))"
      case "¤": return "€"
      default: return choice
      }
    }.joined(separator: " ")
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

/// SplitMix64 (Steele, Lea, Flood 2014): small, and the same everywhere.
struct Random {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(max(1, limit))) }
}
