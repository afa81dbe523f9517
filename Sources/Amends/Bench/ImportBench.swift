import Import
import Ledger
import Store

/// How fast generated rows are imported into a new desk.
struct ImportBench {
  let workplace: Workplace
  let rows: Int

  /// The figures with how they were obtained.
  ///
  /// - Throws: `Failure` or `ImportFailure` where the rows cannot be written or imported.
  func words() throws -> [String] {
    let file = workplace.places.data + "/bench.jsonl"
    let now = SystemClock.now
    try SampleReviews(count: rows, before: now).write(to: file)
    let store = try workplace.openDesk()
    defer { try? store.close() }
    let job = ImportJob(
      store: store, agent: workplace.agent, folder: workplace.places.data, now: now)
    let first = Stopwatch()
    let summary = try job.run(path: file, options: ImportOptions(now: now))
    let imported = first.seconds
    let second = Stopwatch()
    _ = try job.run(path: file, options: ImportOptions(now: now))
    return [
      "import of \(summary.tally.added) generated JSONL rows into a new desk, read to durable:"
        + " \(rate(imported)) rows/s",
      "the same file once more, where nothing is new: \(rate(second.seconds)) rows/s",
    ]
  }

  private func rate(_ seconds: Double) -> Int { Int(Double(rows) / max(seconds, 1e-9)) }
}
