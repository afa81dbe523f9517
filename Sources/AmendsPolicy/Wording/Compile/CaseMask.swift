/// A condition as bits: a case is one of those meant where each of its bits is there.
struct CaseMask: Sendable, Equatable {
  private var bits: UInt16

  /// One bit for each value of each property of a case.
  private enum Bit {
    static let kinds: UInt16 = 0b11
    static let resolved: UInt16 = 0b11 << 2
    static let asked: UInt16 = 0b11 << 4
    static let profiles: UInt16 = 0b11 << 6
    /// The channels, and one bit for an unknown one.
    static let channels: UInt16 = 0b1111 << 8

    static func kind(_ kind: ItemKind) -> UInt16 { kind == .productReview ? 1 : 2 }
    static func resolved(_ flag: Bool) -> UInt16 { (flag ? 1 : 2) << 2 }
    static func asked(_ flag: Bool) -> UInt16 { (flag ? 1 : 2) << 4 }
    static func profile(_ profile: Profile) -> UInt16 { (profile == .default ? 1 : 2) << 6 }
    static func channel(_ channel: Channel?) -> UInt16 {
      switch channel {
      case nil: 1 << 8
      case .answer: 2 << 8
      case .proactive: 4 << 8
      case .publicReply: 8 << 8
      }
    }
  }

  /// The cases that a condition means.
  init(_ condition: Condition) {
    bits = condition.kind.map(Bit.kind) ?? Bit.kinds
    bits |= condition.issueResolved.map(Bit.resolved) ?? Bit.resolved
    bits |= condition.askedForRefund.map(Bit.asked) ?? Bit.asked
    bits |= condition.profile.map(Bit.profile) ?? Bit.profiles
    bits |=
      condition.channels.isEmpty
      ? Bit.channels : condition.channels.reduce(0) { $0 | Bit.channel($1) }
  }

  /// One case.
  init(_ context: DraftContext) {
    bits = Bit.kind(context.kind) | Bit.resolved(context.issueResolved)
    bits |= Bit.asked(context.askedForRefund) | Bit.profile(context.profile)
    bits |= Bit.channel(context.channel)
  }

  /// Whether a case is one of those meant.
  func contains(_ one: CaseMask) -> Bool { bits & one.bits == one.bits }
}
