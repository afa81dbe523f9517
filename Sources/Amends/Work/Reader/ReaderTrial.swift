import AmendsPolicy
import PolicyProof

/// Labelled drafts with what the rules and the installed reader make of them.
struct ReaderTrial {
  /// The drafts.
  let scored: [ScoredDraft]

  /// Judges the drafts of files.
  ///
  /// - Throws: `Failure` where a file cannot be read, or the reader cannot be asked.
  init(files: [String], reader: LateReader, _ policy: WordingPolicy) throws {
    guard case .ready(let installed, let weights) = reader.standing else {
      throw Failure(.no, "the second reader cannot be asked: `amends reader status` says why")
    }
    var drafts: [LabelledDraft] = []
    for file in files {
      let lines = try LabelledLines<LabelledDraft>(file)
      for fault in lines.faults { StandardError.say(fault) }
      drafts += lines.items
    }
    scored = concurrently(drafts) { draft in
      let second = SecondOpinion(
        on: policy.readerCases(of: draft.draft, in: draft.context), of: installed,
        weights: weights, mode: .on)
      return JointTrial.scored(draft, second.opinion, policy)
    }
  }
}
