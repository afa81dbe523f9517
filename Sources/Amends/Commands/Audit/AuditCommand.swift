import ArgumentParser

/// Who did what, when, and under which rules.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "See who did what, and whether anybody has touched the record.",
    discussion: """
      amends audit --since 2026-11-01 --customer 114-7863528-5212210
      amends audit verify                      is every entry what was written?
      amends audit head >> /mnt/elsewhere/audit-heads
      amends audit verify --head 5f0c…         is an entry that was noted still in it?

      Every act leaves an entry, in the same transaction: who, from where, what, when, under which version
      of limits and wording, and with the SHA-256 sum of the text that left. Entries hold numbers, sums and
      names of rules, and nobody's personal data. Each carries a sum over itself and the one before.
      """,
    subcommands: [AuditListCommand.self, AuditVerifyCommand.self, AuditHeadCommand.self],
    defaultSubcommand: AuditListCommand.self)
}
