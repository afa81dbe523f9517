import AmendsPolicy
import ArgumentParser

/// Silences one reading of one very text.
struct ReaderAllowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "allow",
    abstract: "Silence one reading of one very text, and record who did so and why.",
    discussion: """
      amends reader allow reply.txt --rule lure.implied --reason "the voucher was part of the order"

      Only readings are silenced, never what a rule spells out; a text that is changed by a letter is read anew. Who allowed
      what, when and why stands in readings-allowed.jsonl beside the configuration.
      """)

  @Argument(help: "The file with the draft; standard input with -.")
  var file: String

  @Option(help: "The rule that the reading names.")
  var rule: String

  @Option(help: "Why the reading is not shared.")
  var reason: String

  @OptionGroup var desk: DeskOptions

  func validate() throws {
    let known = ReaderOpinion.Output.allCases.compactMap(\.rule?.rawValue)
    guard known.contains(rule) else {
      throw ValidationError("--rule is one of \(known.joined(separator: ", "))")
    }
    guard reason.contains(where: { !$0.isWhitespace }) else {
      throw ValidationError("--reason says why, in a few words")
    }
  }

  func run() throws {
    let draft = try DraftInput.text(of: file)
    let workplace = desk.workplace()
    PrivateFolder.make(workplace.places.config)
    let allowed = AllowedReadings(file: workplace.places.allowedReadings)
    try allowed.add(
      RuleID(rawValue: rule), of: draft, by: workplace.agent,
      at: SystemClock.now, reason: reason)
    var output = StandardOutput()
    output.safeLine("allowed and recorded in \(allowed.file)")
    try output.finish()
  }
}
