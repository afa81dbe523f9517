import ArgumentParser

/// What lets a shell complete command lines, from the definitions of the commands.
struct CompletionsCommand: ParsableCommand {
  /// A shell that can be taught.
  enum Shell: String, CaseIterable, ExpressibleByArgument {
    case bash
    case zsh
    case fish

    fileprivate var parserName: CompletionShell {
      switch self {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    }
  }

  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Print what lets a shell complete commands and options.",
    discussion: """
      amends completions bash | install -Dm644 /dev/stdin ~/.local/share/bash-completion/completions/amends
      amends completions zsh | install -Dm644 /dev/stdin ~/.local/share/zsh/site-functions/_amends
      amends completions fish | install -Dm644 /dev/stdin ~/.config/fish/completions/amends.fish

      bash needs the package bash-completion to find it there, zsh that folder in its fpath.
      """)

  @Argument(help: "The shell.")
  var shell: Shell

  func run() throws {
    var output = StandardOutput()
    output.write(AmendsProgram.completionScript(for: shell.parserName))
    output.line()
    try output.finish()
  }
}
