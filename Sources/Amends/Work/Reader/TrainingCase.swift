import AmendsPolicy
import PolicyProof

/// A labelled draft as the second reader is given it, once as it is and once in a disguise.
struct TrainingCase {
  private let draft: LabelledDraft
  private let policy: WordingPolicy

  /// In drafts without evidence every so many words are disguised.
  private static let harmlessStep = 6

  init(_ draft: LabelledDraft, _ policy: WordingPolicy) {
    self.draft = draft
    self.policy = policy
  }

  /// The case as a line for the training.
  func json(file: String, cluster: Int) -> JSONValue {
    let evidence = evidence(in: draft.draft)
    let plain = plain(draft.draft, evidence)
    let disguise = Disguise.allCases[number % Disguise.allCases.count]
    let ranges = evidence.isEmpty ? scattered() : evidence
    let hidden = disguise.applied(to: draft.draft, at: ranges)
    return [
      "id": .string(draft.id), "file": .string(file),
      "language": draft.context.language.map { .string($0) } ?? .null,
      "verdict": .string(draft.verdict.rawValue),
      "rules": .array(draft.rules.map { .string($0.rawValue) }), "cluster": .number("\(cluster)"),
      "draft": .string(plain.text), "context": .string(plain.context),
      "evidence": plain.evidence,
      "disguised": .string(policy.readerCases(of: hidden, in: draft.context).draft.draft.text),
    ]
  }

  private func plain(
    _ text: String, _ evidence: [Range<Int>]
  ) -> (text: String, context: String, evidence: JSONValue) {
    let read = policy.readerCases(of: text, in: draft.context).draft
    let places = evidence.compactMap { read.draft.plain(of: $0) }
    return (
      read.draft.text, read.context,
      .array(places.map { .array([.number("\($0.lowerBound)"), .number("\($0.upperBound)")]) })
    )
  }

  /// The bytes of the evidence, sorted and apart.
  private func evidence(in text: String) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for part in draft.evidence {
      guard let found = text.firstRange(of: part.words) else { continue }
      ranges.append(
        text.utf8.distance(
          from: text.startIndex, to: found.lowerBound)..<text.utf8.distance(
            from: text.startIndex, to: found.upperBound))
    }
    return ByteRanges.merged(ranges)
  }

  /// Every few words of a draft that has nothing to hide.
  private func scattered() -> [Range<Int>] {
    let words = draft.draft.split(separator: " ")
    return stride(from: number % Self.harmlessStep, to: words.count, by: Self.harmlessStep).map {
      let word = words[$0]
      return draft.draft.utf8.distance(
        from: draft.draft.startIndex, to: word.startIndex)..<draft.draft.utf8.distance(
          from: draft.draft.startIndex, to: word.endIndex)
    }
  }

  /// A number that stays the same for the same draft.
  private var number: Int {
    draft.id.utf8.reduce(7) { ($0 &* 31 &+ Int($1)) & 0xFFFF }
  }
}
