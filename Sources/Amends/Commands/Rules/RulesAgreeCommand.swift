import AmendsPolicy
import ArgumentParser
import Dispatch
import PolicyProof
import Synchronization

/// Whether the engine and a slow reference interpreter find the same.
struct RulesAgreeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agree",
    abstract: "Compare the engine with a slow reference interpreter.",
    discussion: """
      amends rules agree drafts.jsonl                 the drafts, and 200,000 generated texts
      amends rules agree --generated 0 drafts.jsonl   the drafts alone

      The reference works out phrases, constructions, guards, weights and rules without the engine's tables. Prints every
      draft on which rules or underlined words differ, and exits with 1 where there is one.
      """)

  @Argument(help: "Files of labelled drafts, one JSON object a line.")
  var files: [String] = []

  @Option(help: "How many texts to generate, spread over the languages.")
  var generated = 200_000

  @Option(help: "The seed of the generated texts.")
  var seed: UInt64 = 1

  @OptionGroup var packs: PackOptions

  func run() throws {
    let rules = try packs.rulePacks()
    let languages = Set(rules.map(\.language)).subtracting([RulePack.anyLanguage]).sorted()
    var drafts: [LabelledDraft] = []
    for file in files { drafts += try LabelledLines<LabelledDraft>(file).items }
    var output = StandardOutput()
    var isSame = true
    for language in languages {
      let own = drafts.filter { $0.context.language == language }
      let result = try Self.compare(
        rules, language, own, generated: generated / languages.count, seed: seed)
      for one in result.differences.prefix(20) { output.safeLine(one.description) }
      isSame = isSame && result.differences.isEmpty
      output.line(
        "\(language): \(own.count) drafts, \(generated / languages.count) generated texts,"
          + " \(result.same) judged alike, \(result.differences.count) differently,"
          + " \(result.unread) not in the language")
      output.flush()
    }
    try output.finish()
    if !isSame { throw ExitStatus.no }
  }

  /// What came of the comparisons of one language.
  private struct Tally {
    var same = 0
    var unread = 0
    var differences: [CrossCheck.Disagreement] = []

    mutating func add(_ outcome: CrossCheck.Outcome?) {
      switch outcome {
      case .same: same += 1
      case .differs(let one): differences.append(one)
      case .unread, nil: unread += 1
      }
    }
  }

  /// The comparisons of one language, on two cores.
  private static func compare(
    _ packs: [RulePack], _ language: String, _ drafts: [LabelledDraft], generated: Int,
    seed: UInt64
  ) throws -> Tally {
    let tally = Mutex(Tally())
    let line = Mutex(CountLine("texts", of: drafts.count + generated))
    let note = { @Sendable (outcome: CrossCheck.Outcome?) in
      tally.withLock { $0.add(outcome) }
      line.withLock { $0.count() }
    }
    let lanes = 2
    DispatchQueue.concurrentPerform(iterations: lanes) { lane in
      guard let check = try? CrossCheck(packs, language: language) else { return }
      var texts = GeneratedTexts(packs, language: language, seed: seed &+ UInt64(lane))
      let own = drafts.enumerated().filter { $0.offset % lanes == lane }.map(\.element)
      for draft in own {
        note(try? check.outcome(on: draft.draft, in: draft.context))
      }
      for _ in 0..<(generated / lanes) {
        note(try? check.outcome(on: texts.next(), in: DraftContext()))
      }
    }
    line.withLock { $0.clear() }
    return tally.withLock { $0 }
  }
}
