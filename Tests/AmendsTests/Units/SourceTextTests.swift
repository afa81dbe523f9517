import Testing

@testable import Amends

@Suite("A draft by lines")
struct SourceTextTests {
  @Test(
    "places count lines and characters from 1",
    arguments: [
      (0, 1, 1), (6, 2, 1), (9, 2, 3), (10, 3, 1), (14, 3, 2),
    ])
  func places(_ offset: Int, _ line: Int, _ column: Int) {
    let source = SourceText("Hello\nGö\n🙂x")
    let place = source.place(of: offset)
    #expect(place.line == line)
    #expect(place.column == column)
  }

  @Test("marks stand under their words, wide and hostile characters before them")
  func marks() {
    let text = "日本\u{1B} bad and bad"
    let start = text.utf8.count - "bad and bad".utf8.count
    let ranges = [start..<start + 3, text.utf8.count - 3..<text.utf8.count]
    let line = SourceText(text).underlined(ranges)[0]
    #expect(line.text == "日本␛ bad and bad")
    #expect(line.marks == "      ^^^     ^^^")
  }

  @Test("a range over several lines is marked on each")
  func severalLines() {
    let lines = SourceText("ab\n\ncd").underlined([1..<5])
    #expect(lines.map(\.number) == ["1", "3"])
    #expect(lines.map(\.marks) == [" ^", "^"])
  }

  @Test("a long line is cut to what surrounds the marks")
  func longLine() {
    let text = String(repeating: "x ", count: 300) + "bad " + String(repeating: "y ", count: 300)
    let line = SourceText(text).underlined([600..<603])[0]
    #expect(line.text.contains("bad"))
    #expect(line.text.count <= 100)
    let place = line.marks.prefix { $0 == " " }.count
    #expect(line.text.dropFirst(place).hasPrefix("bad"))
  }

  @Test("ranges out of bounds are harmless")
  func outOfBounds() {
    #expect(SourceText("").underlined([0..<9]).isEmpty)
    #expect(SourceText("ab").underlined([1..<900]).map(\.marks) == [" ^"])
    #expect(SourceText("ab").place(of: 99).line == 1)
  }
}
