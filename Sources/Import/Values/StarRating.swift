/// Stars as files of several languages write them.
enum StarRating {
  /// Reads `4`, `4.0`, `4,0 von 5 Sternen`, `4.0 out of 5 stars`, `5つ星のうち4.0`; whole stars from 1 to 5.
  static func read(_ text: String) -> Int? {
    let numbers = Numeral.all(in: text)
    switch numbers.count {
    case 1: return text.isOnlyStars(beside: numbers[0]) ? stars(numbers[0]) : nil
    case 2: return ofFive(numbers, in: text)
    default: return nil
    }
  }

  /// Japanese puts the five first: "of five stars 4.0".
  private static func ofFive(_ numbers: [Numeral], in text: String) -> Int? {
    if text.hasPrefix("5つ星のうち") { return stars(numbers[1]) }
    guard numbers[0].start == text.startIndex, stars(numbers[1]) == 5 else { return nil }
    return stars(numbers[0])
  }

  private static func stars(_ number: Numeral) -> Int? {
    guard let value = number.whole, (1...5).contains(value) else { return nil }
    return value
  }
}

/// A number within a text, with a point or a comma before its fraction.
private struct Numeral {
  var start: String.Index
  var end: String.Index
  /// The value where the number is whole, as `4.0` is.
  var whole: Int?

  static func all(in text: String) -> [Numeral] {
    var found: [Numeral] = []
    var rest = Substring(text)
    while let start = rest.firstIndex(where: \.isFigure) {
      let whole = rest[start...].prefix(while: \.isFigure)
      let fraction = Self.fraction(text[whole.endIndex...])
      let isWhole = fraction.allSatisfy { $0 == "0" }
      let end = fraction.isEmpty ? whole.endIndex : fraction.endIndex
      found.append(Numeral(start: start, end: end, whole: isWhole ? Int(whole) : nil))
      rest = text[end...]
    }
    return found
  }

  private static func fraction(_ rest: Substring) -> Substring {
    guard rest.first == "." || rest.first == "," else { return rest.prefix(0) }
    return rest.dropFirst().prefix(while: \.isFigure)
  }
}

extension Character {
  fileprivate var isFigure: Bool { self >= "0" && self <= "9" && isASCII }
}

extension String {
  private static let words: Set<String> = [
    "", "star", "stars", "stern", "sterne", "étoile", "étoiles", "estrella", "estrellas", "stella",
    "stelle", "ster", "sterren", "★", "⭐", "⭐️",
  ]

  fileprivate func isOnlyStars(beside number: Numeral) -> Bool {
    number.start == startIndex
      && Self.words.contains(self[number.end...].lowercased().trimmed())
  }
}
