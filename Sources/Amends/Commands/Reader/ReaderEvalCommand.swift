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

  @Option(help: ArgumentHelp("Weigh by this file instead of the program's own.", valueName: "file"))
  var weights: String?

  @OptionGroup var packs: PackOptions

  func run() throws {
    let policy = try packs.policy()
    let weights = try chosenWeights()
    let judged = try judged(policy)
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

  /// The drafts with what rules and reader make of them.
  private func judged(_ policy: WordingPolicy) throws -> [ScoredDraft] {
    guard scores.isEmpty else {
      return concurrently(try ReaderScores(scores).scored(files)) {
        JointTrial.scored($0.draft, $0.opinion, policy)
      }
    }
    return try ReaderTrial(files: files, reader: packs.desk.workplace().reader(.on), policy).scored
  }

  private func chosenWeights() throws -> JointWeights {
    guard let weights else { return try InstalledModel.ownWeights() }
    let text: String
    do throws(SmallFileFault) {
      text = try SmallFile.text(weights, most: 1 << 20)
    } catch {
      throw Failure(.no, "\(weights) cannot be read: \(error.words)")
    }
    do throws(WeightsFault) {
      return try JointWeights(json: Array(text.utf8))
    } catch {
      throw Failure(.no, "\(weights): \(error.reason)")
    }
  }
}
