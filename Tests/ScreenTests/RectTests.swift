import Screen
import Testing

@Suite struct RectTests {
  private let rect = Rect(row: 1, column: 2, rows: 10, columns: 20)

  @Test func splitting() {
    #expect(rect.split(top: 3).top == Rect(row: 1, column: 2, rows: 3, columns: 20))
    #expect(rect.split(top: 3).rest == Rect(row: 4, column: 2, rows: 7, columns: 20))
    #expect(rect.split(bottom: 1).bottom == Rect(row: 10, column: 2, rows: 1, columns: 20))
    #expect(rect.split(left: 5).rest == Rect(row: 1, column: 7, rows: 10, columns: 15))
    #expect(rect.split(right: 5).right == Rect(row: 1, column: 17, rows: 10, columns: 5))
  }

  @Test func splittingOffTooMuchLeavesNothing() {
    #expect(rect.split(top: 99).rest.isEmpty)
    #expect(rect.split(bottom: 99).bottom == rect)
    #expect(rect.split(left: -1).left.isEmpty)
    #expect(rect.inset(rows: 6).isEmpty)
  }

  @Test func placing() {
    #expect(rect.inset(rows: 1, columns: 2) == Rect(row: 2, column: 4, rows: 8, columns: 16))
    #expect(
      rect.centered(Size(rows: 4, columns: 99)) == Rect(row: 4, column: 2, rows: 4, columns: 20))
    #expect(rect.intersection(Rect(row: 50, column: 0, rows: 1, columns: 1)).isEmpty)
    #expect(rect.contains(Point(row: 1, column: 2)))
    #expect(!rect.contains(Point(row: 11, column: 2)))
    #expect(Size(rows: -1, columns: 5).rows == 0)
  }
}
