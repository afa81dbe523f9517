import ArgumentParser

/// Opens the inbox: what happens when no command is named.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open the inbox. This is what `amends` alone does.")

  @OptionGroup var desk: DeskOptions

  func run() throws {
    let workplace = desk.workplace()
    let status = try openInbox(OpenedDesk(workplace: workplace, store: try workplace.openDesk()))
    if status != 0 { throw ExitCode(status) }
  }
}
