import AmendsPolicy
import Testing

@testable import PolicyProof

/// Weights that are fitted on labelled drafts, and drafts that must not judge their own twins.
@Suite struct FitTests {
  private func labelled(_ id: Int, _ draft: String, lures: Bool, _ complaint: String = "")
    -> LabelledDraft
  {
    LabelledDraft(
      id: "\(id)", draft: draft, context: DraftContext(complaint: complaint, language: "en"),
      verdict: lures ? .block : .pass, rules: lures ? ["lure.implied"] : [])
  }

  @Test func regressionFindsWhatTells() {
    let cases = (0..<200).map { index in
      LogisticFit.Case(
        features: index % 2 == 0 ? [0, 2] : [1, 2], isPositive: index % 2 == 0, importance: 1)
    }
    let penalty = LogisticFit.Penalty(absolute: 0.5, square: 1)
    let fit = LogisticFit(cases, penalties: [penalty, penalty, penalty])
    #expect(fit.weights[0] > 1)
    #expect(fit.weights[1] < -1)
    #expect(abs(fit.weights[2]) < 0.2)
    #expect(fit.score([0]) > 0 && fit.score([1]) < 0)
  }

  @Test func twinsShareACluster() {
    let numbers = DraftClusters.numbers(of: [
      labelled(0, "we have sent you the new kettle this very morning by post", lures: false),
      labelled(1, "nothing in common with any other text that stands in this list", lures: false),
      labelled(2, "we have sent you the new kettle this very evening by post", lures: false),
      labelled(3, "wholly different words", lures: false, "the lamp broke after one day"),
      labelled(4, "quite another answer", lures: true, "The lamp broke, after one day!"),
    ])
    #expect(numbers == [0, 1, 0, 2, 2])
  }

  @Test func thresholdKeepsInnocentDraftsOut() throws {
    var drafts: [(draft: LabelledDraft, reading: DraftReading)] = []
    for index in 0..<120 {
      let lures = index % 3 == 0
      let reading = DraftReading(
        language: "en", concepts: lures ? ["HINT"] : ["KEEP"], sentences: [["word\(index)"]],
        signs: [])
      drafts.append((labelled(index, "a\(index) b\(index) c\(index)", lures: lures), reading))
    }
    let plan = SignFit.Plan(rule: "lure.implied", positives: ["lure.implied"], falseShare: 0)
    let evidence = try #require(SignFit(drafts).evidence(plan)["en"])
    let weights = Dictionary(
      uniqueKeysWithValues: evidence.weights.map { ($0.name, $0.hundredths) })
    #expect(weights["HINT", default: 0] >= evidence.threshold)
    #expect(weights["KEEP", default: 0] < evidence.threshold)
    #expect(evidence.phrases.isEmpty)
  }
}
