/// Finds what somebody may have meant.
enum Suggestion {
  /// ": did you mean …?" for a word that is near enough to a known one; empty otherwise.
  static func words(for word: String, among known: [String]) -> String {
    nearest(to: word, among: known).map { ": did you mean “\($0)”?" } ?? ""
  }

  /// The known word with the fewest changes from a word, if these are few for its length.
  static func nearest(to word: String, among known: [String]) -> String? {
    guard word.count <= 64 else { return nil }
    let ranked = known.map { (distance(Array(word.lowercased()), Array($0)), $0) }
    guard let best = ranked.min(by: { $0 < $1 }) else { return nil }
    return best.0 <= max(1, min(word.count, best.1.count) / 3) ? best.1 : nil
  }

  /// Changes, insertions, deletions and swaps of neighbours that turn one word into another.
  private static func distance(_ first: [Character], _ second: [Character]) -> Int {
    var older: [Int] = []
    var last = Array(0...second.count)
    for row in 0..<first.count {
      var next = [row + 1]
      for column in 0..<second.count {
        let change = last[column] + (first[row] == second[column] ? 0 : 1)
        var best = min(change, last[column + 1] + 1, next[column] + 1)
        if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
          best = min(best, older[column - 1] + 1)
        }
        next.append(best)
      }
      (older, last) = (last, next)
    }
    return last[second.count]
  }
}
