import AmendsPolicy
import ArgumentParser
import PolicyProof

/// How well the rules judge drafts whose verdict is known.
struct RulesEvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Measure how well the rules judge labelled drafts.",
    discussion: """
      amends rules eval drafts.jsonl more.jsonl
      amends rules eval --misses drafts.jsonl | less

      Each line is an object: {"id","lang","kind","rating","complaint","customer_requested_refund",
      "issue_resolved","draft","verdict","rules"}. Shares come with their counts and with the interval
      in which the true share lies with 95 % (Wilson). Luring counts as one rule. A score on drafts that
      the rules were tuned on says nothing about drafts that they have not seen.
      """)

  @Argument(help: "Files of labelled drafts, one JSON object a line.")
  var files: [String]

  @Flag(help: "Print every draft whose verdict is wrong instead of the shares.")
  var misses = false

  @OptionGroup var packs: PackOptions

  func run() throws {
    let policy = try packs.policy()
    var evaluation = Evaluation()
    var output = StandardOutput()
    var isWhole = true
    for file in files {
      let lines = try LabelledLines<LabelledDraft>(file)
      for draft in lines.items {
        let report = policy.check(draft.draft, in: draft.context)
        evaluation.add(draft, report)
        if misses { Miss(draft: draft, report: report).write(to: &output) }
      }
      for fault in lines.faults { StandardError.say(fault) }
      isWhole = isWhole && lines.faults.isEmpty
    }
    if !misses { EvaluationReport(evaluation).write(to: &output) }
    try output.finish()
    if !isWhole { throw ExitStatus.part }
  }
}
