import AmendsPolicy
import Delivery
import Ledger

/// A step of a departure at which a program can die.
enum DeskStep: CaseIterable { case claim, commit, finish, obstruct, postpone }

/// Where a program dies: before a step is recorded, or after.
struct CrashPoint: Hashable {
  var step: DeskStep
  var isRecorded: Bool

  static let all = DeskStep.allCases.flatMap { step in
    [CrashPoint(step: step, isRecorded: false), CrashPoint(step: step, isRecorded: true)]
  }

  static func before(_ step: DeskStep) -> CrashPoint { CrashPoint(step: step, isRecorded: false) }
  static func after(_ step: DeskStep) -> CrashPoint { CrashPoint(step: step, isRecorded: true) }
}

/// A desk whose program dies at one point: the error stands for the death, as nothing follows it.
struct FaultyDesk: DepartureLedger {
  static let death = DeskFault.storage("died")

  var desk: MemoryDesk
  var crash: CrashPoint?

  func nextDue() throws(DeskFault) -> Instant? { desk.nextDue() }

  func claimDue(at now: Instant, by owner: String) throws(DeskFault) -> Claim? {
    try at(.claim) { () throws(DeskFault) in try desk.claimDue(at: now, by: owner) }
  }

  func claim(_ item: OutboxID, at now: Instant, by owner: String) throws(DeskFault) -> Claim {
    try at(.claim) { () throws(DeskFault) in try desk.claim(item, at: now, by: owner) }
  }

  func commit(_ fence: Fence, at now: Instant) throws(DeskFault) -> Permission {
    try at(.commit) { () throws(DeskFault) in try desk.commit(fence, at: now) }
  }

  func finish(_ fence: Fence, _ outcome: Outcome, at now: Instant) throws(DeskFault) {
    try at(.finish) { () throws(DeskFault) in try desk.finish(fence, outcome, at: now) }
  }

  func obstruct(_ fence: Fence, reason: String, at now: Instant) throws(DeskFault) {
    try at(.obstruct) { () throws(DeskFault) in
      try desk.obstruct(fence, reason: reason, at: now)
    }
  }

  func postpone(_ fence: Fence, until later: Instant, reason: String) throws(DeskFault) {
    try at(.postpone) { () throws(DeskFault) in
      try desk.postpone(fence, until: later, reason: reason)
    }
  }

  func release(_ fence: Fence) throws(DeskFault) { try desk.release(fence) }

  func taken() throws(DeskFault) -> [Taken] { desk.taken() }

  private func at<Answer>(
    _ step: DeskStep,
    _ work: () throws(DeskFault) -> Answer
  ) throws(DeskFault) -> Answer {
    if crash == .before(step) { throw Self.death }
    let answer = try work()
    if crash == .after(step) { throw Self.death }
    return answer
  }
}
