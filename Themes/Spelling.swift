/// How far apart two words are.
enum Spelling {
  /// The least number of letters to change, add or leave out (Levenshtein).
  static func distance(_ first: String, _ second: String) -> Int {
    let letters = Array(second)
    var row = Array(0...letters.count)
    for (index, letter) in first.enumerated() {
      var previous = row[0]
      row[0] = index + 1
      for place in letters.indices {
        let cost = letters[place] == letter ? previous : previous + 1
        previous = row[place + 1]
        row[place + 1] = min(cost, row[place] + 1, previous + 1)
      }
    }
    return row[letters.count]
  }
}
