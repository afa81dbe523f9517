public import AmendsPolicy

/// Compares the engine with the reference interpreter.
public struct CrossCheck {
  /// What came of a comparison.
  public enum Outcome: Equatable, Sendable {
    /// Both find the same rules in the same words.
    case same
    /// They differ.
    case differs(Disagreement)
    /// The engine did not read the draft: it is in no covered language, or repeats itself.
    case unread
  }

  /// A draft of which the two think differently.
  public struct Disagreement: Equatable, Sendable, CustomStringConvertible {
    /// The draft.
    public var draft: String
    /// What each says.
    public var reason: String

    /// The disagreement in one line.
    public var description: String { "\(reason): \(draft)" }
  }

  private let policy: WordingPolicy
  private let reference: ReferenceInterpreter
  private let language: String
  /// Rules that also look at what is not made of concepts: the reference knows only a part of them.
  private let detecting: Set<RuleID>

  /// Prepares a comparison for one language.
  ///
  /// - Throws: `PackError` where a pack is at fault.
  public init(_ packs: [RulePack], language: String) throws {
    try self.init(packs, reference: packs, language: language)
  }

  /// Prepares a comparison whose reference may read other packs, to see that it notices.
  init(_ packs: [RulePack], reference others: [RulePack], language: String) throws {
    self.language = language
    let own = packs.filter { $0.language == language || $0.language == RulePack.anyLanguage }
    policy = try WordingPolicy(packs: own)
    reference = try ReferenceInterpreter(others, language: language)
    detecting = Set(own.flatMap(\.rules).filter { $0.detector != nil }.map(\.id))
  }

  /// Whether the two find the same in a draft.
  ///
  /// - Throws: `PackError` where a pack is at fault.
  public func outcome(on draft: String, in context: DraftContext) throws -> Outcome {
    var context = context
    context.language = language
    let report = policy.check(draft, in: context)
    guard report.isCovered,
      !report.findings.contains(where: { $0.rule == .textRepetitive })
    else { return .unread }
    let opinions = try reference.opinions(on: draft, in: context)
    let reason = firstDifference(report.findings, opinions)
    return reason.map { .differs(Disagreement(draft: draft, reason: $0)) } ?? .same
  }

  private func firstDifference(
    _ findings: [Finding], _ opinions: [ReferenceInterpreter.Opinion]
  ) -> String? {
    for opinion in opinions {
      guard let finding = findings.first(where: { $0.rule == opinion.rule }) else {
        return "only the reference finds \(opinion.rule)"
      }
      let isWhole = !opinion.ranges.isEmpty && !detecting.contains(opinion.rule)
      if isWhole, finding.ranges != opinion.ranges {
        return "\(opinion.rule) at \(finding.ranges), by the reference at \(opinion.ranges)"
      }
    }
    for finding in findings
    where !detecting.contains(finding.rule) && !Self.builtIn.contains(finding.rule) {
      if !opinions.contains(where: { $0.rule == finding.rule }) {
        return "only the engine finds \(finding.rule)"
      }
    }
    return nil
  }

  private static let builtIn: Set<RuleID> = [
    .languageMismatch, .languageUnchecked, .textRepetitive,
  ]
}
