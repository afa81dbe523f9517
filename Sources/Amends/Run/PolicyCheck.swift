import AmendsPolicy
import Delivery
import Ledger

/// The wording rules, asked once more at the moment of leaving.
struct PolicyCheck: WordingCheck {
  let wording: LateWording
  let profile: Profile

  func opinion(on claim: Claim) -> WordingOpinion {
    let review = claim.review
    let context = DraftContext(
      kind: review.kind, rating: review.rating, complaint: review.complaint,
      askedForRefund: claim.customer.standing.refundAsked != nil,
      issueResolved: review.state == .resolved, language: review.language, profile: profile,
      channel: claim.item.isProactive ? .proactive : .answer, order: claim.item.order)
    let findings = wording.policy.check(claim.item.text, in: context).findings
    return WordingOpinion(
      blocked: findings.filter { $0.severity == .block }.map(\.rule.description),
      warned: findings.filter { $0.severity == .warn }.map(\.rule.description))
  }
}
