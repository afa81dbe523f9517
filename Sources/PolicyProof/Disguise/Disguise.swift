/// A way of writing words so that people read them and filters do not.
public enum Disguise: String, CaseIterable, Sendable {
  case upperCase = "upper case"
  case alternatingCase = "alternating case"
  case accents = "accents on vowels"
  case combiningMarks = "combining marks"
  case fullWidth = "full width"
  case mathematical = "mathematical letters"
  case circled = "circled letters"
  case lookAlike = "one look-alike letter"
  case lookAlikes = "look-alike letters"
  case leet = "digits for letters"
  case zeroWidth = "invisibles between letters"
  case softHyphens = "soft hyphens"
  case stretched = "a stretched letter"
  case doubled = "a doubled letter"
  case spaced = "spaced letters"
  case dotted = "dotted letters"
  case hyphenated = "hyphenated letters"
  case underscored = "underscored letters"
  case split = "split in the middle"
  case brokenLine = "a line break in the middle"
  case reversed = "reversed by a bidi override"
  case tagInside = "an HTML tag inside"
  case entities = "HTML entities"
  case swapped = "two letters swapped"
  case dropped = "a letter dropped"
  case inserted = "a letter inserted"
  case noBreakSpaces = "no-break spaces"

  /// A word in this disguise; words of fewer than four letters stay as they are.
  public func applied(to word: String) -> String {
    let letters = Array(word)
    guard letters.count >= 4, letters.allSatisfy(\.isLetter) else { return word }
    let middle = letters.count / 2
    return switch self {
    case .upperCase: word.uppercased()
    case .alternatingCase: mapped(letters) { $0 % 2 == 0 ? $1.lowercased() : $1.uppercased() }
    case .accents: mapped(letters) { Self.accented[$1] ?? String($1) }
    case .combiningMarks: mapped(letters) { "\($1)\u{336}" }
    case .fullWidth: shifted(letters, capital: 0xFF21, small: 0xFF41)
    case .mathematical: shifted(letters, capital: 0x1D400, small: 0x1D41A)
    case .circled: shifted(letters, capital: 0x24B6, small: 0x24D0)
    case .lookAlike: onlyFirst(letters) { Self.cyrillic[$0] }
    case .lookAlikes: mapped(letters) { Self.cyrillic[$1] ?? String($1) }
    case .leet: mapped(letters) { Self.digits[$1] ?? String($1) }
    case .zeroWidth: joined(letters, "\u{200B}")
    case .softHyphens: joined(letters, "\u{AD}")
    case .stretched: put(String(repeating: letters[middle], count: 4), letters, middle)
    case .doubled: put(String(repeating: letters[middle], count: 2), letters, middle)
    case .spaced: joined(letters, " ")
    case .dotted: joined(letters, ".")
    case .hyphenated: joined(letters, "-")
    case .underscored: joined(letters, "_")
    case .split: String(letters[..<middle]) + " " + String(letters[middle...])
    case .brokenLine: String(letters[..<middle]) + "-\n" + String(letters[middle...])
    case .reversed: "\u{202E}" + String(letters.reversed()) + "\u{202C}"
    case .tagInside: String(letters[..<middle]) + "<b></b>" + String(letters[middle...])
    case .entities: mapped(letters) { "&#\($1.unicodeScalars.first?.value ?? 0);" }
    case .swapped:
      put("\(letters[middle])\(letters[middle - 1])", letters, middle - 1, replacing: 2)
    case .dropped: put("", letters, middle)
    case .inserted: put("\(letters[middle])e", letters, middle)
    case .noBreakSpaces: word
    }
  }

  /// A text in which the words of some ranges are disguised.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - ranges: UTF-8 byte ranges, sorted and apart, on scalar boundaries.
  /// - Returns: The text.
  public func applied(to text: String, at ranges: [Range<Int>]) -> String {
    let bytes = Array(text.utf8)
    var result = ""
    var place = 0
    for range in ranges {
      result += String(decoding: bytes[place..<range.lowerBound], as: UTF8.self)
      result += words(String(decoding: bytes[range], as: UTF8.self))
      place = range.upperBound
    }
    return result + String(decoding: bytes[place...], as: UTF8.self)
  }

  private func words(_ text: String) -> String {
    if self == .noBreakSpaces { return text.replacing(" ", with: "\u{A0}") }
    return text.split(separator: " ", omittingEmptySubsequences: false)
      .map { applied(to: String($0)) }.joined(separator: self == .spaced ? "   " : " ")
  }

  private func mapped(
    _ letters: [Character], _ change: (Int, Character) -> String
  ) -> String {
    letters.enumerated().map { change($0.offset, $0.element) }.joined()
  }

  private func joined(_ letters: [Character], _ glue: String) -> String {
    letters.map { String($0) }.joined(separator: glue)
  }

  /// The letters moved into another alphabet of fancy ones.
  private func shifted(_ letters: [Character], capital: UInt32, small: UInt32) -> String {
    mapped(letters) { _, letter in
      guard let byte = letter.asciiValue,
        let scalar = Unicode.Scalar(
          byte < 0x61 ? capital + UInt32(byte - 0x41) : small + UInt32(byte - 0x61))
      else { return String(letter) }
      return String(Character(scalar))
    }
  }

  private func onlyFirst(
    _ letters: [Character], _ change: (Character) -> String?
  ) -> String {
    guard let index = letters.firstIndex(where: { change($0) != nil }) else {
      return String(letters)
    }
    return put(change(letters[index]) ?? "", letters, index)
  }

  private func put(
    _ part: String, _ letters: [Character], _ index: Int, replacing count: Int = 1
  ) -> String {
    String(letters[..<index]) + part + String(letters[(index + count)...])
  }

  private static let accented: [Character: String] = [
    "a": "á", "e": "é", "i": "í", "o": "ó", "u": "ú",
  ]
  private static let cyrillic: [Character: String] = [
    "a": "а", "c": "с", "e": "е", "i": "і", "o": "о", "p": "р", "s": "ѕ", "x": "х", "y": "у",
  ]
  private static let digits: [Character: String] = [
    "a": "4", "e": "3", "i": "1", "o": "0", "s": "5", "t": "7",
  ]
}
