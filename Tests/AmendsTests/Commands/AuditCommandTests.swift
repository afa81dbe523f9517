import Foundation
import GRDB
import Testing

@Suite("audit")
struct AuditCommandTests {
  private static let person = "qw2smy2gutcr61k@marketplace.amazon.com"

  private func filled() throws -> ProgramDesk {
    let desk = try ProgramDesk()
    try desk.write("config.toml", "[agent]\nname = \"amy\"\n")
    try desk.run("import", try desk.write("b.tsv", Samples.feedback))
    for hour in 1...3 {
      try desk.run("record", Self.person, "contacted", "--at", "2026-11-0\(hour)T10:00:00Z")
    }
    return desk
  }

  /// Changes the desk's file without its guards, as whoever owns it can.
  private func tamper(_ desk: ProgramDesk, _ statement: String) throws {
    let queue = try DatabaseQueue(path: desk.path("desk.sqlite"))
    try queue.writeWithoutTransaction { db in
      for name in ["audit_frozen", "audit_kept"] { try db.execute(sql: "DROP TRIGGER \(name)") }
      try db.execute(sql: statement)
    }
    try queue.close()
  }

  @Test("lists the newest first, with who did it and from where")
  func list() throws {
    let desk = try filled()
    let entries = try desk.run("audit", "--json").objects()
    #expect(entries.map { $0["number"] as? Int } == [4, 3, 2, 1])
    let newest = try #require(entries.first)
    #expect(
      Set(newest.keys) == [
        "number", "at", "actor", "user", "host", "process", "action", "customer", "object",
        "details", "write", "hash",
      ])
    #expect(newest["actor"] as? String == "amy")
    #expect(newest["action"] as? String == "contact-recorded")
    #expect((newest["host"] as? String)?.isEmpty == false)
    #expect((newest["process"] as? String)?.split(separator: ":").count == 3)
    #expect((newest["details"] as? [String: String])?["kind"] == "contacted")
    #expect((newest["write"] as? String)?.count == 36)
    let text = try desk.run("audit", "--limit", "1")
    #expect(text.lines.count == 1)
    #expect(text.output.contains("contact-recorded"))
    #expect(!text.output.contains(Self.person))
  }

  @Test("can be narrowed to a person and to a time")
  func narrowed() throws {
    let desk = try filled()
    #expect(try desk.run("audit", "--customer", Self.person).lines.count == 3)
    #expect(try desk.run("audit", "--customer", "c9kz7729x4bx0a@marketplace.amazon.de").lines == [])
    #expect(try desk.run("audit", "--customer", "nobody").status == 1)
    #expect(try desk.run("audit", "--since", "2999-01-01").lines.isEmpty)
    #expect(try desk.run("audit", "--limit", "2").lines.count == 2)
  }

  @Test("a whole chain exits with 0 and gives its head")
  func whole() throws {
    let desk = try filled()
    let head = try desk.run("audit", "head").lines[0]
    #expect(
      try desk.run("audit", "head", "--json").output == "{\"count\":4,\"head\":\"\(head)\"}\n")
    let run = try desk.run("audit", "verify")
    #expect(run.status == 0)
    #expect(run.output.contains("4 entries"))
    #expect(run.output.contains(head))
    #expect(
      try desk.run("audit", "verify", "--json").output
        == #"{"whole":true,"count":4,"head":"\#(head)","fault":null,"untold":0,"noted":null}"#
        + "\n")
  }

  @Test("a changed entry is named, and exits with 1")
  func changed() throws {
    let desk = try filled()
    try tamper(desk, "UPDATE audit SET actor = 'eve' WHERE seq = 3")
    let run = try desk.run("audit", "verify")
    #expect(run.status == 1)
    #expect(run.output.contains("NOT WHOLE: entry 3 was changed"))
    let json = try desk.run("audit", "verify", "--json").object()
    #expect((json["fault"] as? [String: Any])?["number"] as? Int == 3)
    let doctor = try desk.run("doctor", "--json")
    #expect(doctor.status == 1)
    let line = try #require(try doctor.objects().first { $0["topic"] as? String == "audit" })
    #expect(line["level"] as? String == "fault")
  }

  @Test("a tail that was cut off shows against a noted head alone")
  func cut() throws {
    let desk = try filled()
    let head = try desk.run("audit", "head").lines[0]
    try desk.run("record", Self.person, "answered")
    let grown = try desk.run("audit", "verify", "--head", head)
    #expect(grown.status == 0)
    #expect(grown.output.contains("that of entry 4"))
    try tamper(desk, "DELETE FROM audit WHERE seq > 3")
    #expect(try desk.run("audit", "verify").status == 0)
    let cut = try desk.run("audit", "verify", "--head", head)
    #expect(cut.status == 1)
    #expect(cut.output.contains("NOT FOUND"))
  }

  @Test("doctor names the head")
  func doctor() throws {
    let desk = try filled()
    let head = try desk.run("audit", "head").lines[0]
    #expect(try desk.run("doctor").output.contains(head))
  }

  @Test("a fact that is recorded under the same id twice is one")
  func id() throws {
    let desk = try filled()
    func record() throws -> ProgramRun {
      try desk.run("record", Self.person, "answered", "--id", "job-17", "--json")
    }
    let first = try record()
    let second = try record()
    #expect(first.status == 0)
    #expect(try second.object()["known"] as? Bool == false)
    #expect(try desk.run("audit", "--json").lines.count == 5)
    #expect(
      try desk.run("record", Self.person, "answered", "--json").object()["known"] as? Bool == false)
  }
}
