import Glibc
import Proof

/// Has many processes contend on scratch desks: as Amends sends, as a rogue would, and without the ledger.
struct ProveJob {
  private static let usual = 64
  private static let memoryEach = 64 << 20

  let workplace: Workplace
  let plan: ContentionPlan

  /// A proof that takes about so many seconds, with so many processes or as many as the machine bears.
  init(workplace: Workplace, seconds: Int, processes: Int?) {
    self.workplace = workplace
    plan = ContentionPlan(
      processes: processes ?? Self.bearable,
      seconds: Double(seconds) / Double(RivalKind.allCases.count))
  }

  /// As many processes as a small machine bears, no more than the promise was measured with.
  private static var bearable: Int {
    let memory = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))
    let cores = sysconf(Int32(_SC_NPROCESSORS_ONLN))
    return max(2, min(usual, 32 * cores, memory / memoryEach))
  }

  /// Contends, and says what came of it; nothing stays on the disk.
  ///
  /// The scratch desks lie where the desk lies, on the same disk, or in `TMPDIR` where there is none yet.
  /// - Throws: `Failure` where a process cannot be started, or fails.
  func run() throws(Failure) -> ContentionReport {
    let data = workplace.places.data
    let folder = try TemporaryFolder(
      isKept: false, purpose: "prove", in: access(data, W_OK | X_OK) == 0 ? data : nil)
    // Ctrl-C ends the processes alone: this one then removes what they leave.
    let former = signal(SIGINT, SIG_IGN)
    defer { signal(SIGINT, former) }
    var figures: [ContentionFigures] = []
    for kind in RivalKind.allCases {
      say("\(kind.words): \(plan.processes) processes, \(Int(plan.seconds.rounded())) s …")
      figures.append(try contend(as: kind, in: folder.path))
    }
    return ContentionReport(plan: plan, figures: figures)
  }

  private func contend(
    as kind: RivalKind, in folder: String
  ) throws(Failure) -> ContentionFigures {
    let contention = Contention(in: folder, plan: plan)
    let orders = (0..<plan.processes).map { RivalOrder(kind: kind, number: $0, plan: plan) }
    try asFailure { () throws(ProofError) in try contention.prepare(kind, at: SystemClock.now) }
    try Crew(orders.map { ["doctor", "--desk", folder, "--rival", $0.text] }).work()
    return try asFailure { () throws(ProofError) in try contention.figures(of: kind) }
  }

  private func say(_ words: String) {
    if isatty(STDERR_FILENO) == 1 { StandardError.safeWrite(words) }
  }
}

/// One of the processes that contend.
struct RivalJob {
  let order: RivalOrder
  let folder: String

  /// Contends as it was told to; whatever fails is left in the folder for the process that asks.
  func run() throws(Failure) {
    let clock = ProofClock(now: { SystemClock.now }, pulse: { Stopwatch.now })
    let contention = Contention(in: folder, plan: order.plan)
    try asFailure { () throws(ProofError) in
      try contention.contend(as: order.number, order.kind, by: clock, whenReady: Crew.meet)
    }
  }
}

/// What a proof gives, or why it could not be run, as commands say it.
private func asFailure<Value>(_ work: () throws(ProofError) -> Value) throws(Failure) -> Value {
  do throws(ProofError) {
    return try work()
  } catch {
    throw Failure(.part, error.description)
  }
}
