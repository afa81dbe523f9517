import Testing

@testable import Screen

@Suite struct EditorFuzzTests {
  private static let keys = [
    "a", "b", "space", "enter", "backspace", "delete", "left", "right", "up", "down", "home", "end",
    "ctrl-left", "ctrl-right", "shift-left", "shift-right", "shift-up", "shift-down", "pageup",
    "pagedown", "ctrl-w", "alt-d", "ctrl-k", "ctrl-u", "ctrl-x", "ctrl-c", "ctrl-v", "ctrl-space",
    "alt-a", "ctrl-z", "alt-z", "ctrl-home", "ctrl-end",
  ]

  /// After any keys: the cursor stands between characters, the rows are those of the text, and
  /// undoing everything and doing it again gives the same text.
  @Test(arguments: 0..<60)
  func anyKeys(seed: Int) {
    var generator = SeededGenerator(UInt64(seed))
    var area = TextArea(HostileText.make(&generator, pieces: 20))
    area.resize(to: Size(rows: 4, columns: Int.random(in: 1...20, using: &generator)))
    let start = area.text
    for _ in 0..<120 {
      if Int.random(in: 0..<10, using: &generator) == 0 {
        _ = area.press(.paste(HostileText.make(&generator, pieces: 4)))
      } else if let key = Self.keys.randomElement(using: &generator) {
        area.press(key)
      }
      #expect(area.text.borders.contains(area.cursor))
      #expect(area.rows == Wrap.rows(of: area.text, columns: area.size.columns))
      var grid = Grid(area.size)
      let cursor = area.draw(into: &grid, in: grid.size.bounds, style: .plain)
      #expect(grid.size.bounds.contains(cursor))
      #expect(grid.isWhole)
    }
    while area.redo() {}
    let end = area.text
    while area.undo() {}
    #expect(area.text.utf8.elementsEqual(start.utf8))
    while area.redo() {}
    #expect(area.text.utf8.elementsEqual(end.utf8))
  }
}

extension String {
  /// The bytes between which characters lie.
  fileprivate var borders: Set<Int> {
    Set(indices.map { utf8.distance(from: startIndex, to: $0) } + [utf8.count])
  }
}
