import ArgumentParser
import Glibc

/// What is missing on this machine, and what to do about it.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Examine everything that Amends depends on, and name the remedies.",
    discussion: """
      Exits with 0 when nothing stands in the way, 1 when something does. Lines that begin with “note”
      are worth knowing and stop nothing. --json answers with one object a line:
      {"topic","level","text","remedy"}, level one of ok, note, fault.
      """)

  @Flag(help: "Answer in JSON.")
  var json = false

  @OptionGroup var desk: DeskOptions

  func run() throws {
    let diagnoses = Doctor(workplace: Workplace(desk: desk.desk)).examine()
    let paint = Paint(STDOUT_FILENO)
    var output = StandardOutput()
    for diagnosis in diagnoses {
      if json {
        output.line(diagnosis.json)
      } else {
        for line in diagnosis.lines(paint) { output.line(line) }
      }
    }
    try output.finish()
    if diagnoses.contains(where: { $0.level == .fault }) { throw ExitStatus.no }
  }
}
