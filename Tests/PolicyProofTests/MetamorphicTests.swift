import AmendsPolicy
import Foundation
import PolicyPacks
import PolicyProof
import Testing

/// Changes that mean nothing change no verdict.
@Suite struct MetamorphicTests {
  /// A change of a text that leaves its meaning alone.
  enum Change: String, CaseIterable, Sendable {
    case decomposed, composed, carriageReturns, hardBlanks, softHyphens

    func applied(to text: String) -> String {
      switch self {
      case .decomposed: text.decomposedStringWithCanonicalMapping
      case .composed: text.precomposedStringWithCanonicalMapping
      case .carriageReturns:
        text.replacingOccurrences(of: "\r\n", with: "\n")
          .replacingOccurrences(of: "\n", with: "\r\n")
      case .hardBlanks: text.replacingOccurrences(of: " ", with: "\u{A0}")
      case .softHyphens: text.replacingOccurrences(of: "e", with: "e\u{AD}")
      }
    }
  }

  private static let rounds = ["round-1-en", "round-1-de-fr", "round-1-es-it"]

  /// The rules that a report names, without those that look at the very bytes.
  private func rules(_ report: DraftReport) -> [RuleID] {
    report.findings.map(\.rule).filter { $0 != "format" }
  }

  @Test(arguments: Change.allCases, rounds)
  func spellingOfTheSameTextChangesNothing(change: Change, round: String) throws {
    let policy = Shipped.policy
    for draft in try RoundFile.drafts(round) {
      var context = draft.context
      context.complaint = change.applied(to: context.complaint)
      let before = policy.check(draft.draft, in: draft.context)
      let after = policy.check(change.applied(to: draft.draft), in: context)
      #expect(rules(before) == rules(after), "\(draft.id)")
    }
  }

  /// A sentence that says nothing about reviews or money, by language.
  private static let neutral = [
    "en": "The lid is grey.", "de": "Der Deckel ist grau.", "fr": "Le couvercle est gris.",
    "es": "La tapa es gris.", "it": "Il coperchio è grigio.",
  ]

  @Test(arguments: PolicyPacks.languages)
  func aNeutralSentenceTakesNoPatternAway(language: String) throws {
    let policy = Shipped.policy
    let packs = try PolicyPacks.embedded(for: language)
    let neutral = try #require(Self.neutral[language])
    for rule in packs.flatMap(\.localRules) {
      for example in rule.examples where example.expectation != .pass && example.kills == nil {
        guard case .fail(let marked) = example.expectation, !marked.isEmpty else { continue }
        var context = example.context
        context.language = language
        for draft in ["\(neutral)\n\n\(example.draft)", "\(example.draft)\n\n\(neutral)"] {
          let found = policy.check(draft, in: context).findings.map(\.rule)
          #expect(found.contains(rule.rule), "\(example.origin)")
        }
      }
    }
  }

  @Test(arguments: rounds)
  func everyPrefixHasValidRanges(round: String) throws {
    let policy = Shipped.policy
    for draft in try RoundFile.drafts(round) {
      let scalars = Array(draft.draft.unicodeScalars)
      for length in stride(from: 0, through: scalars.count, by: 41) {
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars.prefix(length))
        let bytes = Array(text.utf8)
        for range in policy.check(text, in: draft.context).findings.flatMap(\.ranges) {
          #expect(!range.isEmpty && range.upperBound <= bytes.count)
          #expect(String(validating: bytes[range], as: UTF8.self) != nil, "\(draft.id)")
        }
      }
    }
  }
}
