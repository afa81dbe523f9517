import AmendsPolicy
import Ledger
import Testing

@Suite("What the audit writes down")
struct AuditValuesTests {
  @Test("details are written in one way only, and read back")
  func details() {
    let details: AuditDetails = [
      .to: "held", .from: "queued", .reason: "a\\b\nc=d", .broke: nil, .textSum: "",
    ]
    #expect(details.canonical == "from=queued\nreason=a\\\\b\\nc=d\ntext-sha256=\nto=held\n")
    #expect(AuditDetails(canonical: details.canonical) == details)
    #expect(AuditDetails(canonical: "") == AuditDetails())
    #expect(details[.broke] == nil)
  }

  @Test("details of a newer program are kept")
  func newer() {
    let details = AuditDetails(canonical: "colour=blue\n")
    #expect(details.canonical == "colour=blue\n")
    #expect(details.ordered.map(\.name) == ["colour"])
  }

  @Test(
    "objects are read back as they are written",
    arguments: [
      AuditObject.reply(OutboxID("5-17 a")), .review(ReviewID(7)), .event(EventID(8)),
      .draft(DraftID("7-1-amy")), .customer(CustomerID(9)), .desk,
    ])
  func objects(_ object: AuditObject) {
    #expect(AuditObject(object.text) == object)
  }

  @Test("nothing else is an object", arguments: ["", "review", "review x", "desk 1", "cat 4"])
  func noObject(_ text: String) {
    #expect(AuditObject(text) == nil)
  }

  @Test("identities of writes are random UUIDs")
  func writeIDs() throws {
    let ids = (0..<500).map { _ in WriteID.random().text }
    #expect(Set(ids).count == 500)
    let form = try Regex("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
    for id in ids { #expect(id.wholeMatch(of: form) != nil, "\(id)") }
  }

  @Test("a wording says by which packs, profile and reader it judged")
  func wording() {
    let alone = WordingVersion(program: "amends 1", packs: "ab", profile: .strict, reader: nil)
    #expect(
      alone.details.canonical == "packs=ab\nprofile=strict\nprogram=amends 1\nreader=none\n")
    let notes = LeavingNotes(wording: alone, messageID: "<o1@amends.example.com>")
    #expect(notes.details[.messageID] == "<o1@amends.example.com>")
    #expect(LeavingNotes().details == AuditDetails())
  }
}
