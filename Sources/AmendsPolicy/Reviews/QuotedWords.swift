/// Words of a text, quoted side by side.
public enum QuotedWords {
  /// What stands in some ranges, each text once whatever its case, and no more of them than wanted.
  ///
  /// - Parameters:
  ///   - ranges: UTF-8 byte offsets of the text, in the order in which they are quoted; what lies outside is left out.
  ///   - text: The text.
  ///   - most: How many are quoted at most.
  /// - Returns: The quotations, with commas between; empty where there are none.
  public static func list(_ ranges: [Range<Int>], in text: String, most: Int) -> String {
    let bytes = Array(text.utf8)
    var known: Set<String> = []
    let words = ranges.filter { $0.upperBound <= bytes.count }
      .map { String(decoding: bytes[$0], as: UTF8.self) }
      .filter { known.insert($0.lowercased()).inserted }
    return words.prefix(most).map { "“\($0)”" }.joined(separator: ", ")
  }
}
