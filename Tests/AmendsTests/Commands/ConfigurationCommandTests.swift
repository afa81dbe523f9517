import Foundation
import Testing

@Suite("A broken configuration stops no command")
struct ConfigurationCommandTests {
  @Test(
    "it is told on standard error with file, line and key, and the answer stands",
    arguments: [
      ("[contact\n", "config.toml:1: "),
      (
        "[contact]\nintervall_hours = 3\n",
        ":2: contact.intervall_hours: there is no such key: did you mean “interval_hours”?"
      ),
      ("[contakt]\n", ":1: contakt: there is no such section: did you mean “contact”?"),
      ("[contact]\ninterval_hours = \"3\"\n", ":2: contact.interval_hours: this is a text"),
      (
        "[delivery]\ncarrier = \"maildir\"\nfrom = \"a@example.com\"\n",
        ":2: delivery.carrier: a maildir needs maildir"
      ),
      (
        "[policy]\nreader = \"onn\"\n",
        ":2: policy.reader: “onn” is none of on, warn, off: did you mean “on”?"
      ),
      ("[policy]\nreeder = \"on\"\n", "did you mean “reader”?; known are profile, reader, packs"),
      ("a = \"\u{0}\"", "config.toml"),
    ])
  func told(_ text: String, _ fault: String) throws {
    let desk = try ProgramDesk()
    try desk.write("config.toml", text)
    let run = try desk.run("cooldown", "x", "--at", "2026-11-10", "--json")
    #expect(run.status == 0)
    #expect(run.errors.contains(fault), "\(run.errors)")
    #expect(run.errors.contains("the default is used"))
    #expect(try run.object()["allowed"] as? Bool == true)
    #expect(try desk.run("doctor").status == 1)
  }

  @Test(
    "bytes that are no text, a folder and a huge file are told too",
    arguments: ["bytes", "folder", "huge"])
  func unreadable(_ kind: String) throws {
    let desk = try ProgramDesk()
    switch kind {
    case "bytes": try desk.write("config.toml", Data([0xFF, 0xFE, 0x00]))
    case "huge": try desk.write("config.toml", String(repeating: "#\n", count: 200_000))
    default:
      try FileManager.default.createDirectory(
        atPath: desk.path("config.toml"), withIntermediateDirectories: false)
    }
    let run = try desk.run("list")
    #expect(run.status == 0)
    #expect(run.errors.contains("cannot be read"))
  }

  @Test("a pipe in its place is not waited for")
  func pipe() throws {
    let desk = try ProgramDesk()
    #expect(mkfifo(desk.path("config.toml"), 0o600) == 0)
    let run = try desk.run("list")
    #expect(run.status == 0)
    #expect(run.errors.contains("not a plain file"))
  }

  @Test("what is right in a file with faults is taken")
  func partly() throws {
    let desk = try ProgramDesk()
    try desk.write("config.toml", "[contact]\nquiet_hours = \"none\"\nzone = \"Mars/Base\"\n")
    let run = try desk.run("cooldown", "x", "--at", "2026-11-10T23:00:00Z", "--json")
    #expect(try run.object()["allowed"] as? Bool == true)
    #expect(run.errors.contains("Mars/Base"))
  }
}
