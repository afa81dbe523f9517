public import AmendsPolicy
public import Ledger

/// A reply in the hands of the person who sends it: its permit is open.
public struct HandedText: Hashable, Sendable {
  /// The right under which it must be finished.
  public var fence: Fence
  /// The text to copy.
  public var text: String
  /// Where to send it, step by step.
  public var hints: [String]
}

/// What became of the wish to hand a reply over.
public enum HandOverAnswer: Hashable, Sendable {
  /// It may be shown and copied; it must be confirmed as sent or not sent.
  case handed(HandedText)
  /// It waits for a person.
  case held(DepartureHold)
  /// It waits for a later instant.
  case postponed(until: Instant, DepartureHold)
  /// It is in other hands, or was taken back.
  case overtaken
}

/// The carrier that is a person: opens the permit before the text is shown, and asks afterwards.
///
/// Between the two the item is `committing`: when the program ends there, nobody knows whether the text
/// was pasted, and the item becomes `uncertain`.
public struct HandOver<Desk: DepartureLedger, Wording: WordingCheck>: Sendable {
  private let desk: Desk
  private let wording: Wording
  private let owner: String

  /// Hands over from a desk.
  ///
  /// - Parameters:
  ///   - desk: Where the items are.
  ///   - wording: Reads their texts again.
  ///   - owner: Who sends, as ``ProcessIdentity`` writes it.
  public init(desk: Desk, wording: Wording, owner: String) {
    self.desk = desk
    self.wording = wording
    self.owner = owner
  }

  /// Checks an item again and opens its permit; only then is there a text to copy.
  ///
  /// - Throws: ``DeskFault/storage(_:)`` when a step could not be recorded; nothing may be shown then.
  public func begin(_ item: OutboxID, at now: Instant) throws(DeskFault) -> HandOverAnswer {
    do throws(DeskFault) {
      return try hand(try desk.claim(item, at: now, by: owner), at: now)
    } catch .overtaken {
      return .overtaken
    }
  }

  /// Records that the text was sent.
  ///
  /// - Throws: ``DeskFault`` when it could not be recorded.
  public func confirmSent(_ fence: Fence, at now: Instant) throws(DeskFault) {
    try desk.finish(fence, .sent, at: now)
  }

  /// Records that the text was not sent: the item is held, and its permit void.
  ///
  /// - Throws: ``DeskFault`` when it could not be recorded.
  public func confirmNotSent(_ fence: Fence, at now: Instant) throws(DeskFault) {
    try desk.finish(fence, .undone(reason: "not sent by hand"), at: now)
  }

  private func hand(_ claim: Claim, at now: Instant) throws(DeskFault) -> HandOverAnswer {
    let accepted = claim.item.acceptedWarnings
    if let hold = wording.opinion(on: claim).hold(accepted: accepted) {
      return try answer(claim, hold, at: now)
    }
    if case .refused(let obstacle) = try desk.commit(claim.fence, at: now) {
      return try answer(claim, .obstacle(obstacle), at: now)
    }
    let hints = SellerCentralHints.steps(for: claim)
    return .handed(HandedText(fence: claim.fence, text: claim.item.text, hints: hints))
  }

  private func answer(
    _ claim: Claim,
    _ hold: DepartureHold,
    at now: Instant
  ) throws(DeskFault) -> HandOverAnswer {
    if case .postponed(_, let until, _) = try desk.settle(claim, hold, at: now) {
      return .postponed(until: until, hold)
    }
    return .held(hold)
  }
}

/// A person leaves no trace that a program could look for.
public struct ByHand: Tracer {
  /// The carrier that is a person.
  public init() {}

  /// Nothing can be known of what a person did.
  public func trace(_ attempt: Fence) -> Trace { .unknown }
}
