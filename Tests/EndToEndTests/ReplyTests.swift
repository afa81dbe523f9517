import AmendsPolicy
import Digests
import Foundation
import Ledger
import Store
import Testing

/// A reply from the file of the marketplace to the mailbox, in a real terminal.
@Suite(.serialized)
struct ReplyTests {
  private static let order = "114-7863528-5212210"
  private static let relay = "qw2smy2gutcr61k@marketplace.amazon.com"

  /// A feedback report with one bad rating.
  private func feedback() -> String {
    "Date\tRating\tComments\tYour Response\tOrder ID\tRater Email\r\n"
      + "9/24/26\t1\tThe glass base of the kettle arrived cracked.\t\t\(Self.order)\t\(Self.relay)\r\n"
  }

  private let lure =
    "Sorry that the glass base arrived cracked. We refund you once you update your review."
  private let honest =
    "I am sorry that the glass base of your kettle arrived cracked."
    + " A new kettle leaves tomorrow and costs you nothing. Kind regards, Amy"

  private func configuration(_ delivery: String) -> String {
    "[agent]\nname = \"amy\"\n[contact]\nquiet_hours = \"none\"\n[delivery]\n\(delivery)\n"
  }

  @Test(
    "Import, open, compose, blocked, mended, queued, recalled, queued again, left into the Maildir")
  func wholeWay() throws {
    let desk = try Desk()
    let mailbox = desk.folder + "/mail"
    let carrier =
      "carrier = \"maildir\"\nmaildir = \"\(mailbox)\"\nfrom = \"shop@example.com\"\n"
    _ = try desk.write("config.toml", configuration(carrier + "undo_seconds = 3600"))
    let file = try desk.write("feedback.tsv", feedback())

    let session = try Session(desk)
    try session.see("No open negative review")
    try session.press("i")
    try session.see("Import file")
    try session.type(file)
    try session.press("Enter")
    try session.see("1 new")
    try session.see("glass base")

    try session.press("Enter")
    try session.see("NEXT CONTACT ready")
    try session.composeMessage()
    try session.type(lure)
    try session.see("lure.")
    try session.see("saved")
    try session.press("C-s")
    try session.see("BLOCKED by")
    #expect(try desk.store().outbox().isEmpty)

    try session.press("M-a")
    try session.type(honest)
    try session.miss("BLOCKS")
    try session.press("C-s")
    try session.see("queued: leaves in")
    #expect(try desk.store().outbox().first?.item.state == .queued)

    try session.press("u")
    try session.see("recalled: it is a draft again")
    let drafts = try desk.store().openDrafts().map(\.text)
    #expect(drafts == [honest])
    try session.press("Q")
    try session.waitForEnd()

    _ = try desk.write("config.toml", configuration(carrier + "undo_seconds = 1"))
    let later = try Session(desk)
    try later.see("glass base")
    try later.press("Enter")
    try later.see("NEXT CONTACT ready")
    try later.composeMessage(seeing: "A new kettle")
    try later.press("C-s")
    try later.see("a reply has left")
    let store = try desk.store()
    let customer = try #require(try store.customer(for: .relay(Self.relay)))
    #expect(customer.standing.unansweredContacts == 1)
    #expect(try store.events(of: customer.id).map(\.kind) == [.contacted])
    let letters = try FileManager.default.contentsOfDirectory(atPath: mailbox + "/new")
    #expect(letters.count == 1)
    let letter = try String(contentsOfFile: "\(mailbox)/new/\(letters[0])", encoding: .utf8)
    #expect(letter.contains("To: <\(Self.relay)>") || letter.contains("To: \(Self.relay)"))
    #expect(letter.contains(Self.order))
    try expectAudit(of: letter, in: store)
    try later.see("NEXT CONTACT in 2d 23:5")
    try later.press("Q")
    try later.waitForEnd()
  }

  /// The audit tells of the reply from the first queueing to the letter that left.
  private func expectAudit(of letter: String, in store: DeskStore) throws {
    let entries = try store.audit(AuditQuery(limit: 100)).reversed()
    #expect(
      entries.map(\.action) == [
        "imported", "reply-queued", "reply-recalled", "reply-queued", "permit-opened",
        "reply-left",
      ])
    #expect(entries.allSatisfy { $0.acting.agent == "amy" && !$0.acting.process.isEmpty })
    let permit = try #require(entries.first { $0.action == "permit-opened" })
    let messageID = try #require(permit.details[.messageID])
    #expect(letter.contains("Message-ID: \(messageID)"))
    #expect(permit.details[.textSum] == Checksum(of: honest).description)
    for entry in [permit, try #require(entries.first { $0.action == "reply-queued" })] {
      #expect(entry.details[.packs]?.count == 64)
      #expect(entry.details[.profile] == "default")
      #expect(entry.details[.reader] == "none")
    }
    #expect(try store.verifyAudit().isWhole)
  }

  @Test("By hand: the permit is open while the text is shown, and counts when the person says so")
  func byHand() throws {
    let desk = try Desk()
    _ = try desk.write("config.toml", configuration("undo_seconds = 0"))
    let file = try desk.write("feedback.tsv", feedback())
    try desk.run(["import", file])

    let session = try Session(desk)
    try session.see("glass base")
    try session.composeMessage()
    try session.type(honest)
    try session.see("saved")
    try session.press("C-s")
    try session.see("queued")
    try session.press("o")
    try session.see("ready to hand over")
    try session.press("Enter")
    try session.see("I have sent it")
    #expect(try desk.store().outbox().first?.item.state == .committing)
    try session.press("y")
    try session.see("recorded as sent")
    let cooldown = try desk.run(["cooldown", Self.order])
    #expect(cooldown.status == 1)
    #expect(cooldown.output.contains("72 h"))
  }

  @Test("A draft survives kill -9 from its first key, and is offered again")
  func draftSurvivesKill() throws {
    let desk = try Desk()
    try desk.run(["import", try desk.write("feedback.tsv", feedback())])
    let session = try Session(desk)
    try session.see("glass base")
    try session.composeMessage()
    try session.type("I am sorry that")
    try session.see("● saved")
    session.kill()
    try session.waitForEnd()
    #expect(try desk.store().openDrafts().map(\.text) == ["I am sorry that"])

    let again = try Session(desk)
    try again.see("draft is kept")
    try again.press("D")
    try again.see("message about the order")
    try again.press("m")
    try again.see("I am sorry that")
  }

  @Test("What comes meanwhile holds the reply and says why")
  func heldByAnOptOut() throws {
    let desk = try Desk()
    _ = try desk.write("config.toml", configuration("undo_seconds = 3600"))
    try desk.run(["import", try desk.write("feedback.tsv", feedback())])
    let session = try Session(desk)
    try session.see("glass base")
    try session.composeMessage()
    try session.type(honest)
    try session.see("saved")
    try session.press("C-s")
    try session.see("queued")
    #expect(try desk.run(["record", Self.relay, "opted-out"]).status == 0)
    try session.press("o")
    try session.see("held")
    try session.see("opted out")
  }
}
