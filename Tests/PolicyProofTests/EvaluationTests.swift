import AmendsPolicy
import PolicyProof
import Testing

/// What is counted when verdicts are compared with labels.
@Suite struct EvaluationTests {
  private func finding(_ rule: RuleID, _ severity: Severity) -> Finding {
    Finding(
      rule: rule, severity: severity, ranges: [], title: "", why: "", rewrite: "",
      source: PolicySource(title: "", url: "", checked: ""))
  }

  private func report(_ findings: Finding...) -> DraftReport {
    DraftReport(findings: findings, language: "en", isCovered: true)
  }

  private func draft(_ verdict: Verdict, _ rules: RuleID..., disguised: Bool = false)
    -> LabelledDraft
  {
    LabelledDraft(
      id: "x", draft: "", context: DraftContext(language: "en"), verdict: verdict, rules: rules,
      isDisguised: disguised)
  }

  @Test func luringIsOneFamily() {
    var evaluation = Evaluation()
    evaluation.add(draft(.block, "lure.implied"), report(finding("lure.conditional", .block)))
    #expect(evaluation.all.rightRules == Share(1, of: 1))
    #expect(evaluation.all.recall["lure"] == Share(1, of: 1))
    #expect(evaluation.all.precision["lure"] == Share(1, of: 1))
  }

  @Test func blocksAreRightOrUnsafe() {
    var evaluation = Evaluation()
    evaluation.add(draft(.block, "marketing"), report())
    evaluation.add(draft(.block, "marketing", disguised: true), report(finding("format", .warn)))
    evaluation.add(draft(.block, "marketing"), report(finding("threat.pressure", .block)))
    #expect(evaluation.all.blocked == Share(1, of: 3))
    #expect(evaluation.all.blockedDisguised == Share(0, of: 1))
    #expect(evaluation.all.unsafePasses == Share(1, of: 3))
    #expect(evaluation.all.rightRules == Share(0, of: 1))
  }

  @Test func innocentAreLeftAlone() {
    var evaluation = Evaluation()
    evaluation.add(draft(.pass), report())
    evaluation.add(draft(.pass), report(finding("format", .warn)))
    evaluation.add(draft(.pass), report(finding("marketing", .block)))
    evaluation.add(draft(.warn, "format"), report(finding("marketing", .block)))
    #expect(evaluation.all.falseBlocks == Share(1, of: 3))
    #expect(evaluation.all.falseFindings == Share(2, of: 3))
    #expect(evaluation.all.blockedWarnings == Share(1, of: 1))
    #expect(evaluation.all.rightVerdicts == Share(1, of: 4))
  }
}
