import Foundation
import Ledger
import Store
import Testing

@Suite("import of mail")
struct MailImportCommandTests {
  private func mailbox(_ desk: ProgramDesk) throws -> String {
    try desk.maildir(
      "Maildir",
      [
        "1.a.host": MailSamples.buyer("a", "Where is my order?"),
        "2.b.host": MailSamples.sent("b", "It left on Monday."),
        "3.c.host": "From: News <news@example.org>\nSubject: Ten tips\nDate: x\n\nBuy.\n",
        "4.d.host": MailSamples.buyer("d", "Click", from: "x@marketplace.amazon.com.evil.example"),
      ])
  }

  @Test("a Maildir is told in words, and its facts hold at once")
  func maildir() throws {
    let desk = try ProgramDesk()
    let path = try mailbox(desk)
    let run = try desk.run("import", path)
    #expect(run.status == 4)
    #expect(run.lines[0] == "\(path): mail, 4 rows: 2 added, 0 changed, 0 unchanged, 1 refused")
    #expect(
      run.lines[1]
        == "  1 new message from buyers, 1 contact made elsewhere, 1 that concern no buyer")
    #expect(run.lines[2].hasPrefix("  new/4.d.host, line 1, column \"From\": "))
    #expect(try desk.read("Maildir.rejected").contains("evil.example"))
    let cooldown = try desk.run(
      "cooldown", MailSamples.relay, "--at", "2026-11-27T16:00:00Z", "--json")
    #expect(cooldown.status == 1)
    #expect(try cooldown.object()["limit"] as? String == "interval")
    let later = try desk.run("cooldown", MailSamples.order, "--at", "2026-11-30T16:00:00Z")
    #expect(later.status == 0)
  }

  @Test("--json tells what the messages were, and a second time nothing is new")
  func json() throws {
    let desk = try ProgramDesk()
    let path = try mailbox(desk)
    let first = try desk.run("import", path, "--json").object()
    #expect(first["format"] as? String == "mail")
    #expect(first["rows"] as? Int == 4)
    let mail = try #require(first["mail"] as? [String: Int])
    #expect(
      mail == [
        "messages": 1, "contacts": 1, "copies": 0, "optOuts": 0, "notices": 0, "ignored": 1,
      ])
    let refused = try #require((first["rejections"] as? [[String: Any]])?.first)
    #expect(refused["file"] as? String == "new/4.d.host")
    #expect(refused["column"] as? String == "From")
    let second = try desk.run("import", path + "/", "--json").object()
    #expect(second["added"] as? Int == 0)
    #expect(second["unchanged"] as? Int == 2)
    #expect((second["mail"] as? [String: Int])?["messages"] == 0)
  }

  @Test("an mbox and a single message are known by their content")
  func files() throws {
    let desk = try ProgramDesk()
    let mbox = try desk.write(
      "inbox", MailSamples.mbox([MailSamples.buyer("a", "One"), MailSamples.buyer("b", "Two")]))
    let single = try desk.write("x", MailSamples.buyer("b", "Two"))
    let answers = try desk.run("import", mbox, single, "--json").objects()
    #expect(answers.map { $0["added"] as? Int } == [2, 0])
    #expect(answers.map { $0["format"] as? String } == ["mail", "mail"])
    #expect(try desk.run("import", mbox, "--as", "reviews-csv").status == 1)
  }

  @Test("own mail that came in is refused until its address is named")
  func addresses() throws {
    let desk = try ProgramDesk()
    let file = try desk.write(
      "own.eml", "Received: by mx; Fri, 27 Nov 2026 15:00:01 +0000\n" + MailSamples.sent("s", "Hi.")
    )
    let refused = try desk.run("import", file)
    #expect(refused.status == 4)
    #expect(refused.output.contains("[mail] addresses"))
    try desk.write("config.toml", "[mail]\naddresses = [\"Shop@shop.example\"]\n")
    #expect(try desk.run("import", file).output.contains("1 contact made elsewhere"))
  }

  @Test("names and texts of mail reach no terminal as they are")
  func hostile() throws {
    let desk = try ProgramDesk()
    let path = try desk.maildir(
      "Maildir",
      ["1.\u{1B}[2J": MailSamples.buyer("a", "x", from: "\u{1B}]0;x\u{7}@marketplace.amazon.com")])
    for run in [try desk.run("import", path), try desk.run("import", path, "--json")] {
      let text = run.output + run.errors
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }
  }

  @Test("doctor says what is wrong with a watched mailbox, and how to mend it")
  func doctor() throws {
    let desk = try ProgramDesk()
    func levels(_ config: String) throws -> [String] {
      try desk.write("config.toml", config)
      return try desk.run("doctor", "--json").objects()
        .filter { $0["topic"] as? String == "mail" }.compactMap { $0["level"] as? String }
    }
    #expect(try levels("") == ["ok"])
    #expect(try levels("[mail]\ninbox = \"missing\"\naddresses = [\"a@b.example\"]\n") == ["fault"])
    try desk.write("notes.txt", "hello\n")
    #expect(try levels("[mail]\nsent = \"notes.txt\"\n") == ["fault", "note"])
    _ = try desk.maildir("box", [:])
    try desk.write("empty", "")
    #expect(
      try levels("[mail]\ninbox = \"box\"\nsent = \"empty\"\naddresses = [\"a@b.example\"]\n")
        == ["ok", "ok"])
  }
}
