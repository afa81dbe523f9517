public import ArgumentParser
import Glibc
public import Proof

/// What is missing on this machine, and what to do about it.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Examine everything that Amends depends on, and name the remedies.",
    discussion: """
      amends doctor                what is missing, and what to do about it
      amends doctor --prove        do the contact limits hold on this machine? takes half a minute
      amends doctor --prove 300    the same for five minutes

      Exits with 0 when nothing stands in the way, 1 when something does. Lines that begin with “note”
      are worth knowing and stop nothing. Where replies leave by SMTP, the secret is fetched; with
      --connect the server is asked as well, up to the login, and no message is sent.

      --json answers with one object a line: {"topic","level","text","remedy"}, level one of ok, note,
      fault.

      --prove makes scratch desks beside yours, which is not touched, and has many processes want to
      write to the same customers at once: as Amends sends, as a rogue program would with plain SQL, and,
      as the control, without the ledger. It prints what was tried, what left, what broke a limit, and
      how long anybody waited. Exits with 1 where a limit was broken, and where the control broke none:
      then nothing is proven. --json answers with one object:
      {"verdict","processes","customers","intervalMilliseconds","cap","secondsEach","runs":[{"run",
      "attempts","left","refused","gaveUp","violations","worstWaitMilliseconds","usualWaitMilliseconds",
      "writesPerSecond","damage"}]}, verdict one of held, broken, provesNothing.
      """)

  @Flag(help: "Ask the mail server too, without sending anything.")
  var connect = false

  @Flag(help: "Prove on this machine that the contact limits hold, with a control beside it.")
  var prove = false

  @Argument(help: "About how many seconds the proof takes; 30 unless given.")
  var seconds: Int?

  @Option(help: "How many processes contend in the proof; 64 unless the machine is small.")
  var processes: Int?

  @Flag(help: "Answer in JSON.")
  var json = false

  @Option(help: ArgumentHelp("Be one of the processes of a proof.", visibility: .hidden))
  var rival: RivalOrder?

  @OptionGroup var desk: DeskOptions

  func validate() throws {
    guard prove || seconds == nil && processes == nil else {
      throw ValidationError("seconds and --processes belong to --prove")
    }
    guard (3...86_400).contains(seconds ?? 3) else {
      throw ValidationError("the proof takes from 3 to 86400 seconds")
    }
    guard (2...1024).contains(processes ?? 2) else {
      throw ValidationError("--processes is from 2 to 1024")
    }
  }

  func run() throws {
    if let rival, let folder = desk.desk { return try RivalJob(order: rival, folder: folder).run() }
    if prove { try proveLimits() } else { try examine() }
  }

  private func examine() throws {
    let diagnoses = Doctor(workplace: Workplace(desk: desk.desk), connects: connect).examine()
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

  private func proveLimits() throws {
    let report = try ProveJob(
      workplace: desk.workplace(), seconds: seconds ?? 30, processes: processes
    ).run()
    var output = StandardOutput()
    if json {
      output.line(report.json)
    } else {
      ProveReport(report, paint: Paint(STDOUT_FILENO)).write(to: &output)
    }
    try output.finish()
    if report.verdict != .held { throw ExitStatus.no }
  }
}

extension RivalOrder: ExpressibleByArgument {
  /// Reads an order as the proof writes it.
  public init?(argument: String) { self.init(argument) }
}
