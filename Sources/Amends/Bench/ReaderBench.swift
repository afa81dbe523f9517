import AmendsPolicy
import Glibc
import Reader

/// How long the second reader takes for a draft, by length, kernel and threads, and what it occupies.
struct ReaderBench {
  private static let lengths = [100, 200, 400, 1000, 2000]
  private static let runs = 20
  private static let batch = 200
  private static let batchLength = 300

  let workplace: Workplace

  /// The figures with how they were obtained.
  ///
  /// - Throws: `Failure` where the reader cannot be asked.
  func words() throws -> [String] {
    let policy = workplace.wordingRules().policy
    let cases = policy.readerCases(of: CheckBench.draft, in: Self.context)
    let watch = Stopwatch()
    let late = workplace.reader(.on)
    guard case .ready(let reader, _) = late.standing, let file = late.file else {
      throw Failure(.no, "the second reader cannot be asked: `amends reader status` says why")
    }
    let opening = "opened and checked in \(Timing.words(watch.seconds))"
    _ = reader.opinion(on: cases.draft)
    let memory = MemoryUse.own >> 10
    let model = try Self.model(file)
    let kernels = Kernel.available.map { kernel in
      "\(kernel.rawValue): " + times(InstalledReader(model: model, kernel: kernel), policy)
    }
    let rate = rate(DraftJudge(policy: policy, reader: late))
    return ["second reader \(file), \(Self.size(of: file) >> 20) MB: \(opening)"]
      + kernels.map { "  one draft, thread CPU, median of \(Self.runs), " + $0 }
      + [
        "  check of \(Self.batch) drafts of \(Self.batchLength) characters on all cores, rules and reader: \(rate)/s",
        "  private memory of this process with one reader and the rules: \(memory) MB",
      ]
  }

  private static func model(_ file: String) throws -> ReaderModel {
    do throws(ModelFault) {
      return try ReaderModel(path: file)
    } catch {
      throw Failure(.no, "\(file): \(error)")
    }
  }

  private static func size(of file: String) -> Int {
    var info = stat()
    return stat(file, &info) == 0 ? Int(info.st_size) : 0
  }

  private func times(_ reader: InstalledReader, _ policy: WordingPolicy) -> String {
    Self.lengths.map { length in
      let cases = policy.readerCases(of: Self.draft(length), in: Self.context)
      _ = reader.opinion(on: cases.draft)
      let timing = Timing.ofThread(Self.runs) { _ = reader.opinion(on: cases.draft) }
      return "\(length) characters \(Timing.words(timing.median))"
    }.joined(separator: ", ")
  }

  private func rate(_ judge: DraftJudge) -> Int {
    let drafts = (0..<Self.batch).map { "\($0) \(Self.draft(Self.batchLength))" }
    let watch = Stopwatch()
    _ = concurrently(drafts) { judge.report($0, Self.context).verdict }
    return Int(Double(Self.batch) / watch.seconds)
  }

  private static func draft(_ length: Int) -> String { String(CheckBench.draft.prefix(length)) }

  private static let context = DraftContext(
    rating: 1, complaint: "Arrived with a cracked base, water everywhere.", language: "en")
}
