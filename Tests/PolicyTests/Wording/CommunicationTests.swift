import AmendsPolicy
import Testing

/// The six points of a reply that mends the matter.
@Suite struct CommunicationTests {
  private static func policy() throws -> WordingPolicy {
    let concepts = [
      TestPack.concept("APOLOGY", ["sorry"]), TestPack.concept("HEDGE", ["any inconvenience"]),
      TestPack.concept("REASON", ["because"]), TestPack.concept("QUESTION", ["?"]),
      TestPack.concept("BENEFIT", ["refund"]), TestPack.concept("NEXT_STEP", ["new lamp"]),
      TestPack.concept("WHEN", ["today"]), TestPack.concept("PERSON", ["i"]),
      TestPack.concept("BLAME", ["your fault"]), TestPack.concept("FILLER", ["the", "we", "you"]),
    ]
    return try WordingPolicy(packs: [TestPack.pack(concepts, [TestPack.rule("r")])])
  }

  private func missing(_ draft: String, askedForRefund: Bool = false) throws -> [String] {
    let context = DraftContext(
      complaint: "The handle broke.", askedForRefund: askedForRefund, language: "en")
    return try Self.policy().check(draft, in: context).communication.filter { !$0.isMet }
      .map(\.point.rawValue)
  }

  @Test func wholeReplyMissesNothing() throws {
    let draft =
      "I am sorry that the handle broke, because we glued it badly. We send you a new lamp today."
    #expect(try missing(draft) == [])
  }

  @Test(arguments: [
    ("I am sorry, because we glued it. We send you a new lamp today.", "acknowledgement"),
    ("I know the handle broke, because we glued it. We send you a new lamp today.", "apology"),
    (
      "I am sorry for any inconvenience. The handle broke, because of the glue. A new lamp goes today.",
      "apology"
    ),
    ("I am sorry that the handle broke. We send you a new lamp today.", "reason"),
    ("I am sorry the handle broke, because we glued it. We send you a new lamp.", "next-step"),
    ("We are sorry the handle broke, because we glued it. We send a new lamp today.", "voice"),
    (
      "I am sorry the handle broke, because it was your fault. We send you a new lamp today.",
      "voice"
    ),
  ])
  func whatIsMissingIsSaid(draft: String, point: String) throws {
    #expect(try missing(draft) == [point])
  }

  @Test func questionIsAsGoodAsAReason() throws {
    let draft = "I am sorry that the handle broke. Was the box wet? We send you a new lamp today."
    #expect(try missing(draft) == [])
  }

  @Test func whoAskedForARefundIsAnsweredAboutIt() throws {
    let draft = "I am sorry the handle broke, because we glued it. A new lamp leaves today."
    #expect(try missing(draft, askedForRefund: true) == ["remedy"])
    #expect(try missing(draft + " The refund too.", askedForRefund: true) == [])
  }

  @Test func packsWithoutAConceptLeaveThePointOut() throws {
    let points = try WordingPolicy(packs: [TestPack.removal])
      .check("we will remove the review of you").communication.map(\.point)
    #expect(points == [.acknowledgement])
  }
}
