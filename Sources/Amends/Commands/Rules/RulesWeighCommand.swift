import AmendsPolicy
import ArgumentParser
import PolicyProof

/// Fits the weights of weak signs on labelled drafts.
struct RulesWeighCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "weigh",
    abstract: "Fit the weights of weak signs on labelled drafts.",
    discussion: """
      amends rules weigh drafts/*.jsonl --into signs/     fit, and write one pack for each language
      amends rules weigh drafts/*.jsonl --cross           how well it works on drafts that were not fitted

      The files are those of `amends rules eval`. Weights are fitted by logistic regression over concepts,
      constructions and runs of one or two words; thresholds are chosen out of fold. --cross fits anew
      for each of five folds, which near-duplicates never cross, and prints the shares of `eval`.
      """)

  @Argument(help: "Files of labelled drafts, one JSON object a line.")
  var files: [String]

  @Option(help: ArgumentHelp("The folder that the packs are written into.", valueName: "dir"))
  var into: String?

  @Flag(help: "Measure by cross-validation instead of writing packs.")
  var cross = false

  @OptionGroup var packs: PackOptions

  func validate() throws {
    if (into == nil) != cross { throw ValidationError("give either --into DIR or --cross") }
  }

  func run() throws {
    var drafts: [LabelledDraft] = []
    for file in files {
      let lines = try LabelledLines<LabelledDraft>(file)
      for fault in lines.faults { StandardError.say(fault) }
      drafts += lines.items
    }
    let rules = try packs.rulePacks()
    if let into {
      try write(rules, drafts, into)
    } else {
      try validate(rules, drafts)
    }
  }

  private func write(_ rules: [RulePack], _ drafts: [LabelledDraft], _ folder: String) throws {
    for pack in try CrossValidation.weighed(rules, on: drafts).signs {
      try SignPackText(pack).write(to: "\(folder)/\(pack.language)-signs.toml")
    }
  }

  private func validate(_ rules: [RulePack], _ drafts: [LabelledDraft]) throws {
    let evaluation = try CrossValidation(rules, drafts: drafts).run(folds: 5) { fold, all in
      StandardError.say("fold \(fold) of \(all)")
    }
    var output = StandardOutput()
    EvaluationReport(evaluation).write(to: &output)
    try output.finish()
  }
}
