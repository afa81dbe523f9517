/// What a finding of the second reader says.
enum ReadingWords {
  /// One plain sentence: what it reads, with the words that speak most for it.
  static func why(_ rule: RuleID, _ words: [Substring]) -> String {
    let place = words.isEmpty ? "" : " Look at \(words.map { "“\($0)”" }.joined(separator: " … "))."
    return "\(reads(rule))\(place) This is a reading, not a rule: the second reader judges the"
      + " meaning of the whole draft, and may be wrong."
  }

  private static func reads(_ rule: RuleID) -> String {
    switch rule {
    case "lure.conditional":
      "It reads as if something good hung on what becomes of the review."
    case "lure.implied":
      "It reads as if something good were offered and a change of the review hoped for."
    case "ask.removal": "It reads as a request to change or remove what the customer wrote."
    case "ask.positive":
      "It reads as a request for good words only, or to complain elsewhere than in public."
    case "threat.pressure": "It reads as pressure, a threat, or blame of the customer."
    case "privacy.contact": "It reads as an invitation to talk outside the marketplace."
    case "marketing": "It reads as advertising."
    case "format": "It reads as shouted or decorated."
    case "empty.acknowledgement": "It does not seem to speak of what the customer complains about."
    case "no.remedy": "It does not seem to offer a remedy, a question or a next step."
    default: "It reads as if it broke the rule \(rule)."
    }
  }
}
