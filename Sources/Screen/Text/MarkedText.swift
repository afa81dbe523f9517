/// A text of several lines, washed, in rows that fit, with the parts of it that are marked.
public struct MarkedText: Sendable {
  /// A piece of a row that looks alike.
  public struct Run: Hashable, Sendable {
    /// What it reads.
    public let text: SafeText
    /// Whether it belongs to what was marked.
    public let isMarked: Bool
  }

  private struct Line {
    var text = SafeText.empty
    /// The bytes of the washed text that are marked.
    var marks: [Range<Int>] = []

    mutating func append(_ part: SafeText, isMarked: Bool) {
      let start = text.string.utf8.count
      text += part
      if isMarked, !part.isEmpty { marks.append(start..<text.string.utf8.count) }
    }
  }

  private var lines = [Line()]

  /// Washes any text.
  ///
  /// - Parameters:
  ///   - raw: The text; its own line breaks stay.
  ///   - marks: What is marked: UTF-8 byte offsets of the text, sorted and apart; what lies outside of it is left out.
  public init(_ raw: String, marks: [Range<Int>]) {
    let bytes = Array(raw.utf8)
    var done = 0
    for mark in marks {
      let (start, end) = (min(mark.lowerBound, bytes.count), min(mark.upperBound, bytes.count))
      guard start >= done, end > start else { continue }
      append(bytes[done..<start], isMarked: false)
      append(bytes[start..<end], isMarked: true)
      done = end
    }
    append(bytes[done...], isMarked: false)
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>, isMarked: Bool) {
    guard !bytes.isEmpty else { return }
    for (index, part) in SafeText.lines(String(decoding: bytes, as: UTF8.self)).enumerated() {
      if index > 0 { lines.append(Line()) }
      lines[lines.count - 1].append(part, isMarked: isMarked)
    }
  }

  /// The rows, each made of its runs, and no more of them than wanted.
  public func rows(columns: Int, limit: Int = .max) -> [[Run]] {
    var rows: [[Run]] = []
    for line in lines where rows.count < limit {
      rows += Wrap.rows(of: line.text.string, columns: columns).map { Self.runs(of: $0, in: line) }
    }
    return Array(rows.prefix(limit))
  }

  /// All of it in one row, a blank for each line break.
  public var oneRow: [Run] {
    let blank = Run(text: SafeText(" "), isMarked: false)
    return Array(rows(columns: .max).joined(separator: [blank]))
  }

  private static func runs(of row: Wrap.Row, in line: Line) -> [Run] {
    let bytes = Array(line.text.string.utf8)
    var range = row.range
    while row.isSoft, range.count > 1, bytes[range.upperBound - 1] == UInt8(ascii: " ") {
      range = range.lowerBound..<range.upperBound - 1
    }
    var runs: [Run] = []
    var done = range.lowerBound
    func add(_ part: Range<Int>, _ isMarked: Bool) {
      guard !part.isEmpty else { return }
      let text = SafeText(String(decoding: bytes[part], as: UTF8.self))
      runs.append(Run(text: text, isMarked: isMarked))
    }
    for mark in line.marks.map({ $0.clamped(to: range) }) where !mark.isEmpty {
      add(done..<mark.lowerBound, false)
      add(mark, true)
      done = mark.upperBound
    }
    add(done..<range.upperBound, false)
    return runs
  }
}
