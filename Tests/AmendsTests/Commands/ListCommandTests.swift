import AmendsPolicy
import Foundation
import Ledger
import Store
import Testing

@Suite("list")
struct ListCommandTests {
  private func filled() throws -> ProgramDesk {
    let desk = try ProgramDesk()
    try desk.run("import", try desk.write("a.jsonl", Samples.jsonl))
    try desk.run("import", try desk.write("b.tsv", Samples.feedback))
    return desk
  }

  @Test("--json has the contract's fields, in order")
  func fields() throws {
    let desk = try filled()
    let run = try desk.run("list", "--filter", "Never", "--json")
    let line = try #require(run.lines.first)
    let id = try #require(try run.object()["id"] as? Int)
    let head =
      #"{"id":\#(id),"kind":"seller_feedback","rating":1,"title":"","text":"Never arrived.","#
      + #""postedAt":"2026-11-20T12:00:00Z","customer":"qw2smy2gutcr61k@marketplace.amazon.com","#
      + #""order":"114-7863528-5212210","asin":null,"cause":null,"state":"open","contact":{"allowed":"#
    #expect(line.hasPrefix(head))
    let contact = try #require(try run.object()["contact"] as? [String: Any])
    #expect(Set(contact.keys) == ["allowed", "until", "limit"])
    #expect(line.hasSuffix(#"},"snoozed":null}"#))
  }

  @Test("negative and open is what is listed; --all lists every review")
  func scope() throws {
    let desk = try filled()
    #expect(try desk.run("list", "--json").lines.count == 4)
    #expect(try desk.run("list", "--all", "--json").lines.count == 5)
    #expect(try desk.run("list", "--all", "--filter", "stars:5", "--json").lines.count == 1)
    #expect(try desk.run("list", "--filter", "kind:feedback", "--json").lines.count == 2)
    #expect(try desk.run("list", "--limit", "3", "--json").lines.count == 3)
    #expect(try desk.run("list", "--limit", "0", "--json").output.isEmpty)
  }

  @Test("a snoozed review is left out until it is asked for, and says until when")
  func snoozed() throws {
    let desk = try filled()
    let id = try #require(
      try desk.run("list", "--filter", "Never", "--json").object()["id"] as? Int)
    let store = try DeskStore(at: desk.folder)
    let end = try #require(ISO8601.instant("2199-01-01T09:00:00Z"))
    try store.setSnoozes([ReviewID(Int64(id)): .until(end)], at: end - .days(1), by: "amy")
    #expect(try desk.run("list", "--json").lines.count == 3)
    #expect(try desk.run("list", "--all", "--json").lines.count == 5)
    #expect(try desk.run("list", "--filter", "is:any", "--json").lines.count == 4)
    let snoozed = try desk.run("list", "--filter", "is:snoozed", "--json").object()
    #expect(snoozed["id"] as? Int == id)
    #expect(snoozed["snoozed"] as? String == "2199-01-01T09:00:00Z")
    #expect(try desk.run("list", "--filter", "is:snoozed").output.contains("snoozed: 2199-01-01"))
    try store.setSnoozes([ReviewID(Int64(id)): .untilTheyWrite], at: end, by: "amy")
    let waiting = try desk.run("list", "--filter", "is:snoozed", "--json").object()
    #expect(waiting["snoozed"] as? String == "until-they-write")
    #expect(try desk.run("list", "--filter", "is:asleep").status == 2)
    try store.close()
  }

  @Test("the order can be said")
  func order() throws {
    let desk = try filled()
    let newest = try desk.run("list", "--order", "newest", "--json").objects()
    let times = newest.compactMap { $0["postedAt"] as? String }
    #expect(times == times.sorted(by: >))
    let oldest = try desk.run("list", "--order", "oldest", "--json").objects()
    #expect(oldest.compactMap { $0["postedAt"] as? String } == times.reversed())
  }

  @Test("contact says which limit holds, and until when")
  func contact() throws {
    let desk = try filled()
    try desk.write("config.toml", "[contact]\nquiet_hours = \"none\"\n")
    let person = "qw2smy2gutcr61k@marketplace.amazon.com"
    try desk.run("record", person, "contacted")
    let cooling = try desk.run("list", "--filter", "Never", "--json").object()
    let contact = try #require(cooling["contact"] as? [String: Any])
    #expect(contact["allowed"] as? Bool == false)
    #expect(contact["limit"] as? String == "interval")
    let cooldown = try desk.run("cooldown", person, "--json").object()
    #expect(contact["until"] as? String == cooldown["until"] as? String)
    try desk.run("record", person, "opted-out")
    let never = try desk.run("list", "--filter", "Never", "--json").object()
    let silence = try #require(never["contact"] as? [String: Any])
    #expect(silence["until"] is NSNull)
    #expect(silence["limit"] as? String == "opted-out")
  }

  @Test("more reviews than a page are all listed, each once")
  func pages() throws {
    let desk = try ProgramDesk()
    let lines = (0..<1203).map { number in
      #"{"rating":1.0,"title":"t","text":"x \#(number)","asin":"B0ZLBC83PR","parent_asin":"#
        + #""B0ZLBC83PR","user_id":"A\#(number)","timestamp":\#(1_785_493_585_000 + number % 7)}"#
    }
    try desk.run("import", try desk.write("a.jsonl", lines.joined(separator: "\n")))
    let ids = try desk.run("list", "--json").objects().compactMap { $0["id"] as? Int }
    #expect(ids.count == 1203)
    #expect(Set(ids).count == 1203)
  }

  @Test("hostile texts reach no terminal")
  func hostile() throws {
    let desk = try ProgramDesk()
    let line =
      #"{"rating":1.0,"title":"\u001b[2J\u202egnp","text":"\u0007\u009b1m\u0085","asin":"B0ZLBC83PR","#
      + #""parent_asin":"B0ZLBC83PR","user_id":"A1","timestamp":1785493585808}"#
    try desk.run("import", try desk.write("a.jsonl", line))
    for arguments in [["list"], ["list", "--json"]] {
      let run = try Program.run(arguments + ["--desk", desk.folder], home: desk.folder)
      #expect(run.lines.count == 1)
      #expect(
        !run.output.unicodeScalars.contains {
          $0 != "\n" && [.control, .format].contains($0.properties.generalCategory)
        })
    }
    let title = try desk.run("list", "--json").object()["title"] as? String
    #expect(title == "\u{1B}[2J\u{202E}gnp")
  }
}
