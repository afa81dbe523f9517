public import AmendsPolicy

/// Finds out what became of an attempt whose sender is gone.
public protocol Tracer: Sendable {
  /// Looks for an attempt and makes sure that it does not leave any more where it has not.
  ///
  /// - Throws: ``CarrierFault`` when the carrier cannot be asked.
  func trace(_ attempt: Fence) throws(CarrierFault) -> Trace
}

/// What is known of an attempt.
public enum Trace: Hashable, Sendable, CaseIterable {
  /// It left.
  case left
  /// It has not left, and cannot leave any more.
  case stopped
  /// Nothing can be known.
  case unknown
}

/// A way for messages to leave by themselves, in two phases around the permit.
public protocol Carrier: Tracer {
  /// A message that is ready to leave.
  associatedtype Ready: ReadyMessage

  /// Does everything that can be done before the permit, durably, and nothing irrevocable.
  ///
  /// - Throws: ``CarrierFault`` when the message cannot be carried; nothing is left behind.
  func prepare(_ letter: Letter, as attempt: Fence, at now: Instant) throws(CarrierFault) -> Ready
}

/// A message that waits for nothing but its permit.
public protocol ReadyMessage: Sendable {
  /// Lets it leave; called once, immediately after the permit was opened.
  ///
  /// - Returns: What became of it, never two things and never none.
  func leave() -> Outcome

  /// Throws it away, for want of a permit.
  func discard()
}

/// Why a carrier cannot take a message.
public enum CarrierFault: Error, Hashable, Sendable {
  /// A message of the same item has left already.
  case alreadyLeft
  /// The item's identity cannot be part of a file name or a message id.
  case unusableIdentity
  /// A file operation failed.
  case file(FileFault)
  /// The mail server cannot be reached, or does not want it now: it may want it later.
  case transient(String)
  /// The mail server will not take it as it is.
  case permanent(String)

  /// The fault in plain words, with what to do about it.
  public var inWords: String {
    switch self {
    case .alreadyLeft:
      "a message of this reply already lies in the Maildir: record it as sent, or take it back"
    case .unusableIdentity: "the item's identity is empty or too long for a message id"
    case .file(let fault): fault.inWords
    case .transient(let reason), .permanent(let reason): reason
    }
  }
}
