/// An editor of one line, with the keys of readline.
public struct Prompt: Hashable, Sendable {
  private var buffer: TextBuffer
  /// How far back in the history it stands; `nil` outside of it.
  private var recalled: Int?
  /// What was typed before the history was looked at.
  private var typed = ""

  /// A line with the cursor at its end.
  public init(_ text: String = "") {
    buffer = TextBuffer(DraftText.cleanLine(text))
  }

  /// The line.
  public var text: String { buffer.text }
  /// Where the cursor is, in bytes of the line.
  public var cursor: Int { buffer.cursor }
  /// Whether nothing is typed.
  public var isEmpty: Bool { buffer.text.isEmpty }

  /// Puts another text into the line, with the cursor at its end.
  public mutating func set(_ text: String) {
    buffer.replace(0..<buffer.count, with: DraftText.cleanLine(text), as: .single)
    buffer.move(to: buffer.count)
  }

  /// Does what a key means to an editor of one line; enter and escape mean nothing to it.
  ///
  /// Up and down go to `history`: what was typed on other occasions, the newest last.
  public mutating func press(_ key: KeyPress, history: [String] = []) -> EditOutcome {
    switch EditCommand(key) {
    case nil, .newline: return .ignored
    case .move(.up, _): return recall(1, history)
    case .move(.down, _): return recall(-1, history)
    case .insert(let raw): return perform(.insert(DraftText.cleanLine(raw)))
    case .some(let command): return perform(command)
    }
  }

  private mutating func perform(_ command: EditCommand) -> EditOutcome {
    let buffer = buffer
    let outcome = self.buffer.perform(command, target: buffer.place(of:))
    if outcome == .changed { recalled = nil }
    return outcome
  }

  private mutating func recall(_ step: Int, _ history: [String]) -> EditOutcome {
    let next = (recalled ?? -1) + step
    guard next >= -1, next < history.count, next != recalled ?? -1 else { return .ignored }
    if recalled == nil { typed = text }
    set(next < 0 ? typed : history[history.count - 1 - next])
    recalled = next < 0 ? nil : next
    return .changed
  }

  /// Draws the part of the line around the cursor.
  ///
  /// - Returns: Where the cursor stands.
  @discardableResult
  public func draw(
    into grid: inout Grid,
    at row: Int,
    _ column: Int,
    columns: Int,
    style: Style,
    selection: Style = Style(attributes: .reverse)
  ) -> Point {
    grid.fill(Rect(row: row, column: column, rows: 1, columns: columns), style: style)
    let clusters = Array(Clusters(text))
    let before = clusters.prefix { $0.range.lowerBound < cursor }.reduce(0) { $0 + $1.width }
    var position = min(0, columns - 1 - before)
    let cursorColumn = before + position
    for cluster in clusters {
      let isSelected = buffer.selection?.overlaps(cluster.range) ?? false
      let room = columns - position
      if position >= 0, room > 0 {
        grid.put(
          SafeText(buffer.string(in: cluster.range)), at: row, column + position,
          style: isSelected ? selection.over(style) : style, maxColumns: room)
      }
      position += cluster.width
    }
    return Point(row: row, column: column + max(0, cursorColumn))
  }
}
