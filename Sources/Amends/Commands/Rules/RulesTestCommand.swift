import AmendsPolicy
import ArgumentParser

/// Runs the examples that document the rules.
struct RulesTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the examples of the rule packs.",
    discussion: """
      amends rules test                   all packs in force
      amends rules test --packs packs/    the packs of a folder alone

      Every example must come out as it says, underline the marked words, and fail without the guard that
      it is there for; every rewrite must pass. Exits with 1 where one does not.
      """)

  @OptionGroup var packs: PackOptions

  func run() throws {
    let rules = try packs.rulePacks()
    let examples: PackExamples
    do throws(PackError) {
      examples = try PackExamples(rules)
    } catch {
      throw Failure(.no, error.description)
    }
    let failures = examples.failures()
    var output = StandardOutput()
    for failure in failures { output.safeLine(failure.description) }
    output.line("\(examples.count) examples, \(failures.count) failures")
    try output.finish()
    if !failures.isEmpty { throw ExitStatus.no }
  }
}
