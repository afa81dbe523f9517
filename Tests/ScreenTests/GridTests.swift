import Testing

@testable import Screen

@Suite struct GridTests {
  private func grid(_ rows: Int, _ columns: Int) -> Grid {
    Grid(Size(rows: rows, columns: columns))
  }

  @Test(
    arguments: [
      ("hello", 0, 0, Int.max, "hello", 5),
      ("hello", 0, 4, .max, "    he", 5),
      ("hello", 0, -2, .max, "llo", 5),
      ("hello", 0, 1, 3, " hel", 3),
      ("hello", 0, 9, .max, "", 5),
      ("hello", 0, -9, .max, "", 5),
      ("hello", -1, 0, .max, "", 5),
      ("hello", 3, 0, .max, "", 5),
      ("hello", 0, 0, 0, "", 0),
      ("hello", 0, 0, -4, "", 0),
      ("日本", 0, 0, 3, "日", 3),
      ("日本", 0, 3, .max, "   日", 4),
      ("日本", 0, -1, .max, " 本", 4),
      ("日本", 0, -3, .max, "", 4),
      ("e\u{301}x", 0, 0, .max, "e\u{301}x", 2),
      ("e\u{301}x", 0, -1, .max, "x", 2),
    ] as [(String, Int, Int, Int, String, Int)])
  func put(text: String, row: Int, column: Int, maxColumns: Int, line: String, used: Int) {
    var grid = grid(1, 6)
    #expect(grid.put(SafeText(text), at: row, column, maxColumns: maxColumns) == used)
    #expect(grid.text() == [line])
    #expect(grid.isWhole)
  }

  @Test func extremePlacesDoNoHarm() {
    var grid = grid(2, 2)
    for place in [Int.min / 2, Int.max / 2] {
      grid.put("x日", at: place, place)
      grid.hline(at: place, 0, columns: 9)
      grid.hline(at: 0, 5, columns: 9)
      grid.vline(at: -5, place, rows: 3)
      grid.box(Rect(row: 0, column: place, rows: 2, columns: 9), glyphs: .ascii)
    }
    #expect(grid == self.grid(2, 2))
    #expect(grid[5, 5] == .blank())
    #expect(grid.cells(row: 9).isEmpty)
  }

  @Test func halvesOfWideCharactersTurnBlank() {
    var grid = grid(1, 6)
    grid.put("日本語", at: 0, 0)
    grid.put("x", at: 0, 1)
    #expect(grid.text() == [" x本語"])
    grid.put("y", at: 0, 2)
    #expect(grid.text() == [" xy 語"])
    grid.put("本", at: 0, 3)
    #expect(grid.text() == [" xy本"])
    #expect(grid.isWhole)
  }

  @Test func aFifthMarkIsLeftOut() {
    var cell = Cell.blank()
    for mark in ["\u{301}", "\u{302}", "\u{303}", "\u{304}", "\u{305}"] as [Unicode.Scalar] {
      cell.add(mark: mark)
    }
    #expect(Array(cell.text.unicodeScalars).count == 5)
  }

  /// The second fence: even a text that was never washed shows no control character.
  @Test func unwashedTextIsStoppedInTheGrid() {
    var grid = grid(1, 8)
    grid.put(SafeText(washed: "a\u{1B}\u{202E}é", width: 4), at: 0, 0)
    #expect(grid.text() == ["a��é"])
  }

  @Test func boxesAndLines() {
    var grid = grid(3, 5)
    grid.box(grid.size.bounds, glyphs: .unicode)
    grid.put("hi", at: 1, 1)
    #expect(grid.text() == ["┌───┐", "│hi │", "└───┘"])
    grid.fill(Rect(row: 1, column: 1, rows: 1, columns: 99))
    #expect(grid.text()[1] == "│")
  }

  @Test func coloursOfTheBaseShowThrough() {
    var grid = Grid(Size(rows: 1, columns: 3), base: Style(background: .ansi(.blue)))
    grid.put("x", at: 0, 0, style: Style(foreground: .ansi(.red)))
    grid.put("y", at: 0, 1, style: Style(background: .ansi(.green)))
    #expect(grid[0, 0].style == Style(foreground: .ansi(.red), background: .ansi(.blue)))
    #expect(grid[0, 1].style.background == .ansi(.green))
    #expect(grid[0, 2].style.background == .ansi(.blue))
  }

  @Test func stylesInRuns() {
    var grid = grid(1, 4)
    grid.restyle(Rect(row: 0, column: 1, rows: 9, columns: 2)) { $0.adding(.bold) }
    #expect(
      grid.styles(row: 0) == [
        Grid.StyledRun(columns: 0..<1, style: .plain),
        Grid.StyledRun(columns: 1..<3, style: Style(attributes: .bold)),
        Grid.StyledRun(columns: 3..<4, style: .plain),
      ])
  }

  @Test func changesAreSpansOfRows() {
    let old = grid(3, 8)
    var new = old
    #expect(Grid.changes(from: old, to: new).isEmpty)
    new.put("x", at: 1, 2)
    new.put("y", at: 1, 5)
    #expect(Grid.changes(from: old, to: new) == [Grid.Change(row: 1, columns: 2..<6)])
    #expect(Grid.changes(from: nil, to: new).count == 3)
    #expect(Grid.changes(from: grid(3, 7), to: new).count == 3)
  }

  @Test(arguments: 0..<100)
  func anythingAnywhereKeepsTheGridWhole(seed: Int) {
    var generator = SeededGenerator(UInt64(seed))
    var grid = grid(4, 11)
    for _ in 0..<30 {
      let text = SafeText(HostileText.make(&generator, pieces: 5))
      let row = Int.random(in: -1...4, using: &generator)
      let column = Int.random(in: -9...12, using: &generator)
      let room = Int.random(in: -1...14, using: &generator)
      let used = grid.put(text, at: row, column, maxColumns: room)
      #expect(used == max(0, min(room, text.width)))
      #expect(grid.isWhole)
    }
  }
}

extension Grid {
  /// Each wide character has its right half behind it, and nothing in a cell commands a terminal.
  var isWhole: Bool {
    (0..<size.rows).allSatisfy { row in
      let cells = Array(cells(row: row))
      return cells.indices.allSatisfy { column in
        let next = column + 1 < cells.count ? cells[column + 1].width : 1
        let isPaired = (cells[column].width == 2) == (next == 0)
        let kind = CellWidth.kind(of: cells[column].base)
        return isPaired && (kind == .narrow || kind == .wide)
      } && cells.first?.width != 0
    }
  }
}
