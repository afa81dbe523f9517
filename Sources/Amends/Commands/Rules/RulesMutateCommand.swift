import AmendsPolicy
import ArgumentParser
import Dispatch
import PolicyProof
import Synchronization

/// Whether the examples of the packs would notice a fault in the packs.
struct RulesMutateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mutate",
    abstract: "Measure whether the examples notice faults in the packs.",
    discussion: """
      amends rules mutate                 all languages; several minutes
      amends rules mutate --lang de       the rules, and the words of German
      amends rules mutate --survivors     every fault that no example notices, a line each

      Deletes, one at a time, each concept's phrases, each mask, guard and pattern, and changes each scope, gap,
      order, condition and severity; then runs the examples. Fitted weights are left alone.
      """)

  @Option(help: ArgumentHelp("Only this language; as often as needed.", valueName: "language"))
  var lang: [String] = []

  @Flag(help: "List the faults that no example notices.")
  var survivors = false

  @OptionGroup var packs: PackOptions

  func run() throws {
    let trial = MutationTrial(try packs.rulePacks(), languages: lang.isEmpty ? nil : lang)
    let caught = Self.caught(by: trial)
    var output = StandardOutput()
    if survivors {
      for (mutant, isCaught) in zip(trial.mutants, caught) where !isCaught {
        output.safeLine(mutant.description)
      }
    }
    for kind in Mutant.Kind.allCases {
      let share = Self.share(trial, caught) { $0.kind == kind }
      if share.total > 0 { output.line(Self.line(kind.rawValue, share)) }
    }
    output.line(Self.line("all", Self.share(trial, caught) { _ in true }))
    try output.finish()
  }

  /// Which mutants are caught, found out on all cores.
  private static func caught(by trial: MutationTrial) -> [Bool] {
    let caught = Mutex(Array(repeating: false, count: trial.mutants.count))
    let done = Mutex(CountLine("mutants", of: trial.mutants.count))
    DispatchQueue.concurrentPerform(iterations: trial.mutants.count) { index in
      let isCaught = trial.isCaught(trial.mutants[index])
      caught.withLock { $0[index] = isCaught }
      done.withLock { $0.count() }
    }
    done.withLock { $0.clear() }
    return caught.withLock { $0 }
  }

  private static func share(
    _ trial: MutationTrial, _ caught: [Bool], of isCounted: (Mutant) -> Bool
  ) -> Share {
    var share = Share()
    for (mutant, isCaught) in zip(trial.mutants, caught) where isCounted(mutant) {
      share.add(isCaught)
    }
    return share
  }

  private static func line(_ name: String, _ share: Share) -> String {
    ShareText.padded(name, 30) + ShareText.words(share)
  }
}
