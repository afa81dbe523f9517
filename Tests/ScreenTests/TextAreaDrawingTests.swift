import Testing

@testable import Screen

@Suite struct TextAreaDrawingTests {
  private func draw(
    _ area: TextArea,
    rows: Int,
    columns: Int,
    _ highlights: [Highlight] = []
  ) -> (grid: Grid, cursor: Point) {
    var area = area
    let size = Size(rows: rows, columns: columns)
    area.resize(to: size)
    var grid = Grid(size)
    let cursor = area.draw(
      into: &grid, in: size.bounds, style: .plain, highlights: highlights)
    return (grid, cursor)
  }

  @Test func wrapsAndPlacesTheCursor() {
    let shown = draw(TextArea("hello 日本 world", cursor: 9), rows: 3, columns: 7)
    #expect(shown.grid.text() == ["hello", "日本", "world"])
    #expect(shown.cursor == Point(row: 1, column: 2))
  }

  @Test func keepsTheCursorInView() {
    let area = TextArea((0..<20).map(String.init).joined(separator: "\n"))
    #expect(draw(area, rows: 3, columns: 4).grid.text() == ["17", "18", "19"])
    #expect(draw(area, rows: 3, columns: 4).cursor == Point(row: 2, column: 2))
    let start = TextArea(area.text, cursor: 0)
    #expect(draw(start, rows: 3, columns: 4).grid.text() == ["0", "1", "2"])
  }

  @Test func theCursorStaysInsideBehindHangingSpaces() {
    let shown = draw(TextArea("ab     "), rows: 1, columns: 4)
    #expect(shown.cursor == Point(row: 0, column: 3))
    #expect(draw(TextArea("abcd"), rows: 1, columns: 4).cursor.column == 3)
  }

  @Test func highlightsAreLaidOverTheText() {
    let marked = Style(foreground: .ansi(.red), attributes: .underline)
    let shown = draw(TextArea("日本 abc"), rows: 1, columns: 9, [Highlight(3..<9, style: marked)])
    #expect(
      shown.grid.styles(row: 0) == [
        Grid.StyledRun(columns: 0..<2, style: .plain),
        Grid.StyledRun(columns: 2..<7, style: marked),
        Grid.StyledRun(columns: 7..<9, style: .plain),
      ])
  }

  @Test func theSelectionIsChangedOver() {
    var area = TextArea("abcd")
    area.select(1..<3)
    let runs = draw(area, rows: 1, columns: 4).grid.styles(row: 0)
    #expect(runs.map(\.columns) == [0..<1, 1..<3, 3..<4])
    #expect(runs[1].style.attributes == .reverse)
  }

  @Test func whatCannotBeShownTakesNoMoreThanItsPlace() {
    let shown = draw(TextArea("👨‍👩‍👧‍👦🇩🇪\u{1FAE8}x"), rows: 1, columns: 9)
    #expect(shown.grid.text() == ["👨DE�x"])
    #expect(shown.cursor.column == 6)
  }

  @Test(arguments: [(0, 0), (1, 1), (0, 5), (5, 0)])
  func tinyRoomsDoNoHarm(rows: Int, columns: Int) {
    _ = draw(TextArea("日本\nhello world"), rows: rows, columns: columns)
  }
}
