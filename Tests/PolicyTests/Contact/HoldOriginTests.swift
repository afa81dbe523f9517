import AmendsPolicy
import Testing

@Suite("Since when a limit holds, and who made it")
struct HoldOriginTests {
  private static let order = "114-7863528-5212210"

  private func holds(
    _ events: [ContactEvent], at instant: Instant, limits: ContactLimits = .awake()
  ) -> [ContactLimit: Instant?] {
    let request = ContactRequest(
      at: instant, isProactive: true, order: OrderStanding(order: Self.order, in: events))
    let answer = limits.answer(request, standing: ContactStanding(events), zone: .utc)
    return Dictionary(
      answer.holds.map { ($0.limit, $0.since) }, uniquingKeysWith: { first, _ in first })
  }

  @Test("each holds since the fact that began it")
  func since() {
    let events = [
      ContactEvent(.orderCompleted, at: hour(0), order: Self.order),
      ContactEvent(.contacted, at: hour(1), order: Self.order),
      ContactEvent(.optedOut, at: hour(2)), ContactEvent(.doNotContact, at: hour(3)),
      ContactEvent(.complained, at: hour(4)), ContactEvent(.contacted, at: hour(721)),
    ]
    #expect(
      holds(events, at: hour(722)) == [
        .orderWindow: hour(720), .orderOnce: hour(1), .optedOut: hour(2),
        .doNotContact: hour(3), .complaint: hour(4), .unanswered: hour(721), .interval: hour(721),
      ])
  }

  @Test("no fact begins quiet hours, nor the count of a shop that lets none stand")
  func noFact() {
    #expect(holds([], at: hour(0), limits: .awake(maximumUnanswered: 0)) == [.unanswered: nil])
    let always = ContactLimits(quietHours: QuietHours(from: 1, to: 0))
    #expect(holds([], at: hour(0), limits: always) == [.quietHours: nil])
  }

  @Test("a window that a delay runs over has closed at its own end")
  func delayedBeyond() {
    let events = [ContactEvent(.orderCompleted, at: hour(0), order: Self.order)]
    let quiet = ContactLimits(quietHours: QuietHours(from: 1, to: 0))
    #expect(holds(events, at: hour(719), limits: quiet)[.orderWindow] == .some(hour(720)))
  }

  @Test("what the marketplace made names a page with the day on which it was read")
  func origins() {
    for limit in ContactLimit.allCases {
      switch limit.origin {
      case .shop: #expect(limit.origin.words == "this shop's own rule")
      case .marketplace(let source):
        #expect(limit.origin.words == "\(source.title), checked \(source.checked)")
        #expect(source.title.hasPrefix("Amazon, ") && source.url.hasPrefix("https://"))
      }
    }
    let marketplace = ContactLimit.allCases.filter { $0.origin != .shop }
    #expect(marketplace == [.orderOnce, .orderWindow, .optedOut])
  }
}
