import AmendsPolicy
import Testing

@Suite("In which ways a shop may react to a review or feedback")
struct RouteRequestTests {
  private static let now = Instant(milliseconds: 1_800_000_000_000)
  private static let free = ContactAnswer(holds: [], answering: nil)
  private static let answering = ContactAnswer(holds: [], answering: now - .hours(2))
  private static let never = ContactAnswer(
    holds: [ContactHold(.doNotContact, until: nil, reason: "never")], answering: nil)
  private static let cooling = ContactAnswer(
    holds: [ContactHold(.interval, until: now + .days(1), reason: "too soon")], answering: nil)

  private func request(
    _ kind: ItemKind = .productReview, rating: Int = 1, hasOrder: Bool = true,
    cause: Cause? = nil, contact: ContactAnswer = free, age: Span = .days(3),
    hasPublicReply: Bool = false, isBrandOwner: Bool? = nil, removal: RemovalVerdict? = nil,
    isAbusive: Bool? = false, template: ContactAnswer? = nil, hasReplyUnderWay: Bool = false
  ) -> RouteRequest {
    RouteRequest(
      kind: kind, rating: rating, hasOrder: hasOrder, cause: cause, contact: contact,
      template: template ?? contact, hasReplyUnderWay: hasReplyUnderWay,
      postedAt: Self.now - age, now: Self.now, hasPublicReply: hasPublicReply,
      isBrandOwner: isBrandOwner, removal: removal, isAbusive: isAbusive)
  }

  private func open(_ request: RouteRequest) -> [ContactRoute] {
    request.answers.filter(\.isAllowed).map(\.route)
  }

  private func reason(_ route: ContactRoute, _ request: RouteRequest) -> String? {
    request.answers.first { $0.route == route }?.reason
  }

  @Test("Each kind has its own ways, and every way says why and where that stands")
  func ways() {
    #expect(
      request().answers.map(\.route) == [.thread, .orderMessage, .brandTemplate, .abuseReport])
    #expect(
      request(.sellerFeedback).answers.map(\.route)
        == [.thread, .orderMessage, .publicReply, .removalRequest])
    for answer in request().answers + request(.sellerFeedback).answers {
      #expect(!answer.reason.isEmpty && answer.route.source.url.hasPrefix("https://"))
    }
  }

  @Test("A message needs an order and the limits, and gives way to their thread")
  func messages() {
    #expect(open(request()) == [.orderMessage])
    #expect(open(request(contact: Self.answering)) == [.thread])
    #expect(open(request(contact: Self.cooling)) == [.orderMessage])
    #expect(open(request(contact: Self.never)) == [])
    #expect(reason(.orderMessage, request(contact: Self.never)) == "never")
    #expect(
      reason(.orderMessage, request(hasOrder: false))
        == "no order is known, so nobody can be addressed")
  }

  @Test("The brand's templates are for owners, for one to three stars, for 90 days")
  func brand() {
    #expect(open(request(isBrandOwner: true)) == [.orderMessage, .brandTemplate])
    #expect(open(request(rating: 3, hasOrder: false, isBrandOwner: true)) == [.brandTemplate])
    #expect(open(request(rating: 4, hasOrder: false, isBrandOwner: true)) == [])
    #expect(open(request(hasOrder: false, isBrandOwner: false)) == [])
    #expect(open(request(hasOrder: false, age: .days(91), isBrandOwner: true)) == [])
  }

  @Test("A template is a contact that leaves at once: every limit on messages holds it")
  func brandHolds() {
    let limits: [ContactLimit] = [
      .interval, .unanswered, .quietHours, .orderOnce, .optedOut, .doNotContact, .complaint,
    ]
    for limit in limits {
      let until = limit == .interval || limit == .quietHours ? Self.now + .hours(1) : nil
      let held = ContactAnswer(
        holds: [
          ContactHold(limit, until: until, reason: limit.rawValue),
          ContactHold(.orderWindow, until: nil, reason: "the window"),
        ], answering: nil)
      let asked = request(hasOrder: false, contact: held, isBrandOwner: true)
      #expect(open(asked) == [], "\(limit)")
      #expect(reason(.brandTemplate, asked) == limit.rawValue)
    }
    let window = ContactAnswer(
      holds: [ContactHold(.orderWindow, until: nil, reason: "the window")], answering: nil)
    #expect(open(request(contact: window, isBrandOwner: true)) == [.brandTemplate])
    #expect(open(request(contact: Self.answering, isBrandOwner: true)) == [.thread])
    // Past the order's window nothing is said of the quiet hours: who asks for a template asks without the order.
    let quiet = ContactAnswer(
      holds: [ContactHold(.quietHours, until: Self.now + .hours(3), reason: "quiet")],
      answering: nil)
    #expect(open(request(contact: window, isBrandOwner: true, template: quiet)) == [])
    #expect(open(request(hasOrder: false, isBrandOwner: true, hasReplyUnderWay: true)) == [])
  }

  @Test("Where nobody has said whose the brand is, they are offered only where nothing else is")
  func unknownBrand() {
    #expect(open(request(hasOrder: false)) == [.brandTemplate])
    #expect(reason(.brandTemplate, request(hasOrder: false))?.hasPrefix("if the brand") == true)
    #expect(reason(.brandTemplate, request())?.contains("brand_owner = true") == true)
  }

  @Test("Below a feedback one public reply can be written, whoever may not be contacted")
  func publicReply() {
    #expect(open(request(.sellerFeedback, contact: Self.never)) == [.publicReply])
    #expect(open(request(.sellerFeedback, hasPublicReply: true)) == [.orderMessage])
  }

  @Test("A removal is asked for where it has a ground, within 90 days")
  func removal() {
    let ways: [RemovalVerdict: Bool] = [.eligible: true, .perhaps: true, .no: false]
    for (verdict, isOpen) in ways {
      #expect(open(request(.sellerFeedback, removal: verdict)).contains(.removalRequest) == isOpen)
    }
    #expect(
      !open(request(.sellerFeedback, age: .days(91), removal: .eligible)).contains(.removalRequest))
  }

  @Test("What is fabricated is reported, and nothing else")
  func fabricated() {
    #expect(open(request(cause: .fabricated, isBrandOwner: true)) == [.abuseReport])
    #expect(open(request(cause: .fabricated, contact: Self.answering)) == [.abuseReport])
    #expect(open(request(isAbusive: true)) == [.orderMessage, .abuseReport])
    #expect(open(request(.sellerFeedback, cause: .fabricated, removal: .no)) == [])
  }

  @Test("Nothing is said of a text that is not read yet")
  func unread() {
    #expect(reason(.abuseReport, request(isAbusive: nil)) == "its text is still being read")
    #expect(reason(.abuseReport, request())?.contains("guidelines") == true)
    let feedback = request(.sellerFeedback)
    #expect(reason(.removalRequest, feedback) == "its text is still being read")
  }
}
