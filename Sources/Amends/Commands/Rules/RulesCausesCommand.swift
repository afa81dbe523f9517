import AmendsPolicy
import ArgumentParser
import PolicyPacks
import PolicyProof

/// How well the cause of a review is told from its text.
struct RulesCausesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "causes",
    abstract: "Measure how well causes are suggested for labelled reviews.",
    discussion: """
      amends rules causes reviews.jsonl
      amends rules causes --misses reviews.jsonl | less
      amends rules causes --words DIR reviews.jsonl   with DIR/causes-en.toml and so on

      Each line is an object: {"id","lang","title","text","verified","causes"}; causes are those that a
      careful reader could name first, the likeliest first, ["unknown"] where the text names none. The
      language is told from the text. Shares come with counts and the 95 % interval (Wilson). Reviews
      whose words were used to write the lists say nothing about reviews that were not.
      """)

  @Argument(help: "Files of labelled reviews, one JSON object a line.")
  var files: [String]

  @Flag(help: "Print every review for which no right cause is suggested, instead of the shares.")
  var misses = false

  @Option(
    help: ArgumentHelp(
      "Use the lists of words of this folder instead of the program's own.", valueName: "dir"))
  var words: String?

  func run() throws {
    let analyst = try ReviewWords.analyst(from: words)
    var trial = CauseTrial()
    var output = StandardOutput()
    var isWhole = true
    for file in files {
      let lines = try LabelledLines<LabelledReview>(file)
      for review in lines.items {
        let suggestion = analyst.suggestion(for: review.complaint, facts: review.facts)
        trial.add(review, suggestion)
        if misses { CauseReport.write(review, suggestion, to: &output) }
      }
      for fault in lines.faults { StandardError.say(fault) }
      isWhole = isWhole && lines.faults.isEmpty
    }
    if !misses { CauseReport(trial).write(to: &output) }
    try output.finish()
    if !isWhole { throw ExitStatus.part }
  }
}
