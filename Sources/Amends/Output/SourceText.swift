import Screen

/// A draft by lines, with the places of its bytes.
struct SourceText {
  /// A line to be shown, with marks under some of its characters.
  struct Marked {
    /// The number of the line, padded.
    var number: String
    /// The line, made harmless, cut to what surrounds the marks.
    var text: String
    /// Blanks and carets.
    var marks: String
  }

  private static let columns = 100
  private let bytes: [UInt8]
  /// Where each line begins.
  private let starts: [Int]

  init(_ text: String) {
    bytes = Array(text.utf8)
    var starts = [0]
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(index + 1)
    }
    self.starts = starts
  }

  /// Line and column of a byte, both from 1, columns in characters.
  func place(of offset: Int) -> (line: Int, column: Int) {
    let line = self.line(of: offset)
    return (line + 1, text(starts[line]..<offset).count + 1)
  }

  /// The lines that hold ranges, with these marked.
  func underlined(_ ranges: [Range<Int>]) -> [Marked] {
    var lines: [Marked] = []
    for index in starts.indices {
      let span = self.span(index)
      let marked = ranges.map { $0.clamped(to: span) }.filter { !$0.isEmpty }
      if !marked.isEmpty { lines.append(self.marked(index, span, marked)) }
    }
    return lines
  }

  private func marked(_ index: Int, _ span: Range<Int>, _ ranges: [Range<Int>]) -> Marked {
    var text = SafeText.empty
    var marks = SafeText.empty
    var place = span.lowerBound
    for range in ranges {
      let gap = shown(max(place, span.lowerBound)..<max(place, range.lowerBound))
      let words = shown(max(place, range.lowerBound)..<max(place, range.upperBound))
      let before = text.isEmpty && gap.width > Self.columns / 3 ? tail(gap) : gap
      text += before + words
      marks += .spaces(before.width) + SafeText("^").repeated(words.width)
      place = max(place, range.upperBound)
    }
    text += shown(place..<max(place, span.upperBound))
    return Marked(
      number: "\(index + 1)", text: text.prefix(columns: Self.columns).string,
      marks: marks.prefix(columns: Self.columns, ellipsis: .empty).string)
  }

  /// The end of a long text before the first mark.
  private func tail(_ text: SafeText) -> SafeText {
    let head = text.head(columns: text.width - Self.columns / 3)
    let rest = text.string.dropFirst(head.string.count)
    return "…" + SafeText(String(rest))
  }

  private func line(of offset: Int) -> Int {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The bytes of a line, without its end.
  private func span(_ index: Int) -> Range<Int> {
    let end = index + 1 < starts.count ? starts[index + 1] - 1 : bytes.count
    return starts[index]..<max(starts[index], end)
  }

  private func shown(_ range: Range<Int>) -> SafeText { SafeText(text(range)) }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }
}
