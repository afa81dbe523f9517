import AmendsPolicy
import Proof

/// What a proof on this machine shows, for people and for scripts.
struct ProveReport {
  private static let titles = [
    "attempts", "left", "refused", "gave up", "violations", "worst wait", "99 of 100", "writes/s",
  ]
  private static let firstWidth = 17
  private static let width = 12

  private let report: ContentionReport
  private let paint: Paint

  init(_ report: ContentionReport, paint: Paint) {
    self.report = report
    self.paint = paint
  }

  /// Writes the table, what its columns say, and the verdict.
  func write(to output: inout StandardOutput) {
    let plan = report.plan
    output.line(
      "\(plan.processes) processes want to write to the same \(ContentionPlan.wanted) customers at"
        + " a time. A customer may get one message in"
        + " \(ContentionPlan.interval.milliseconds) ms, and \(plan.cap) in all.")
    output.line()
    output.line(row("", Self.titles))
    for figures in report.figures { output.line(row(figures.kind.words, cells(figures))) }
    output.line()
    for line in Self.legend { output.line(line) }
    for figures in report.figures {
      if let damage = figures.damage {
        output.safeLine("damaged (\(figures.kind.words)): \(damage)")
      }
    }
    output.line(paint.bold(word, report.verdict == .held ? .green : .red) + ": " + explanation)
  }

  private static let legend = [
    "as Amends sends  draft, outbox, claim, permit, leaving, each a durable transaction",
    "rogue, no check  plain SQL on the same tables, no limit asked, no lock, a third of it lies",
    "without ledger   the control: asks first, writes then, as an interface would",
    "left             by a log that each process writes at the moment of leaving, past the code"
      + " under test",
    "violations       of these, too soon after the one before, or more than allowed",
    "waits, writes    of single transactions: the lock, the work, and the disk",
    "",
  ]

  private func cells(_ figures: ContentionFigures) -> [String] {
    [
      "\(figures.attempts)", "\(figures.left)", "\(figures.refused)", "\(figures.failed)",
      "\(figures.violations)", "\(Int(figures.worstWait.rounded())) ms",
      "\(Int(figures.usualWait.rounded())) ms", "\(figures.writesPerSecond)",
    ]
  }

  private func row(_ first: String, _ cells: [String]) -> String {
    ShareText.padded(first, Self.firstWidth)
      + cells.map { String(repeating: " ", count: max(1, Self.width - $0.count)) + $0 }.joined()
  }

  private var word: String {
    switch report.verdict {
    case .held: "held"
    case .broken: "broken"
    case .provesNothing: "proves nothing"
    }
  }

  private var explanation: String {
    let control = report.figures.first { $0.kind == .careless }
    let missed = "\(control?.violations ?? 0) of \(control?.left ?? 0)"
    switch report.verdict {
    case .held:
      let left = report.figures.filter { $0.kind != .careless }.map(\.left).reduce(0, +)
      return "0 of \(left) messages broke a limit; without the ledger \(missed) did"
    case .broken:
      return "a message broke a limit, or a desk is damaged: let nothing leave by itself on this"
        + " machine, and report this table with `amends doctor`"
    case .provesNothing:
      return "the control broke no limit either (\(missed)), or nothing left at all: take more"
        + " time or processes, such as `amends doctor --prove 90 --processes 64`"
    }
  }
}

extension ContentionReport {
  /// The report as `doctor --prove --json` has it.
  var json: JSONValue {
    [
      "verdict": .string("\(verdict)"), "processes": .int(plan.processes),
      "customers": .int(ContentionPlan.wanted),
      "intervalMilliseconds": .int(ContentionPlan.interval.milliseconds), "cap": .int(plan.cap),
      "secondsEach": .number("\(plan.seconds)"), "runs": .array(figures.map(\.json)),
    ]
  }
}

extension ContentionFigures {
  fileprivate var json: JSONValue {
    [
      "run": .string(kind.rawValue), "attempts": .int(attempts), "left": .int(left),
      "refused": .int(refused), "gaveUp": .int(failed), "violations": .int(violations),
      "worstWaitMilliseconds": .number("\(worstWait)"),
      "usualWaitMilliseconds": .number("\(usualWait)"),
      "writesPerSecond": .int(writesPerSecond), "damage": .text(damage),
    ]
  }
}
