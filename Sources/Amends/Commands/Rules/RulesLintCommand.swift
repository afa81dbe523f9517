import AmendsPolicy
import ArgumentParser
import PolicyProof

/// Looks for what is wrong with packs although they compile.
struct RulesLintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Look for what is wrong with rule packs although they compile.",
    discussion: """
      amends rules lint --packs packs/

      Errors: a rule without any example of a kind, a wording that does not clear its own finding. Warnings:
      fewer than five examples of a kind, a guard that no example needs, a concept that nothing uses, a
      source that was read more than 180 days ago. Exits with 1 where there is an error.
      """)

  @OptionGroup var packs: PackOptions

  func run() throws {
    let rules = try packs.rulePacks()
    let complaints: [PackLint.Complaint]
    do throws(PackError) {
      complaints = try PackLint(rules, today: SystemClock.now).complaints()
    } catch {
      throw Failure(.no, error.description)
    }
    var output = StandardOutput()
    for complaint in complaints { output.safeLine(complaint.description) }
    let errors = complaints.count { $0.level == .error }
    output.line("\(errors) errors, \(complaints.count - errors) warnings")
    try output.finish()
    if errors > 0 { throw ExitStatus.no }
  }
}
