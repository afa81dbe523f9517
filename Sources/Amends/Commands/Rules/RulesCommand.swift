import ArgumentParser

/// The wording rules: what they are, and how well they judge.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Show, test and measure the wording rules.",
    discussion: """
      amends rules list                   the rules, a line each
      amends rules show RULE              everything about one
      amends rules test                   run the examples that document the rules
      amends rules lint                   what is wrong with the packs although they compile
      amends rules eval drafts.jsonl      how well the rules judge labelled drafts
      amends rules weigh drafts.jsonl     fit the weights of weak signs
      amends rules read drafts.jsonl      which concepts the rules see in them
      amends rules disguise drafts.jsonl  how well they see through disguised spelling
      amends rules mutate                 whether the examples would notice a fault
      amends rules agree drafts.jsonl     whether a second interpreter finds the same
      amends rules causes reviews.jsonl   how well causes of reviews are suggested

      Your own packs lie as TOML files in the folder `packs` beside the configuration.
      """,
    subcommands: [
      RulesListCommand.self, RulesShowCommand.self, RulesTestCommand.self, RulesLintCommand.self,
      RulesEvalCommand.self, RulesWeighCommand.self, RulesReadCommand.self,
      RulesDisguiseCommand.self, RulesMutateCommand.self, RulesAgreeCommand.self,
      RulesCausesCommand.self,
    ])
}
