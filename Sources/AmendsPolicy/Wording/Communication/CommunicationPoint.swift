/// What a reply that mends a matter has.
///
/// Source: Davidow (2003), Organizational responses to customer complaints, Journal of Service Research 5(3): of six
/// dimensions, attentiveness, explanation, apology, facilitation, redress and timeliness carry satisfaction.
public enum CommunicationPoint: String, CaseIterable, Sendable {
  /// It names the very trouble, in the complaint's own words.
  case acknowledgement
  /// It apologises without an if.
  case apology
  /// It says why it happened, or asks.
  case reason
  /// It makes the matter good.
  case remedy
  /// It says what happens next, and when.
  case nextStep = "next-step"
  /// A person speaks, and blames nobody.
  case voice

  /// A word or two for a list of what is there.
  public var label: String {
    switch self {
    case .acknowledgement: "names the trouble"
    case .apology: "sorry"
    case .reason: "reason"
    case .remedy: "remedy"
    case .nextStep: "next step"
    case .voice: "a person’s voice"
    }
  }

  /// What to do where the point is missing, in one sentence.
  public var advice: String {
    switch self {
    case .acknowledgement: "Name what went wrong in the customer's own words."
    case .apology: "Say sorry without an “if” or “any inconvenience”."
    case .reason: "Say why it happened, or ask an open question."
    case .remedy: "Make it good: a refund, a replacement, or steps that solve it."
    case .nextStep: "Say what happens next, and by which day."
    case .voice: "Speak as a person, with “I”, and blame nobody."
    }
  }
}

/// Whether a reply has a point.
public struct CommunicationCheck: Equatable, Sendable {
  /// The point.
  public var point: CommunicationPoint
  /// Whether it is there.
  public var isMet: Bool

  /// Makes a check.
  public init(_ point: CommunicationPoint, isMet: Bool) {
    self.point = point
    self.isMet = isMet
  }
}
