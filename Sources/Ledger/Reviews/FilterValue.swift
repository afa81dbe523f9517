import AmendsPolicy

/// The values that the keys of a typed filter take.
enum FilterValue {
  static func stars(_ text: String, _ word: FilterWord) throws(FilterError) -> ClosedRange<Int> {
    let form = "stars:1, stars:1..2 or stars:3.."
    guard let dots = text.firstRange(of: "..") ?? text.firstRange(of: "-") else {
      guard let one = star(text) else { throw word.expected(form) }
      return one...one
    }
    let low = text[..<dots.lowerBound].isEmpty ? 1 : star(text[..<dots.lowerBound])
    let high = text[dots.upperBound...].isEmpty ? 5 : star(text[dots.upperBound...])
    guard let low, let high, low <= high else { throw word.expected(form) }
    return low...high
  }

  private static func star(_ text: some StringProtocol) -> Int? {
    Int(text).flatMap { (1...5).contains($0) ? $0 : nil }
  }

  static func cause(_ text: String, _ word: FilterWord) throws(FilterError) -> CauseFilter {
    if text == "none" || text == "?" { return .unjudged }
    guard let cause = Cause(rawValue: text.lowercased()) else {
      let names = Cause.allCases.map(\.rawValue).joined(separator: ", ")
      throw word.expected("cause: with one of \(names), or none where it was not judged yet")
    }
    return .one(cause)
  }

  static func kind(_ text: String, _ word: FilterWord) throws(FilterError) -> ItemKind {
    switch text.lowercased() {
    case "review", "product", "product_review": return .productReview
    case "feedback", "seller", "seller_feedback": return .sellerFeedback
    default: throw word.expected("kind:review or kind:feedback")
    }
  }

  /// Reads `snoozed`, `awake` or `any`.
  static func snooze(_ text: String, _ word: FilterWord) throws(FilterError) -> SnoozeFilter? {
    if text.lowercased() == "any" { return nil }
    guard let filter = SnoozeFilter(rawValue: text.lowercased()) else {
      throw word.expected("is:snoozed, is:awake or is:any")
    }
    return filter
  }

  static func states(
    _ text: String,
    _ word: FilterWord
  ) throws(FilterError) -> Set<ReviewState>? {
    if text == "any" { return nil }
    var states: Set<ReviewState> = []
    for name in text.split(separator: ",") {
      guard let state = ReviewState(rawValue: name.lowercased()) else {
        let names = ReviewState.allCases.map(\.rawValue).joined(separator: ", ")
        throw word.expected("state: with some of \(names), or state:any")
      }
      states.insert(state)
    }
    guard !states.isEmpty else { throw word.expected("state:open or state:any") }
    return states
  }
}
