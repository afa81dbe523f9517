import AmendsPolicy
import ArgumentParser
import Digests
import Glibc
import PolicyProof

/// Fits how the rules and the second reader are weighed together.
struct ReaderWeighCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "weigh",
    abstract: "Fit how rules and reader are weighed together.",
    discussion: """
      amends reader weigh drafts/*.jsonl --scores work/fold-*/scores.jsonl --adapter adapter.bin > weights.json

      --unseen rounds/*.jsonl chooses the thresholds on drafts that the installed reader has not seen: it is the mean of the
      trainings, and less extreme than each of them.

      The scores are those of `python -m reader_training train --fold`: each draft was judged by a training that had
      not seen it. The rules' weak signs are fitted anew for five folds, too, so that nothing is judged by what knows it.
      Thresholds are chosen by the shares of innocent drafts that may be blocked or warned of. What comes of them is
      printed on standard error.

      amends reader weigh --unseen rounds/*.jsonl > weights.json

      Without scores the weights of this program stay as they are, and their thresholds alone are chosen anew.
      """)

  @Argument(help: "Files of labelled drafts, one JSON object a line.")
  var files: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: "Files of scores that trainings gave to drafts which they had not seen.")
  var scores: [String] = []

  @Option(
    parsing: .upToNextOption,
    help:
      "Files of labelled drafts that no training has seen: thresholds are chosen on what the installed reader says."
  )
  var unseen: [String] = []

  @Option(help: ArgumentHelp("The adapter that the weights belong to.", valueName: "file"))
  var adapter: String?

  @OptionGroup var packs: PackOptions

  func validate() throws {
    if scores.isEmpty {
      guard files.isEmpty, adapter == nil, !unseen.isEmpty else {
        throw ValidationError(
          "without --scores there are thresholds to choose only: give --unseen alone")
      }
    } else if files.isEmpty || adapter == nil {
      throw ValidationError("--scores want the files of their drafts, and --adapter")
    }
  }

  func run() throws {
    if let adapter { try fit(to: adapter) } else { try chooseThresholds() }
  }

  /// Chooses the thresholds of the program's own weights anew.
  private func chooseThresholds() throws {
    let policy = try packs.policy()
    let unseen = try scoredByInstalled()
    let weights = JointFit(unseen).renewed(try InstalledModel.ownWeights())
    var evaluations = (rules: Evaluation(), both: Evaluation())
    for entry in unseen {
      evaluations.rules.add(entry.draft, entry.rules)
      evaluations.both.add(entry.draft, JointTrial.report(entry, policy, weights, .on))
    }
    try write(weights, unseen, rules: evaluations.rules, both: evaluations.both)
  }

  private func fit(to adapter: String) throws {
    let drafts = try ReaderScores(scores).scored(files)
    guard !drafts.isEmpty else { throw Failure(.no, "no draft of these files has a score") }
    let trial = try JointTrial(try packs.rulePacks(), drafts: drafts) { fold, all in
      StandardError.say("fold \(fold) of \(all)")
    }
    let weights = JointFit(trial.drafts, unseen: try scoredByInstalled())
      .weights(adapter: try Self.hash(of: adapter))
    try write(
      weights, trial.drafts, rules: trial.rulesAlone, both: trial.evaluation(weights))
  }

  /// Writes what comes of weights on standard error, and the weights.
  private func write(
    _ weights: JointWeights,
    _ drafts: [ScoredDraft],
    rules: Evaluation,
    both: Evaluation
  ) throws {
    var report = StandardOutput(STDERR_FILENO)
    JointReport(drafts, rules: rules, both: both, weights: weights).write(to: &report)
    try report.finish()
    var output = StandardOutput()
    output.line(weights.json)
    try output.finish()
  }

  /// The drafts that no training has seen, with what the rules and the installed reader make of them.
  private func scoredByInstalled() throws -> [ScoredDraft] {
    guard !unseen.isEmpty else { return [] }
    let policy = try packs.policy()
    return try ReaderTrial(files: unseen, reader: packs.desk.workplace().reader(.on), policy).scored
  }

  private static func hash(of adapter: String) throws -> String {
    let descriptor = try DraftInput.open(adapter)
    defer { close(descriptor) }
    do throws(SmallFileFault) {
      return try SmallFile.bytes(descriptor, most: 8 << 20)
        .withUnsafeBytes { Checksum(of: $0).description }
    } catch {
      throw Failure(.no, "\(adapter) cannot be read: \(error.words)")
    }
  }
}
