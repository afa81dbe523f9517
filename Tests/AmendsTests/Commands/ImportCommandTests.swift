import Foundation
import Ledger
import Store
import Testing

@Suite("import")
struct ImportCommandTests {
  @Test(
    "every format is found, and a second time changes nothing",
    arguments: [
      ("a.jsonl", Samples.jsonl, "reviews-jsonl", 3),
      ("b.tsv", Samples.feedback, "seller-feedback", 2),
      ("c.csv", Samples.export, "reviews-csv", 1), ("d.csv", Samples.sales, "business-report", 2),
      ("e.csv", Samples.contacts, "contacts-csv", 2),
    ])
  func twice(_ name: String, _ text: String, _ format: String, _ rows: Int) throws {
    let desk = try ProgramDesk()
    let file = try desk.write(name, text)
    let first = try desk.run("import", file, "--json")
    #expect(first.status == 0)
    #expect(
      first.lines == [
        #"{"file":"\#(file)","format":"\#(format)","rows":\#(rows),"added":\#(rows),"changed":0,"#
          + #""unchanged":0,"rejected":0,"rejections":[]}"#
      ])
    let second = try desk.run("import", file, "--json").object()
    #expect(second["added"] as? Int == 0)
    #expect(second["changed"] as? Int == 0)
    #expect(second["unchanged"] as? Int == rows)
  }

  @Test("a changed review is counted, and its former text is kept")
  func changed() throws {
    let desk = try ProgramDesk()
    try desk.run("import", try desk.write("a.tsv", Samples.feedback))
    let text = Samples.feedback.replacingOccurrences(of: "Never arrived.", with: "Arrived late.")
    let answer = try desk.run("import", try desk.write("a.tsv", text), "--json").object()
    #expect(answer["changed"] as? Int == 1)
    #expect(answer["unchanged"] as? Int == 1)
    let store = try desk.store()
    let customer = try #require(
      try store.customer(for: .relay("qw2smy2gutcr61k@marketplace.amazon.com")))
    let file = try #require(try store.customerFile(customer.id))
    #expect(file.reviews.map(\.text) == ["Arrived late."])
    #expect(file.timeline.contains { $0.text.contains("Never arrived.") })
  }

  @Test("a compressed file is read like any other")
  func gzip() throws {
    let desk = try ProgramDesk()
    let answer = try desk.run("import", try desk.write("a.gz", Samples.gzip), "--json").object()
    #expect(answer["format"] as? String == "reviews-jsonl")
    #expect(answer["added"] as? Int == 1)
  }

  @Test("refused rows are told with line, column and reason, and kept beside the desk")
  func rejected() throws {
    let desk = try ProgramDesk()
    let file = try desk.write(
      "c.csv",
      """
      customer,event,at,order,channel,note
      a@b.c,contacted,2026-11-01T10:00:00Z,,,
      a@b.c,phoned,2026-11-02T10:00:00Z,,,
      a@b.c,answered,soon,,,

      """)
    let run = try desk.run("import", file, "--json")
    #expect(run.status == 4)
    let answer = try run.object()
    #expect(answer["rows"] as? Int == 3)
    #expect(answer["added"] as? Int == 1)
    #expect(answer["rejected"] as? Int == 2)
    let rejections = try #require(answer["rejections"] as? [[String: Any]])
    #expect(rejections.map { $0["line"] as? Int } == [3, 4])
    #expect(rejections.map { $0["column"] as? String } == ["event", "at"])
    #expect(rejections.allSatisfy { ($0["reason"] as? String)?.isEmpty == false })
    let kept = try desk.read("c.csv.rejected").split(separator: "\n")
    #expect(kept.count == 4)
    #expect(kept[0].hasPrefix("# line 3, column \"event\": "))
    #expect(kept[1] == "a@b.c,phoned,2026-11-02T10:00:00Z,,,")
    #expect(try desk.mode("c.csv.rejected") == 0o600)
    #expect(!desk.names.contains { $0.hasPrefix(".rejected") })
  }

  @Test("the kept rows are those of the newest import of that name")
  func rejectedIsReplaced() throws {
    let desk = try ProgramDesk()
    try desk.run("import", try desk.write("c.csv", "customer,event,at\na@b.c,phoned,2026-11-02\n"))
    #expect(try desk.read("c.csv.rejected").contains("phoned"))
    try desk.run("import", try desk.write("c.csv", "customer,event,at\na@b.c,called,2026-11-02\n"))
    #expect(try !desk.read("c.csv.rejected").contains("phoned"))
    try desk.run(
      "import", try desk.write("c.csv", "customer,event,at\na@b.c,answered,2026-11-02\n"))
    #expect(!desk.names.contains("c.csv.rejected"))
  }

  @Test("of several files the good ones are in, whatever the others are")
  func several() throws {
    let desk = try ProgramDesk()
    let good = try desk.write("a.jsonl", Samples.jsonl)
    let run = try desk.run("import", desk.path("missing"), good, "--json")
    #expect(run.status == 4)
    let answers = try run.objects()
    #expect(answers.count == 2)
    #expect(answers[0]["format"] is NSNull)
    #expect((answers[0]["error"] as? String)?.contains("cannot be opened") == true)
    #expect(answers[1]["added"] as? Int == 3)
  }

  @Test(
    "what cannot be read exits with 1 and says why",
    arguments: [
      "missing", "folder", "empty", "noise", "pipe",
    ])
  func hostilePaths(_ kind: String) throws {
    let desk = try ProgramDesk()
    let path = desk.path(kind)
    switch kind {
    case "folder":
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    case "empty": try desk.write(kind, "")
    case "noise": try desk.write(kind, Data((0..<4096).map { UInt8(truncatingIfNeeded: $0 * 7) }))
    case "pipe": #expect(mkfifo(path, 0o600) == 0)
    default: break
    }
    let run = try desk.run("import", path)
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(!run.errors.isEmpty)
  }

  @Test("a file that may not be read says so", .enabled(if: geteuid() != 0))
  func unreadable() throws {
    let desk = try ProgramDesk()
    let file = try desk.write("a.jsonl", Samples.jsonl)
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file)
    let run = try desk.run("import", file)
    #expect(run.status == 1)
    #expect(run.errors.contains("Permission denied"))
  }

  @Test("a named pipe with a writer is read to its end")
  func namedPipe() throws {
    let desk = try ProgramDesk()
    let file = try desk.write("a.jsonl", Samples.jsonl)
    #expect(mkfifo(desk.path("pipe"), 0o600) == 0)
    let writer = Process()
    writer.executableURL = URL(fileURLWithPath: "/bin/sh")
    writer.arguments = ["-c", "cat \(file) > \(desk.path("pipe"))"]
    try writer.run()
    let answer = try desk.run("import", desk.path("pipe"), "--json").object()
    writer.waitUntilExit()
    #expect(answer["added"] as? Int == 3)
    #expect(answer["file"] as? String == desk.path("pipe"))
  }

  @Test("the standard input is a file too")
  func standardInput() throws {
    let answer = try ProgramDesk().run("import", "-", "--json", input: Samples.jsonl).object()
    #expect(answer["added"] as? Int == 3)
  }

  @Test("a report without dates asks for its days, and takes them")
  func period() throws {
    let desk = try ProgramDesk()
    let file = try desk.write("s.csv", Samples.undatedSales)
    let asked = try desk.run("import", file)
    #expect(asked.status == 1)
    #expect(asked.errors.contains("--from and --to"))
    let run = try desk.run("import", file, "--from", "2026-11-01", "--to", "2026-11-28", "--json")
    #expect(run.status == 0)
    #expect(try run.object()["added"] as? Int == 1)
  }

  @Test("--as overrides what the content looks like, and says what it expected")
  func format() throws {
    let desk = try ProgramDesk()
    let file = try desk.write("a.tsv", Samples.feedback)
    let run = try desk.run("import", file, "--as", "contacts-csv")
    #expect(run.status == 1)
    #expect(run.errors.contains("customer, event, at"))
  }

  @Test("escape sequences in names and rows reach no terminal")
  func hostileText() throws {
    let desk = try ProgramDesk()
    let file = try desk.write(
      "\u{1B}]0;x\u{7}.csv", "customer,event,at\na@b.c,\u{1B}[2J,2026-11-02\n")
    let people = try desk.run("import", file)
    let program = try desk.run("import", file, "--json")
    for text in [people.output, people.errors, program.output, program.errors] {
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }
    #expect(try program.object()["file"] as? String == file)
  }
}
