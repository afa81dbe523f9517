/// How long each phase may take as a whole, however much of an answer trickles in.
public struct Deadlines: Hashable, Sendable {
  private var limits: [Phase: Duration]
  private let usual: Duration

  /// The limits of RFC 5321, 4.5.3.2, and for what it does not speak of a span in their spirit.
  public static let standard = Deadlines(
    usual: .seconds(300),
    [
      .connecting: .seconds(60), .securing: .seconds(60), .authenticating: .seconds(120),
      .announcing: .seconds(120), .sendingMessage: .seconds(180), .awaitingPermit: .seconds(60),
      .awaitingOutcome: .seconds(600),
    ])

  /// The same limit for every phase, and others for some.
  public init(usual: Duration, _ limits: [Phase: Duration] = [:]) {
    self.usual = usual
    self.limits = limits
  }

  /// How long a phase may take.
  public func limit(of phase: Phase) -> Duration { limits[phase] ?? usual }
}
