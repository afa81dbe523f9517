public import AmendsPolicy

/// How many blocks survive a disguise of the telling words, and how many it causes in innocent drafts.
public struct DisguiseTrial: Sendable {
  /// What one disguise did.
  public struct Outcome: Equatable, Sendable {
    /// Drafts that stay blocked, of those that are blocked undisguised.
    public var kept = Share()
    /// Innocent drafts that are blocked because of the disguise, of those that were not.
    public var caused = Share()
  }

  private let policy: WordingPolicy

  /// Prepares trials of a policy.
  public init(_ policy: WordingPolicy) { self.policy = policy }

  /// Tries a disguise on drafts.
  ///
  /// In drafts that must be blocked and are, the words that the blocks underline are disguised; in innocent ones every
  /// tenth word.
  public func outcome(of disguise: Disguise, on drafts: [LabelledDraft]) -> Outcome {
    var outcome = Outcome()
    for draft in drafts {
      let report = policy.check(draft.draft, in: draft.context)
      switch (draft.verdict, report.verdict) {
      case (.block, .block):
        let ranges = report.findings.filter { $0.severity == .block }.flatMap(\.ranges)
        guard !ranges.isEmpty else { continue }
        outcome.kept.add(isBlocked(draft, disguise, ByteRanges.merged(ranges)))
      case (.pass, .pass), (.pass, .warn):
        outcome.caused.add(isBlocked(draft, disguise, Self.everyTenthWord(of: draft.draft)))
      default: continue
      }
    }
    return outcome
  }

  private func isBlocked(
    _ draft: LabelledDraft, _ disguise: Disguise, _ ranges: [Range<Int>]
  ) -> Bool {
    let text = disguise.applied(to: draft.draft, at: ranges)
    return policy.check(text, in: draft.context).verdict == .block
  }

  private static func everyTenthWord(of text: String) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start: Int?
    let bytes = Array(text.utf8) + [0x20]
    for (index, byte) in bytes.enumerated() {
      if byte > 0x20 {
        start = start ?? index
      } else if let from = start {
        words.append(from..<index)
        start = nil
      }
    }
    return stride(from: 4, to: words.count, by: 10).map { words[$0] }
  }
}
