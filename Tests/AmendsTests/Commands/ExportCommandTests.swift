import Foundation
import Testing

@Suite("export")
struct ExportCommandTests {
  private static let person = "qw2smy2gutcr61k@marketplace.amazon.com"

  private func filled() throws -> ProgramDesk {
    let desk = try ProgramDesk()
    try desk.run(
      "import", try desk.write("a.jsonl", Samples.jsonl), try desk.write("b.tsv", Samples.feedback),
      try desk.write("e.csv", Samples.contacts), try desk.write("d.csv", Samples.sales))
    return desk
  }

  @Test("JSON lines hold everything, exactly, with its kind")
  func lines() throws {
    let desk = try filled()
    let hostile = "=1+1\u{1B}[2J\u{202E}\"x\"\r\n\tend"
    try desk.run("record", "A2XQ", "answered", "--note", hostile)
    let run = try desk.run("export")
    #expect(run.status == 0)
    let objects = try run.objects()
    let kinds = Set(objects.compactMap { $0["what"] as? String })
    #expect(kinds.isSuperset(of: ["customers", "reviews", "contacts", "sales", "audit"]))
    #expect(objects.contains { $0["note"] as? String == hostile })
    #expect(!run.output.contains("\u{1B}"))
    #expect(!run.output.contains("\u{202E}"))
    let reviews = try desk.run("export", "--what", "reviews").objects()
    #expect(reviews.count == 5)
    #expect(reviews.contains { $0["text"] as? String == "Never arrived." })
  }

  @Test("a CSV is what RFC 4180 says, without formulas and control characters")
  func table() throws {
    let desk = try filled()
    for (index, note) in ["=1+1", "+1", "-1", "@x", "a\"b,c", "\u{1B}[2J\nred"].enumerated() {
      try desk.run(
        "record", "P\(index)", "answered", "--note=\(note)", "--at", "2026-11-0\(index + 1)")
    }
    let safe = try desk.run("export", "--what", "contacts", "--csv").output
    #expect(safe.hasPrefix("\"customer\",\"event\",\"at\",\"order\",\"channel\",\"note\",\"zone\""))
    for cell in ["'=1+1", "'+1", "'-1", "'@x", "a\"\"b,c", "␛[2J\nred"] {
      #expect(safe.contains(",\"\(cell)\","), "\(cell)")
    }
    #expect(safe.hasSuffix("\r\n"))
    #expect(!safe.contains("\u{1B}"))
    let raw = try desk.run("export", "--what", "contacts", "--csv", "--raw").output
    #expect(raw.contains(",\"=1+1\","))
    #expect(raw.contains(",\"\u{1B}[2J\nred\","))
  }

  @Test("contacts that were written out can be imported again, here and elsewhere")
  func roundTrip() throws {
    let desk = try filled()
    try desk.run("record", "A2XQ", "answered", "--note", "=SUM(A1)\n\"quoted\", and more")
    let file = desk.path("contacts-out.csv")
    #expect(
      try desk.run("export", "--what", "contacts", "--csv", "--raw", "--output", file).status == 0)
    let here = try desk.run("import", file, "--json").object()
    #expect(here["format"] as? String == "contacts-csv")
    #expect((here["unchanged"] as? Int, here["rejected"] as? Int) == (3, 0))
    let other = try ProgramDesk()
    let there = try other.run("import", file, "--json").object()
    #expect(there["added"] as? Int == 3)
    func facts(_ desk: ProgramDesk) throws -> [[String]] {
      try desk.run("export", "--what", "contacts").objects().map { fact in
        ["customer", "event", "at", "order", "channel", "note"].map { fact[$0] as? String ?? "" }
      }
    }
    #expect(try facts(other) == facts(desk))
  }

  @Test("one person's data, and nobody else's")
  func person() throws {
    let desk = try filled()
    let run = try desk.run("export", "--customer", Self.person)
    let objects = try run.objects()
    let kinds = objects.compactMap { $0["what"] as? String }
    #expect(Set(kinds).isSuperset(of: ["customers", "reviews", "contacts"]))
    #expect(!kinds.contains("sales"))
    #expect(!run.output.contains("Cracked"))
    #expect(run.output.contains("Never arrived."))
    #expect(try desk.run("export", "--customer", "nobody").status == 1)
  }

  @Test("a file is for its owner alone, whole, and takes another's place only on purpose")
  func file() throws {
    let desk = try filled()
    let file = desk.path("out.jsonl")
    #expect(try desk.run("export", "--what", "reviews", "--output", file).status == 0)
    #expect(try desk.mode("out.jsonl") == 0o600)
    let before = try desk.read("out.jsonl")
    #expect(before.split(separator: "\n").count == 5)
    let again = try desk.run("export", "--output", file)
    #expect(again.status == 1)
    #expect(again.errors.contains("--force"))
    #expect(try desk.read("out.jsonl") == before)
    #expect(try desk.run("export", "--what", "sales", "--output", file, "--force").status == 0)
    #expect(try desk.read("out.jsonl") != before)
    #expect(!desk.names.contains { $0.hasSuffix(".part") })
    let nowhere = try desk.run("export", "--output", "/nonexistent/x")
    #expect(nowhere.status == 4)
    let folder = try desk.run("export", "--output", desk.folder, "--force")
    #expect(folder.status == 1)
  }

  @Test("the audit tells that something was written out, and whose")
  func told() throws {
    let desk = try filled()
    try desk.run("export", "--what", "reviews", "--customer", Self.person)
    let entry = try desk.run("audit", "--limit", "1", "--json").object()
    #expect(entry["action"] as? String == "exported")
    #expect((entry["object"] as? String)?.hasPrefix("customer ") == true)
    #expect((entry["details"] as? [String: String]) == ["what": "reviews"])
  }
}
