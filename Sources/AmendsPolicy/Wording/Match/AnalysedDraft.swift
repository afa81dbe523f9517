/// A draft with everything that rules look at.
struct AnalysedDraft {
  let source: [UInt8]
  let context: DraftContext
  /// The case as a bit for each of its properties.
  let caseMask: CaseMask
  let text: FoldedText
  let pieces: [Piece]
  let tokens: [Token]
  var index: MentionIndex
  /// Whether it names nothing of what the complaint is about.
  var isComplaintIgnored = false
  /// What was said before in the same case.
  var earlier = EarlierMessages()

  /// The source bytes of runs of tokens, sorted and with overlaps merged.
  func ranges(_ spans: [TokenSpan]) -> [Range<Int>] {
    ByteRanges.merged(spans.map(range))
  }

  /// The source bytes of a run of tokens, whose order may be turned around.
  func range(_ span: TokenSpan) -> Range<Int> {
    guard tokens.indices.contains(Int(span.last)) else { return 0..<0 }
    var start = tokens[Int(span.first)].start
    var end = tokens[Int(span.first)].end
    for index in Int(span.first)...Int(span.last) {
      start = min(start, tokens[index].start)
      end = max(end, tokens[index].end)
    }
    return Int(start)..<Int(end)
  }

  /// The source bytes of a match's words.
  func ranges(_ match: PatternMatch) -> [Range<Int>] {
    ranges((0..<match.count).flatMap { index.spans(of: index.mentions[match[$0]]) })
  }
}

/// Sets of byte ranges.
public enum ByteRanges {
  /// The ranges sorted, those that overlap made one, empty ones left out.
  public static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
      if let last = result.last, range.lowerBound < last.upperBound {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }
}
