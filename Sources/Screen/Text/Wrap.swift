/// Soft wrapping: a text in rows that fit a width, broken between words.
public enum Wrap {
  /// A row of a wrapped text.
  public struct Row: Hashable, Sendable {
    /// The bytes of the text that the row shows, without the line break.
    public let range: Range<Int>
    /// The columns that they take; spaces at the end of a row may hang over the edge.
    public let width: Int
    /// Whether the line goes on in the next row.
    public let isSoft: Bool
  }

  /// The rows of a text; at least one, and one more behind a line break at the end.
  ///
  /// Lines break behind spaces and around wide characters; a word longer than a row is cut.
  public static func rows(of text: String, columns: Int) -> [Row] {
    var wrapper = Wrapper(columns: max(1, columns))
    for cluster in Clusters(text) { wrapper.take(cluster) }
    return wrapper.finish(at: text.utf8.count)
  }

  /// A washed text of one line in rows that fit, without the spaces at their ends.
  public static func lines(_ text: SafeText, columns: Int) -> [SafeText] {
    guard text.width > columns else { return [text] }
    return rows(of: text.string, columns: columns).map { row in
      let bytes = text.string.utf8
      let start = bytes.index(bytes.startIndex, offsetBy: row.range.lowerBound)
      let end = bytes.index(start, offsetBy: row.range.count)
      var part = text.string[start..<end]
      while row.isSoft, part.last == " " { part.removeLast() }
      return SafeText(String(part))
    }
  }

  /// Any text washed, in rows that fit and no more of them than wanted; its own line breaks stay.
  public static func lines(_ raw: String, columns: Int, limit: Int = .max) -> [SafeText] {
    var rows: [SafeText] = []
    for line in SafeText.lines(raw) where rows.count < limit {
      rows += lines(line, columns: columns)
    }
    return rows.count > limit ? Array(rows.prefix(limit)) : rows
  }
}

/// The state of a wrapping: the row that is being filled, and the last place where it may break.
private struct Wrapper {
  let columns: Int
  private var rows: [Wrap.Row] = []
  private var start = 0
  private var width = 0
  private var breakAt = 0
  private var widthAtBreak = 0

  init(columns: Int) {
    self.columns = columns
  }

  mutating func take(_ cluster: Cluster) {
    if cluster.isNewline { return endLine(cluster.range) }
    if cluster.width == 2 { markBreak(at: cluster.range.lowerBound) }
    while !cluster.isSpace, width + cluster.width > columns, cluster.range.lowerBound > start {
      breakRow(before: cluster.range.lowerBound)
    }
    width += cluster.width
    if cluster.isSpace || cluster.width == 2 { markBreak(at: cluster.range.upperBound) }
  }

  mutating func finish(at end: Int) -> [Wrap.Row] {
    rows.append(Wrap.Row(range: start..<end, width: width, isSoft: false))
    return rows
  }

  private mutating func markBreak(at offset: Int) {
    breakAt = offset
    widthAtBreak = width
  }

  private mutating func breakRow(before offset: Int) {
    if breakAt <= start {
      breakAt = offset
      widthAtBreak = width
    }
    rows.append(Wrap.Row(range: start..<breakAt, width: widthAtBreak, isSoft: true))
    start = breakAt
    width -= widthAtBreak
  }

  private mutating func endLine(_ lineBreak: Range<Int>) {
    rows.append(Wrap.Row(range: start..<lineBreak.lowerBound, width: width, isSoft: false))
    start = lineBreak.upperBound
    breakAt = start
    width = 0
    widthAtBreak = 0
  }
}
