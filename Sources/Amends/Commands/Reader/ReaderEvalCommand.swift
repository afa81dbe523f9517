import AmendsPolicy
import ArgumentParser
import PolicyProof

/// How well rules, reader and both judge drafts whose verdict is known.
struct ReaderEvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Measure rules alone, reader alone and both on labelled drafts.",
    discussion: """
      amends reader eval drafts.jsonl more.jsonl
      amends reader eval --misses drafts.jsonl | less

      The files are those of `amends rules eval`. A score on drafts that rules or reader were trained on says
      nothing about drafts that they have not seen. --scores takes what trainings made of drafts which they had not seen
      instead of the installed reader; the rules' signs have seen them all the same.
      """)

  @Argument(help: "Files of labelled drafts, one JSON object a line.")
  var files: [String]

  @Flag(help: "Print every draft whose verdict is wrong instead of the shares.")
  var misses = false

  @Option(
    parsing: .upToNextOption, help: "Files of scores, as `python -m reader_training` writes them.")
  var scores: [String] = []

  @OptionGroup var packs: PackOptions

  func run() throws {
    let policy = try packs.policy()
    let (drafts, weights) = try scored(policy)
    let judged = concurrently(drafts) { JointTrial.scored($0.draft, $0.opinion, policy) }
    var rules = Evaluation()
    var both = Evaluation()
    var output = StandardOutput()
    for entry in judged {
      let report = JointTrial.report(entry, policy, weights, .on)
      rules.add(entry.draft, entry.rules)
      both.add(entry.draft, report)
      if misses { Miss(draft: entry.draft, report: report).write(to: &output) }
    }
    if !misses {
      JointReport(judged, rules: rules, both: both, weights: weights).write(to: &output)
    }
    try output.finish()
  }

  /// The drafts with the reader's opinions, and the weights.
  private func scored(
    _ policy: WordingPolicy
  ) throws -> ([(draft: LabelledDraft, opinion: ReaderOpinion)], JointWeights) {
    if !scores.isEmpty {
      return (try ReaderScores(scores).scored(files), try weights())
    }
    guard case .ready(let reader, let weights) = packs.desk.workplace().reader(.on).standing else {
      throw Failure(.no, "the second reader cannot be asked: `amends reader status` says why")
    }
    var drafts: [LabelledDraft] = []
    for file in files {
      let lines = try LabelledLines(file)
      for fault in lines.faults { StandardError.say(fault) }
      drafts += lines.drafts
    }
    let opinions = concurrently(drafts) { draft in
      SecondOpinion(
        on: policy.readerCases(of: draft.draft, in: draft.context), of: reader, weights: weights,
        mode: .on
      ).opinion
    }
    return (Array(zip(drafts, opinions)).map { (draft: $0, opinion: $1) }, weights)
  }

  private func weights() throws -> JointWeights {
    do throws(ReaderFault) {
      return try InstalledModel.weights()
    } catch {
      throw Failure(.part, error.words)
    }
  }
}
