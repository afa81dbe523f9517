import AmendsPolicy
import ArgumentParser
import PolicyProof

/// Labelled drafts as the second reader is given them: what its training begins with.
struct ReaderCasesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cases",
    abstract: "Print labelled drafts as the second reader is given them.",
    discussion: """
      amends reader cases drafts/*.jsonl > cases.jsonl

      The files are those of `amends rules eval`. For each draft a line: {"id","file","language","verdict","rules",
      "cluster","draft","context","evidence","disguised"}. `draft` is the text with its spelling undone, `evidence` the
      byte ranges in it that a person would underline, `disguised` the same draft in one of the disguises of
      `amends rules disguise`. Near-duplicates share a cluster.
      """)

  @Argument(help: "Files of labelled drafts, one JSON object a line.")
  var files: [String]

  @OptionGroup var packs: PackOptions

  func run() throws {
    let policy = try packs.policy()
    var drafts: [(file: String, draft: LabelledDraft)] = []
    for file in files {
      let lines = try LabelledLines<LabelledDraft>(file)
      for fault in lines.faults { StandardError.say(fault) }
      drafts += lines.items.map { (file, $0) }
    }
    let clusters = DraftClusters.numbers(of: drafts.map(\.draft))
    var output = StandardOutput()
    for (index, entry) in drafts.enumerated() {
      output.line(
        TrainingCase(entry.draft, policy).json(file: entry.file, cluster: clusters[index]))
    }
    try output.finish()
  }
}
