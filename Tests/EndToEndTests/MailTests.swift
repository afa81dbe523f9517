import AmendsPolicy
import Foundation
import Ledger
import Store
import Testing

/// Mail that comes in while the inbox is open.
@Suite(.serialized)
struct MailTests {
  private func message(_ id: String, _ words: String) -> String {
    """
    From: "Cathy - Amazon Marketplace" <wpr8hj096tpnty8@marketplace.amazon.com>
    Subject: Shipping inquiry from Amazon customer Cathy (Order: 114-7863528-5212210)
    Date: Fri, 27 Nov 2020 14:03:09 +0000
    Message-ID: <\(id)@mail.example>

    ------------- Message: -------------
    \(words)
    ------------- End message -------------

    """
  }

  @Test("a Maildir and an mbox file are watched, and what is missing is told")
  func watched() throws {
    let desk = try Desk()
    for folder in ["new", "cur", "tmp"] {
      try FileManager.default.createDirectory(
        atPath: "\(desk.folder)/box/\(folder)", withIntermediateDirectories: true)
    }
    let sent = try desk.write("sent", "")
    _ = try desk.write("config.toml", "[mail]\ninbox = \"box\"\nsent = \"sent\"\n")
    let session = try Session(desk)
    try session.see("No open negative review")

    let file = try desk.write("box/tmp/1.a", message("a", "Where is it?"))
    try FileManager.default.moveItem(atPath: file, toPath: "\(desk.folder)/box/new/1.a")
    try session.see("1 new message from buyers")
    let relay = CustomerKey.relay("wpr8hj096tpnty8@marketplace.amazon.com")
    let customer = try #require(try desk.store().customer(for: relay))
    #expect(customer.standing.newestUnanswered != nil)

    let handle = try #require(FileHandle(forWritingAtPath: sent))
    let own =
      "From a@b.c Fri Nov 27 15:03:09 2020\nFrom: a@b.c\nTo: \(relay.text)\nSubject: Re\n"
      + "Date: Fri, 27 Nov 2020 15:03:09 +0000\nMessage-ID: <s@b.c>\n\nOn its way.\n"
    try handle.write(contentsOf: Data(own.utf8))
    try handle.close()
    try session.see("1 contact made elsewhere")
    #expect(try desk.store().customer(for: relay)?.standing.newestUnanswered == nil)
    try session.press("q")
    try session.waitForEnd()
  }

  @Test("a mailbox that is not there is told once")
  func missing() throws {
    let desk = try Desk()
    _ = try desk.write("config.toml", "[mail]\ninbox = \"nowhere\"\n")
    let session = try Session(desk)
    try session.see("see amends doctor")
    try session.press("q")
    try session.waitForEnd()
  }
}
