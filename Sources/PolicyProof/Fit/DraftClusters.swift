internal import AmendsPolicy

/// Sets of drafts that are near-duplicates of each other, so that none is judged by its own twin.
///
/// Two drafts belong together when they answer the same complaint, or share three tenths of their
/// three-word runs; what belongs to one belongs to all.
public enum DraftClusters {
  private static let leastCommon = 0.3
  private static let run = 3

  /// For each draft the number of its cluster, from 0.
  public static func numbers(of drafts: [LabelledDraft]) -> [Int] {
    var sets = DisjointSets(count: drafts.count)
    join(drafts.map { key(of: $0.context.complaint) }, &sets)
    let runs = drafts.map { Set(Self.runs(of: $0.draft)) }
    var holders: [Int: [Int]] = [:]
    for (index, draft) in runs.enumerated() {
      var common: [Int: Int] = [:]
      for run in draft { for other in holders[run] ?? [] { common[other, default: 0] += 1 } }
      for (other, count) in common {
        let union = draft.count + runs[other].count - count
        if Double(count) >= leastCommon * Double(union) { sets.join(index, other) }
      }
      for run in draft { holders[run, default: []].append(index) }
    }
    return sets.numbers()
  }

  /// Joins drafts whose keys are equal; nil joins nothing.
  private static func join(_ keys: [String?], _ sets: inout DisjointSets) {
    var first: [String: Int] = [:]
    for (index, key) in keys.enumerated() {
      guard let key else { continue }
      if let other = first[key] { sets.join(index, other) } else { first[key] = index }
    }
  }

  /// A complaint's words; nil for one too short to tell cases apart.
  private static func key(of complaint: String) -> String? {
    let words = words(of: complaint)
    return words.count < 4 ? nil : words.joined(separator: " ")
  }

  private static func runs(of text: String) -> [Int] {
    let words = words(of: text)
    guard words.count >= run else { return [words.hashValue] }
    return (0...(words.count - run)).map { words[$0..<$0 + run].hashValue }
  }

  private static func words(of text: String) -> [Substring] {
    text.split { !$0.isLetter && !$0.isNumber }.map { Substring($0.lowercased()) }
  }
}

/// Numbers that are joined into sets.
struct DisjointSets {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func join(_ one: Int, _ other: Int) {
    let (first, second) = (root(one), root(other))
    parents[max(first, second)] = min(first, second)
  }

  /// For each number its set, numbered from 0 in order of appearance.
  mutating func numbers() -> [Int] {
    var names: [Int: Int] = [:]
    return parents.indices.map { index in
      let root = root(index)
      let name = names[root] ?? names.count
      names[root] = name
      return name
    }
  }

  private mutating func root(_ number: Int) -> Int {
    var number = number
    while parents[number] != number {
      parents[number] = parents[parents[number]]
      number = parents[number]
    }
    return number
  }
}
