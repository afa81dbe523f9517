import Testing

@testable import Screen

@Suite struct SparkTests {
  @Test(
    arguments: [
      ([0, 1, 2, 3, 4, 5, 6, 7], "▁▂▃▄▅▆▇█"),
      ([7, nil, 0], "█ ▁"),
      ([], ""),
      ([0, 0], "▁▁"),
      ([-5, 10], "▁█"),
      ([.max, .min], "█▁"),
    ] as [([Int?], String)])
  func plot(values: [Int?], expected: String) {
    #expect(Spark.plot(values).string == expected)
    #expect(Spark.plot(values, glyphs: .ascii).width == values.count)
    #expect(Spark.plot(values, glyphs: .ascii).string.utf8.allSatisfy { $0 < 0x80 })
  }
}

@Suite struct ScrollTests {
  @Test(arguments: [
    (0, 10, 5, 0), (0, 10, 50, 0), (4, 10, 50, 0), (5, 10, 50, 0), (6, 10, 50, 1), (49, 10, 50, 40),
    (3, 0, 10, 3), (0, 5, 0, 0),
  ])
  func centered(selected: Int, rows: Int, count: Int, top: Int) {
    #expect(Scroll.top(selected: selected, rows: rows, count: count) == top)
  }

  @Test(arguments: [
    (5, 10, 50, 0, 0), (10, 10, 50, 0, 1), (3, 10, 50, 20, 3), (25, 10, 50, 20, 20),
    (49, 10, 50, 0, 40), (2, 10, 5, 3, 0),
  ])
  func least(selected: Int, rows: Int, count: Int, from: Int, top: Int) {
    #expect(Scroll.top(selected: selected, rows: rows, count: count, from: from) == top)
  }
}

@Suite struct FuzzyTests {
  @Test(arguments: [
    ("mk", "Mark", true), ("mark", "Mark shown", true), ("xyz", "Mark", false), ("", "x", true),
    ("a b", "ab", true), ("ab", "ba", false), ("ü", "Über", true), ("long", "lon", false),
  ])
  func finds(query: String, text: String, isFound: Bool) {
    #expect((Fuzzy.match(query, in: text) != nil) == isFound)
  }

  @Test func lettersFoundAreThoseOfTheQuery() {
    #expect(Fuzzy.match("oc", in: "Open customer")?.positions == [0, 5])
    #expect(Fuzzy.match("cust", in: "Open customer")?.positions == [5, 6, 7, 8])
  }

  @Test func wordStartsAndNeighboursComeFirst() {
    let names = ["Go to the discard pile", "Put the draft away", "Discard draft", "Mark"]
    #expect(Fuzzy.filter("dis", names, by: \.self).first?.value == "Discard draft")
    #expect(Fuzzy.filter("dd", names, by: \.self).first?.value == "Discard draft")
    #expect(Fuzzy.filter("", names, by: \.self).map(\.value) == names)
  }

  @Test(arguments: 0..<200)
  func positionsSpellTheQuery(seed: Int) throws {
    var generator = SeededGenerator(UInt64(seed))
    let text = (0..<20).map { _ in "abC d-".randomElement(using: &generator) ?? "a" }
    let query = (0..<3).map { _ in "abcd-".randomElement(using: &generator) ?? "a" }
    let isThere = text.map { $0.lowercased() }.containsInOrder(query.map { $0.lowercased() })
    let match = Fuzzy.match(String(query), in: String(text))
    #expect((match != nil) == isThere)
    guard let match else { return }
    #expect(match.positions == match.positions.sorted())
    #expect(match.positions.map { text[$0].lowercased() } == query.map { $0.lowercased() })
  }
}

extension [String] {
  fileprivate func containsInOrder(_ others: [String]) -> Bool {
    var rest = self[...]
    for other in others {
      guard let place = rest.firstIndex(of: other) else { return false }
      rest = rest[(place + 1)...]
    }
    return true
  }
}
