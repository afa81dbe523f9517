/// The words of a draft at which a second reader points.
enum PointedWords {
  private static let mostSpans = 2
  /// A span that weighs less than this part of the strongest says too little to be shown.
  private static let leastShare: Float = 0.25
  /// Words that are no further apart than this belong together, in pieces of words.
  private static let widestGap = 2

  /// Where it points, as byte ranges of the reader's text; empty where it points nowhere.
  static func ranges(_ pointers: [ReaderOpinion.Pointer]) -> [Range<Int>] {
    let spans = spans(pointers).sorted { $0.weight > $1.weight }
    guard let strongest = spans.first else {
      return [strongestWindow(pointers)].compactMap { $0?.range }
    }
    return spans.filter { $0.weight >= strongest.weight * leastShare }.prefix(mostSpans)
      .map(\.range).sorted { $0.lowerBound < $1.lowerBound }
  }

  private struct Span {
    var range: Range<Int>
    var weight: Float
    var last: Int
  }

  /// The runs of words of which each is likelier to be part of a violation than not.
  private static func spans(_ pointers: [ReaderOpinion.Pointer]) -> [Span] {
    var spans: [Span] = []
    for (index, pointer) in pointers.enumerated() where pointer.logit > 0 {
      if let last = spans.last, index - last.last <= widestGap {
        spans[spans.count - 1] = Span(
          range: last.range.lowerBound..<max(last.range.upperBound, pointer.range.upperBound),
          weight: last.weight + pointer.logit, last: index)
      } else {
        spans.append(Span(range: pointer.range, weight: pointer.logit, last: index))
      }
    }
    return spans.filter { !$0.range.isEmpty }
  }

  /// The few words that speak most for a violation, where none of them does so by itself.
  private static func strongestWindow(_ pointers: [ReaderOpinion.Pointer]) -> Span? {
    let width = min(8, pointers.count)
    guard width > 0 else { return nil }
    let sums = (0...(pointers.count - width)).map { start in
      pointers[start..<start + width].reduce(Float(0)) { $0 + $1.logit }
    }
    guard let start = sums.indices.max(by: { sums[$0] < sums[$1] }) else { return nil }
    let window = pointers[start..<start + width]
    let from = window.map(\.range.lowerBound).min() ?? 0
    let to = window.map(\.range.upperBound).max() ?? from
    return from < to ? Span(range: from..<to, weight: sums[start], last: start) : nil
  }
}
