import Ledger

/// A date with its month in words, alone or at the end of the sentence that stores put above a review.
///
/// `January 15, 2024`; `Reviewed in the United Kingdom on 3 January 2026`; `Rezension aus Deutschland vom
/// 3. Januar 2026`; `Commenté en France le 1er mars 2026`; `2026年6月3日に日本でレビュー済み`.
enum WrittenDate {
  /// The date; `nil` where the text holds none.
  static func read(_ text: String) -> CivilDate? {
    eastAsian(text) ?? western(words(text))
  }

  /// The last three words that are neither figures of speech nor signs: day and month in either order, year.
  private static func western(_ words: [String]) -> CivilDate? {
    guard let last = words.last, last.utf8.count == 4, let year = Int(last) else { return nil }
    let before = words.dropLast().suffix(2)
    guard let first = before.first, let second = before.last, before.count == 2 else { return nil }
    if let month = MonthNames.month(second), let day = day(first) {
      return CivilDate(year: year, month: month, day: day)
    }
    if let month = MonthNames.month(first), let day = day(second) {
      return CivilDate(year: year, month: month, day: day)
    }
    return nil
  }

  private static let fillers: Set<String> = ["de", "del", "of", "the"]

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !($0.isLetter || $0.isNumber) }
      .map(String.init).filter { !fillers.contains($0) }
  }

  /// `3`, `3rd`, `1er`, `3º` (read as a letter).
  private static func day(_ word: String) -> Int? {
    let figures = word.prefix { $0.isASCII && $0.isNumber }
    guard (1...2).contains(figures.count), word[figures.endIndex...].count <= 2 else { return nil }
    return Int(figures)
  }

  /// `2026年6月3日`, wherever in the text.
  private static func eastAsian(_ text: String) -> CivilDate? {
    guard let yearEnd = text.firstIndex(of: "年") else { return nil }
    let rest = text[text.index(after: yearEnd)...]
    guard let monthEnd = rest.firstIndex(of: "月"), let dayEnd = rest.firstIndex(of: "日"),
      monthEnd < dayEnd,
      let year = number(text[..<yearEnd].suffix(4)),
      let month = number(rest[..<monthEnd]),
      let day = number(rest[rest.index(after: monthEnd)..<dayEnd])
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  private static func number(_ text: Substring) -> Int? {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
  }
}
