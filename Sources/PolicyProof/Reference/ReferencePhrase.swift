/// A phrase of a pack, read without the tables that the engine compiles: a second opinion on what it means.
struct ReferencePhrase {
  /// What may stand at one place of the phrase, each choice a run of words; nil in a run is a gap.
  private let parts: [[[String?]]]

  private static let longestGap = 3

  /// How far a phrase was followed.
  private struct Place {
    /// The word behind.
    var next: Int
    /// Whether nothing but a gap, or nothing at all, was read last: no phrase ends there.
    var isOpen: Bool
  }

  /// Reads a phrase; `steps` folds one plain part as drafts are folded.
  init(_ phrase: String, steps: (String) throws -> [String?]) rethrows {
    parts = try Self.outerParts(phrase).map { part in try Self.choices(part).map(steps) }
  }

  /// The words that the phrase can begin with.
  var firstWords: Set<String> {
    var words: Set<String> = []
    for choices in parts {
      words.formUnion(choices.compactMap { $0.first ?? nil })
      if !choices.contains([]) { break }
    }
    return words
  }

  /// The last words of all ways to read the phrase from a word on.
  func ends(in words: [ReferenceWord], from start: Int) -> [Int] {
    rest(parts[...], words, Place(next: start, isOpen: true), start)
      .filter { !$0.isOpen }.map { $0.next - 1 }
  }

  private func rest(
    _ parts: ArraySlice<[[String?]]>, _ words: [ReferenceWord], _ place: Place, _ start: Int
  ) -> [Place] {
    guard let choices = parts.first else { return [place] }
    return choices.flatMap { run in
      Self.run(run[...], words, place, start).flatMap { next in
        rest(parts.dropFirst(), words, next, start)
      }
    }
  }

  private static func run(
    _ run: ArraySlice<String?>, _ words: [ReferenceWord], _ place: Place, _ start: Int
  ) -> [Place] {
    guard let step = run.first else { return [place] }
    guard let word = step else {
      guard place.next > start else { return [] }
      return (0...longestGap).flatMap { skipped in
        Self.run(
          run.dropFirst(), words, Place(next: place.next + skipped, isOpen: true), start)
      }
    }
    let at = place.next
    guard at < words.count, words[at].sentence == words[start].sentence, words[at].reads(word)
    else { return [] }
    return Self.run(run.dropFirst(), words, Place(next: at + 1, isOpen: false), start)
  }

  // MARK: Reading

  /// Cuts a phrase at the blanks that stand in no braces.
  static func outerParts(_ phrase: String) -> [String] {
    var parts = [""]
    var depth = 0
    for character in phrase {
      if character == "{" { depth += 1 }
      if character == "}" { depth -= 1 }
      if character == " ", depth == 0 {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.filter { !$0.isEmpty }
  }

  /// Writes choices out by replacing the innermost braces until none are left.
  static func choices(_ part: String) -> [String] {
    guard let close = part.firstIndex(of: "}"),
      let open = part[..<close].lastIndex(of: "{")
    else { return [part] }
    let inside = part[part.index(after: open)..<close]
    return inside.split(separator: ",", omittingEmptySubsequences: false).flatMap { choice in
      choices("\(part[..<open])\(choice)\(part[part.index(after: close)...])")
    }
  }
}

/// A word of a draft.
struct ReferenceWord {
  var readings: [String]
  var sentence: Int
  var clause: Int
  var range: Range<Int>

  func reads(_ word: String) -> Bool { readings.contains(word) }
}
