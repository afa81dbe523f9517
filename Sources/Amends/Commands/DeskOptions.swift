import ArgumentParser

/// The option that every command has: where everything lies.
struct DeskOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Keep configuration, desk and state in one folder.",
      discussion: "Without it they lie in the folders of XDG, such as ~/.local/share/amends.",
      valueName: "dir"))
  var desk: String?

  func validate() throws {
    if desk?.isEmpty == true { throw ValidationError("--desk needs the name of a folder") }
  }

  /// The workplace of this command; says what is wrong with its configuration.
  func workplace() -> Workplace {
    let workplace = Workplace(desk: desk)
    workplace.warn()
    return workplace
  }
}
