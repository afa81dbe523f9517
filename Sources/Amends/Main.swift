import ArgumentParser
import CMachine
import Glibc

/// The program `amends`: the inbox, and a command for everything that it does.
@main
struct AmendsProgram: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "amends",
    abstract: "A desk for answering negative reviews: what may be said, to whom, and when.",
    discussion: """
      amends                                     open the inbox
      amends demo                                a throw-away desk with sample data
      amends tour                                a guided first walk on such a desk
      amends import reviews.jsonl feedback.tsv   bring in what the marketplace gives
      amends check reply.txt --rating 1          may this be said?
      amends cooldown 113-8656817-8943350        may we write, and when?
      amends backup                              a copy of the desk, looked through
      amends doctor                              what is missing on this machine

      Exit codes: 0 fine, 1 the answer is no, 2 usage, 3 the desk cannot be opened, 4 a part failed.
      """,
    version: ProgramVersion.text,
    subcommands: [
      OpenCommand.self, ImportCommand.self, ListCommand.self, CheckCommand.self,
      RecordCommand.self, RemovedCommand.self, CooldownCommand.self, QueueCommand.self,
      SendCommand.self, SendingCommand.self, BackupCommand.self, RestoreCommand.self,
      RulesCommand.self, ReaderCommand.self, AuditCommand.self, EraseCommand.self,
      ExportCommand.self,
      DoctorCommand.self, DemoCommand.self, TourCommand.self, KeysCommand.self, ManCommand.self,
      CompletionsCommand.self, BenchCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)

  /// Runs what the command line says and ends the process with one of our exit codes.
  static func main() {
    umask(0o077)
    cm_forbid_dumps()
    Glibc.exit(Launch.run(Array(CommandLine.arguments.dropFirst())))
  }
}

/// Which Amends this is.
enum ProgramVersion {
  /// The version as `--version` prints it.
  static let text = "amends 0.5.0"
  /// The day of this version, as manual pages have it.
  static let day = "December 1, 2026"
}
