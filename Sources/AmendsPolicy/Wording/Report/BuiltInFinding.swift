/// Findings that no pack makes: about the language of a draft, and drafts that cannot be read.
enum BuiltInFinding {
  private static let source = PolicySource(
    title: "Communication Guidelines, language of preference",
    url: "https://sellercentral.amazon.com/gp/help/external/G1701",
    checked: "2026-01-10")

  /// Says that no pack covers the draft's language.
  static func unchecked(_ language: String?) -> Finding {
    let name = language.map { "“\($0)”" } ?? "a language that could not be told"
    return Finding(
      rule: .languageUnchecked, severity: .warn, ranges: [], title: "Wording not checked",
      why: "The draft is in \(name), which no rule pack covers: only contact details, links and "
        + "format were checked. Have somebody who reads it check the wording.",
      rewrite: "", source: source)
  }

  /// Says that the draft repeats itself too often to be read.
  static let repetitive = Finding(
    rule: .textRepetitive, severity: .block, ranges: [], title: "Too repetitive to check",
    why: "The draft says the same so often that it was not checked to its end. Shorten it.",
    rewrite: "", source: source)

  /// Says that the second reader has read parts of the draft only.
  static let readingSampled = Finding(
    rule: .readingSampled, severity: .warn, ranges: [], title: "Too long to be read whole",
    why: "The draft is so long that the second reader has read parts of it only. Shorten it.",
    rewrite: "", source: PolicySource(title: "", url: "", checked: ""))

  /// Says that the second reader did not finish in time.
  static let readingMissing = Finding(
    rule: .readingMissing, severity: .warn, ranges: [], title: "Not read by the second reader",
    why: "The second reader took too long: only the rules have judged this draft.",
    rewrite: "", source: PolicySource(title: "", url: "", checked: ""))

  /// Says that the draft is not in the customer's language.
  static func mismatch(draft: String, customer: String) -> Finding {
    Finding(
      rule: .languageMismatch, severity: .warn, ranges: [], title: "Not the customer's language",
      why: "The draft is in “\(draft)”, the customer's language is “\(customer)”.",
      rewrite: "", source: source)
  }
}

extension Finding {
  /// That the second reader did not finish in time, so that only the rules have judged.
  public static var readingMissing: Finding { BuiltInFinding.readingMissing }
}
