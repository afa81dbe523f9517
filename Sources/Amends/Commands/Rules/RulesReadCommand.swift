import AmendsPolicy
import ArgumentParser
import PolicyProof

/// What the rules see in drafts before they judge: for those who write packs.
struct RulesReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Show which concepts the rules see in drafts.",
    discussion: """
      amends rules read drafts.jsonl      for each: {"id","language","concepts","sentences"}

      The files are those of `amends rules eval`. Concepts and constructions are given by name, words as
      phrases write them: folded, numbers as #, currency signs as ¤.
      """)

  @Argument(help: "Files of labelled drafts, one JSON object a line.")
  var files: [String]

  @OptionGroup var packs: PackOptions

  func run() throws {
    let policy = try packs.policy()
    var output = StandardOutput()
    var isWhole = true
    for file in files {
      let lines = try LabelledLines<LabelledDraft>(file)
      for draft in lines.items { output.line(answer(draft, policy)) }
      for fault in lines.faults { StandardError.say(fault) }
      isWhole = isWhole && lines.faults.isEmpty
    }
    try output.finish()
    if !isWhole { throw ExitStatus.part }
  }

  private func answer(_ draft: LabelledDraft, _ policy: WordingPolicy) -> JSONValue {
    guard let reading = policy.reading(of: draft.draft, in: draft.context) else {
      return ["id": .string(draft.id), "language": .null]
    }
    return [
      "id": .string(draft.id), "language": .string(reading.language),
      "concepts": .array(reading.concepts.map { .string($0) }),
      "sentences": .array(reading.sentences.map { .array($0.map { .string($0) }) }),
    ]
  }
}
