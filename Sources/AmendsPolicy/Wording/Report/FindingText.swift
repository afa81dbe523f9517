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
    let marker = "{words}"
    guard let place = range(of: marker, in: text) else { return text }
    let words = ranges.map { String(decoding: source[$0], as: UTF8.self) }
    let quoted = words.isEmpty ? "this" : words.map { "“\($0)”" }.joined(separator: " … ")
    return String(text[..<place.lowerBound]) + quoted + String(text[place.upperBound...])
  }

  private static func range(of part: String, in text: String) -> Range<String.Index>? {
    var start = text.startIndex
    while start < text.endIndex {
      if text[start...].hasPrefix(part) {
        return start..<text.index(start, offsetBy: part.count)
      }
      start = text.index(after: start)
    }
    return nil
  }
}
