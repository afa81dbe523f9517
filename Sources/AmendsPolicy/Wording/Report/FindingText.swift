/// Fills a rule's texts for one draft.
enum FindingText {
  /// The finding of a rule that applies to a draft.
  static func finding(
    _ rule: CompiledRule, _ ranges: [Range<Int>], _ draft: AnalysedDraft
  ) -> Finding {
    Finding(
      rule: rule.rule.id, severity: rule.severity(in: draft.context), ranges: ranges,
      title: rule.rule.title, why: filled(rule.rule.why, ranges, draft.source),
      rewrite: rule.rule.rewrite, source: rule.source)
  }

  /// Replaces `{words}` by the words that matched.
  private static func filled(_ text: String, _ ranges: [Range<Int>], _ source: [UInt8]) -> String {
    guard let place = text.utf8.firstRange(of: marker) else { return text }
    let words = ranges.map { String(decoding: source[$0], as: UTF8.self) }
    let quoted = words.isEmpty ? "this" : words.map { "“\($0)”" }.joined(separator: " … ")
    return String(text[..<place.lowerBound]) + quoted + String(text[place.upperBound...])
  }

  private static let marker = Array("{words}".utf8)
}
