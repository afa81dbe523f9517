public import AmendsPolicy

/// Whether the packs' examples notice deliberate faults in the packs.
///
/// Fitted weights are not mutated: they are judged on labelled drafts.
public struct MutationTrial: Sendable {
  /// All mutants, in the order of the packs.
  public let mutants: [Mutant]

  private let languages: [String]

  /// Makes the mutants of packs.
  ///
  /// - Parameters:
  ///   - packs: The packs.
  ///   - languages: The languages whose words are mutated and whose examples are run; nil for all.
  public init(_ packs: [RulePack], languages: [String]? = nil) {
    let all = packs.map(\.language).filter { $0 != RulePack.anyLanguage }
    let chosen = languages ?? all.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    self.languages = chosen
    mutants = MutantMaker.mutants(of: packs).filter { mutant in
      mutant.language.map(chosen.contains) ?? true
    }
  }

  /// Whether an example notices a mutant; packs that do not compile any more are noticed.
  public func isCaught(_ mutant: Mutant) -> Bool {
    for language in mutant.language.map({ [$0] }) ?? languages {
      let packs = mutant.packs.filter {
        $0.language == language || $0.language == RulePack.anyLanguage
      }
      guard let examples = try? PackExamples(packs) else { return true }
      if examples.hasFailure() { return true }
    }
    return false
  }
}
