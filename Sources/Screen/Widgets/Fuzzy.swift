/// Finds a text by some of its letters, in the manner of fzy.
///
/// Letters that stand together, or begin a word, count more than those that lie scattered.
public enum Fuzzy {
  /// How well a text was found, and by which of its letters.
  public struct Match: Hashable, Sendable {
    /// Greater is better.
    public let score: Int
    /// The places of the found letters, counted in characters.
    public let positions: [Int]
  }

  /// Looks for the letters of a query in their order; `nil` when one is missing.
  ///
  /// Case and spaces of the query do not matter. An empty query matches everything alike.
  public static func match(_ query: String, in text: String) -> Match? {
    let needle = query.prefix(64).filter { !$0.isWhitespace }.map(\.folded)
    guard !needle.isEmpty else { return Match(score: 0, positions: []) }
    let letters = Array(text.prefix(256))
    return FuzzyTable(needle, letters, letters.map(\.folded))?.best
  }

  /// Those of some values that match, the best first; equal ones stay in their order.
  public static func filter<Value>(
    _ query: String,
    _ values: [Value],
    by text: (Value) -> String
  ) -> [(value: Value, match: Match)] {
    values.enumerated()
      .compactMap { index, value in match(query, in: text(value)).map { (index, value, $0) } }
      .sorted { $0.2.score == $1.2.score ? $0.0 < $1.0 : $0.2.score > $1.2.score }
      .map { (value: $0.1, match: $0.2) }
  }
}

/// The scores of all ways to find a query in a text, as fzy computes them: a row a letter of the
/// query.
private struct FuzzyTable {
  /// Far below every score, and far above the least integer.
  private static let never = -1_000_000
  private static let gap = -1
  private static let consecutive = 100
  private static let wordStart = 80

  private let needle: [Character]
  private let letters: [Character]
  private let bonus: [Int]
  /// The best score with the letter found exactly at a place.
  private var ending: [[Int]] = []
  /// The best score with the letter found at a place or before it.
  private var upTo: [[Int]] = []

  /// The scores; `nil` when the letters of the query are not there in their order.
  init?(_ needle: [Character], _ text: [Character], _ letters: [Character]) {
    var rest = letters[...]
    for letter in needle {
      guard let place = rest.firstIndex(of: letter) else { return nil }
      rest = rest[(place + 1)...]
    }
    self.needle = needle
    self.letters = letters
    bonus = text.indices.map { index in
      guard index > 0 else { return Self.wordStart + 10 }
      let isStart = !text[index - 1].isWordLetter
      let isHump = text[index - 1] == letters[index - 1] && text[index] != letters[index]
      return isStart || isHump ? Self.wordStart : 0
    }
    for row in needle.indices { addRow(row) }
  }

  private mutating func addRow(_ row: Int) {
    var ending = Array(repeating: Self.never, count: letters.count)
    var upTo = ending
    for place in letters.indices {
      if letters[place] == needle[row] { ending[place] = score(row, place) }
      let before = place > 0 ? upTo[place - 1] + Self.gap : Self.never
      upTo[place] = max(before, ending[place])
    }
    self.ending.append(ending)
    self.upTo.append(upTo)
  }

  private func score(_ row: Int, _ place: Int) -> Int {
    guard row > 0 else { return bonus[place] + place * Self.gap }
    guard place > 0 else { return Self.never }
    return max(
      upTo[row - 1][place - 1] + bonus[place],
      ending[row - 1][place - 1] + Self.consecutive)
  }

  var best: Fuzzy.Match? {
    guard let score = upTo.last?.last, score > Self.never / 2 else { return nil }
    return Fuzzy.Match(score: score - letters.count, positions: positions)
  }

  /// Goes back along the best way.
  private var positions: [Int] {
    var places: [Int] = []
    var place = letters.count - 1
    var mustFollow = false
    for row in needle.indices.reversed() {
      while place > 0, mustFollow ? false : ending[row][place] != upTo[row][place] { place -= 1 }
      places.append(place)
      mustFollow =
        row > 0 && place > 0
        && ending[row][place] == ending[row - 1][place - 1] + Self.consecutive
      place -= 1
    }
    return places.reversed()
  }
}

extension Character {
  /// The small letter.
  fileprivate var folded: Character {
    guard let ascii = asciiValue else { return lowercased().first ?? self }
    return (0x41..<0x5B).contains(ascii) ? Character(Unicode.Scalar(ascii + 0x20)) : self
  }

  fileprivate var isWordLetter: Bool {
    guard let ascii = asciiValue else { return isLetter || isNumber }
    return (0x30..<0x3A).contains(ascii) || (0x41..<0x5B).contains(ascii & 0xDF)
  }
}
