internal import AmendsPolicy

extension SignFit.Plan {
  /// What the program's own packs weigh: for each rule the share of innocent drafts that signs alone may find.
  ///
  /// Blocks are dearer than warnings: what a person can acknowledge may be wrong more often.
  public static let all: [SignFit.Plan] = [
    SignFit.Plan(
      rule: "lure.implied", positives: ["lure.conditional", "lure.implied"], falseShare: 0.006),
    SignFit.Plan(rule: "ask.positive", positives: ["ask.positive"], falseShare: 0.002),
    SignFit.Plan(rule: "threat.pressure", positives: ["threat.pressure"], falseShare: 0.002),
    SignFit.Plan(
      rule: "privacy.contact", positives: ["privacy.contact"], falseShare: 0.001,
      vetoes: ["NEGATION"]),
    SignFit.Plan(rule: "marketing", positives: ["marketing"], falseShare: 0.001),
    SignFit.Plan(
      rule: "ask.removal", positives: ["ask.removal"], falseShare: 0.006,
      vetoes: ["KEEP", "NEUTRAL"]),
    SignFit.Plan(rule: "no.remedy", positives: ["no.remedy"], falseShare: 0.01),
  ]
}
