import Screen
import Testing

@Suite("Texts with marked parts")
struct MarkedTextTests {
  /// The rows as text, marked parts in brackets.
  private func rows(_ raw: String, _ marks: [Range<Int>], columns: Int, limit: Int = .max)
    -> [String]
  {
    MarkedText(raw, marks: marks).rows(columns: columns, limit: limit).map { row in
      row.map { $0.isMarked ? "[\($0.text)]" : $0.text.string }.joined()
    }
  }

  @Test("A marked part stays marked where a row breaks in it")
  func breaks() {
    #expect(
      rows("it came broken today", [3..<14], columns: 9) == ["it [came]", "[broken]", "today"])
  }

  @Test("One row holds all lines, with their marks")
  func oneRow() {
    let row = MarkedText("it came\nbroken\r\nagain", marks: [8..<14]).oneRow
    #expect(
      row.map { $0.isMarked ? "[\($0.text)]" : $0.text.string }.joined() == "it came [broken] again"
    )
  }

  @Test("Rows are those of the text without marks")
  func sameRows() {
    let text = "one two  three\nfour — five\r\nsix 山田 seven\n"
    for columns in 1...20 {
      let plain = Wrap.lines(text, columns: columns)
      let marked = MarkedText(text, marks: [4..<7, 9..<14, 20..<24]).rows(columns: columns)
      #expect(marked.map { $0.map(\.text).joined() } == plain, "\(columns)")
    }
  }

  @Test("Bytes are those of the raw text, whatever washing makes of it")
  func washed() {
    #expect(rows("a\u{1B}[31mred\u{202E} box", [10..<13], columns: 40).first?.contains("[") == true)
    #expect(rows("\u{7}\u{7}\tred", [3..<6], columns: 40) == ["␇␇  [red]"])
    #expect(rows("é 山 ok", [3..<6], columns: 40) == ["é [山] ok"])
  }

  @Test("Marks outside of the text, empty ones and those that overlap are left out")
  func oddMarks() {
    #expect(rows("abc", [0..<0, 1..<2, 1..<3, 9..<12], columns: 9) == ["a[b]c"])
    #expect(rows("abc", [2..<99], columns: 9) == ["ab[c]"])
    #expect(rows("", [0..<3], columns: 9) == [""])
  }

  @Test("No more rows than wanted")
  func limit() {
    #expect(rows("a\nb\nc", [2..<3], columns: 9, limit: 2) == ["a", "[b]"])
  }
}
