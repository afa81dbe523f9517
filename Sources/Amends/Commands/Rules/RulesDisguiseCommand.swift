import AmendsPolicy
import ArgumentParser
import PolicyProof

/// How well the rules see through disguised spelling.
struct RulesDisguiseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "disguise",
    abstract: "Measure how well the rules see through disguised spelling.",
    discussion: """
      amends rules disguise drafts.jsonl

      For each disguise: the drafts that stay blocked when the words that their blocks underline are
      disguised, of those that must be blocked and are; and the innocent drafts that are blocked only when
      every tenth word is disguised. Weighed signs underline their six strongest words.
      """)

  @Argument(help: "Files of labelled drafts, one JSON object a line.")
  var files: [String]

  @OptionGroup var packs: PackOptions

  func run() throws {
    let policy = try packs.policy()
    var drafts: [LabelledDraft] = []
    for file in files {
      let lines = try LabelledLines<LabelledDraft>(file)
      for fault in lines.faults { StandardError.say(fault) }
      drafts += lines.items
    }
    var output = StandardOutput()
    output.line(ShareText.padded("disguise", 30) + ShareText.padded("blocks kept", 33) + "caused")
    for disguise in Disguise.allCases {
      let outcome = DisguiseTrial(policy).outcome(of: disguise, on: drafts)
      output.line(
        ShareText.padded(disguise.rawValue, 30)
          + ShareText.padded(ShareText.words(outcome.kept), 33) + ShareText.words(outcome.caused))
    }
    try output.finish()
  }
}
