/// Fills a rule's texts for one draft.
enum FindingText {
  /// The finding of a rule that applies to a draft.
  static func finding(
    _ rule: CompiledRule, _ hit: RuleHit, _ draft: AnalysedDraft
  ) -> Finding {
    Finding(
      rule: rule.id, origin: hit.origin, severity: rule.severity(in: draft), ranges: hit.ranges,
      title: rule.title,
      why: rule.why.filled(with: hit.ranges, of: draft.source), rewrite: rule.rewrite,
      source: rule.source)
  }
}

/// An explanation with a place for the words that matched.
struct WhyText: Sendable {
  private let before: String
  /// Nil where the explanation shows no words.
  private let after: String?

  private static let marker = "{words}"
  /// More words than these make no explanation clearer.
  private static let mostShown = 8

  /// Cuts an explanation at `{words}`.
  init(_ text: String) {
    guard let place = text.firstRange(of: Self.marker) else {
      before = text
      after = nil
      return
    }
    before = String(text[..<place.lowerBound])
    after = String(text[place.upperBound...])
  }

  /// Takes an explanation out of an image.
  init(_ image: inout ImageReader) throws(ImageFault) {
    before = try image.string()
    after = try image.strings().first
  }

  /// Puts the explanation into an image.
  func write(to image: inout ImageWriter) {
    image.put(before)
    image.put(after.map { [$0] } ?? [])
  }

  /// The explanation with the words of a draft.
  func filled(with ranges: [Range<Int>], of source: [UInt8]) -> String {
    guard let after else { return before }
    var words = ranges.prefix(Self.mostShown).map {
      "“\(String(decoding: source[$0], as: UTF8.self))”"
    }
    if words.count < ranges.count { words.append("and \(ranges.count - words.count) more") }
    return before + (words.isEmpty ? "this" : words.joined(separator: " … ")) + after
  }
}

/// That a rule applies: on what ground, and what to underline.
struct RuleHit {
  var origin: Finding.Origin
  /// Nothing where something is missing.
  var ranges: [Range<Int>]
}
