package import AmendsPolicy
package import Delivery
package import Ledger

/// A desk whose sender may die before or after each step.
package struct FatefulLedger<Desk: DepartureLedger>: DepartureLedger {
  private let desk: Desk
  private let fate: Fate

  package init(_ desk: Desk, _ fate: Fate) {
    self.desk = desk
    self.fate = fate
  }

  package func nextDue() throws(DeskFault) -> Instant? { try desk.nextDue() }

  package func claimDue(at now: Instant, by owner: String) throws(DeskFault) -> Claim? {
    try fate.around(.claim) { () throws(DeskFault) in try desk.claimDue(at: now, by: owner) }
  }

  package func claim(
    _ item: OutboxID, at now: Instant, by owner: String
  ) throws(DeskFault) -> Claim {
    try fate.around(.claim) { () throws(DeskFault) in try desk.claim(item, at: now, by: owner) }
  }

  package func commit(_ fence: Fence, at now: Instant) throws(DeskFault) -> Permission {
    try fate.around(.commit) { () throws(DeskFault) in try desk.commit(fence, at: now) }
  }

  package func finish(
    _ fence: Fence, _ outcome: Outcome, at now: Instant
  ) throws(DeskFault) {
    try fate.around(.finish) { () throws(DeskFault) in try desk.finish(fence, outcome, at: now) }
  }

  package func obstruct(_ fence: Fence, reason: String, at now: Instant) throws(DeskFault) {
    try desk.obstruct(fence, reason: reason, at: now)
  }

  package func postpone(
    _ fence: Fence, until later: Instant, reason: String
  ) throws(DeskFault) {
    try desk.postpone(fence, until: later, reason: reason)
  }

  package func release(_ fence: Fence) throws(DeskFault) {
    try fate.around(.release) { () throws(DeskFault) in try desk.release(fence) }
  }

  package func taken() throws(DeskFault) -> [Taken] { try desk.taken() }
}
