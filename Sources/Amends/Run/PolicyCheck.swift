import AmendsPolicy
import Delivery
import Ledger
import Store

/// The wording rules and the second reader, asked once more at the moment of leaving.
struct PolicyCheck: WordingCheck {
  let wording: LateWording
  let reader: LateReader
  let profile: Profile
  /// Where own earlier messages of the case stand.
  let store: DeskStore

  func opinion(on claim: Claim) -> WordingOpinion {
    let review = claim.review
    let context = DraftContext(
      kind: review.kind, rating: review.rating, complaint: review.complaint,
      askedForRefund: claim.customer.standing.refundAsked != nil,
      issueResolved: review.state == .resolved, earlier: earlier(claim), language: review.language,
      profile: profile,
      channel: claim.item.isProactive ? .proactive : .answer, order: claim.item.order)
    let findings = wording.judge(with: reader).report(claim.item.text, context).findings
    return WordingOpinion(
      blocked: findings.filter { $0.severity == .block }.map(\.rule.description),
      warned: findings.filter { $0.severity == .warn }.map(\.rule.description))
  }

  /// Own messages of the same case; none where the desk cannot be read, which the composer has judged already.
  private func earlier(_ claim: Claim) -> [String] {
    let file = (try? store.customerFile(claim.customer.id)) ?? nil
    return file?.ownMessages(about: claim.item.order ?? claim.review.order) ?? []
  }
}
