import Foundation
import Testing

@Suite("Usage and exit codes")
struct UsageTests {
  @Test("prints its version")
  func version() throws {
    let run = try ProgramDesk().run("--version")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("amends "))
  }

  @Test(
    "a wrong command line exits with 2",
    arguments: [
      ["check", "--rating", "9"], ["check", "--kind", "letter"], ["list", "--filter", "stars:9"],
      ["list", "--order", "best"], ["import"], ["import", "x", "--from", "2026-01-01"],
      ["import", "x", "--from", "2026-02-01", "--to", "2026-01-01"], ["record", "a@b.c"],
      ["record", "a@b.c", "phoned"], ["record", "a@b.c", "contacted", "--at", "yesterday"],
      ["record", "a@b.c", "contacted", "--zone", "Mars/Base"],
      ["record", "a@b.c", "order-completed"],
      ["cooldown"], ["cooldown", " "], ["cooldown", "a@b.c", "--at", "2026-13-01"],
      ["queue", "hold"], ["list", "--limit", "-1"], ["--unknown"], ["reader", "instal"],
      ["audit", "verify", "--head", "abc"], ["audit", "--limit", "-1"], ["erase"],
      ["erase", "x", "--json"],
      ["erase", "x", "--finish"], ["export", "--csv"], ["export", "--raw"],
      ["export", "--output", ""],
      ["export", "--what", "mail"], ["export", "--what", "sales", "--what", "sales"],
      ["record", "a@b.c", "contacted", "--id", "a b"], ["reader", "install", "--from"],
      ["reader", "eval"], ["reader", "weigh", "x"], ["reader", "weigh"],
      ["reader", "weigh", "x", "--scores", "y"], ["reader", "weigh", "x", "--unseen", "y"],
    ])
  func usage(_ arguments: [String]) throws {
    let desk = try ProgramDesk()
    let run = try Program.run(arguments + ["--desk", desk.folder], home: desk.folder)
    #expect(run.status == 2, "\(arguments): \(run.errors)")
    #expect(!run.errors.isEmpty)
    #expect(run.output.isEmpty)
  }

  @Test(
    "a mistyped command is answered with the right one",
    arguments: [
      ("chek", "check"), ("improt", "import"), ("cooldwon", "cooldown"), ("dcotor", "doctor"),
      ("raeder", "reader"),
    ])
  func mistyped(_ word: String, _ meant: String) throws {
    let desk = try ProgramDesk()
    let run = try Program.run([word], home: desk.folder)
    #expect(run.status == 2)
    #expect(run.errors.contains("did you mean “\(meant)”?"))
  }

  @Test(
    "help teaches by example",
    arguments: [
      "import", "list", "check", "record", "cooldown", "queue", "rules", "reader", "doctor", "demo",
      "keys", "bench", "audit", "erase", "export", "man", "completions", "tour",
    ])
  func help(_ command: String) throws {
    let run = try Program.run([command, "--help"], home: "/nonexistent")
    #expect(run.status == 0)
    #expect(run.output.contains("USAGE: amends \(command)"))
  }

  @Test("--desk may stand before the command")
  func deskFirst() throws {
    let desk = try ProgramDesk()
    for line in [["--desk", desk.folder, "list"], ["--desk=\(desk.folder)", "queue", "list"]] {
      #expect(try Program.run(line, home: "/nonexistent").status == 0)
    }
    #expect(desk.names.contains("desk.sqlite"))
  }

  @Test("a desk that cannot be opened exits with 3")
  func noDesk() throws {
    let desk = try ProgramDesk()
    try desk.write("desk.sqlite", "this is no database, and long enough to look like one")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: desk.path("desk.sqlite"))
    for command in ["list", "cooldown"] {
      let rest = command == "cooldown" ? ["x"] : []
      let run = try Program.run([command] + rest + ["--desk", desk.folder], home: desk.folder)
      #expect(run.status == 3)
      #expect(run.errors.contains("desk"))
    }
    let file = try desk.write("plain", "")
    #expect(try Program.run(["list", "--desk", file], home: desk.folder).status == 3)
  }

  @Test("an answer that cannot be written is a failure")
  func fullOutput() throws {
    let desk = try ProgramDesk()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "\(Program.path) keys --desk \(desk.folder) > /dev/full"]
    process.standardError = FileHandle(forWritingAtPath: "/dev/null")
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus != 0)
  }

  @Test("keys lists every command of the table by its name in the configuration")
  func keys() throws {
    let run = try Program.run(["keys"], home: "/nonexistent")
    #expect(run.status == 0)
    for word in ["inbox:", "customer:", "composer:", "outbox:", "compose", "ctrl-s"] {
      #expect(run.output.contains(word))
    }
  }

  @Test("without a terminal the inbox says so, and exits with 1")
  func noTerminal() throws {
    let run = try ProgramDesk().run("open")
    #expect(run.status == 1)
    #expect(run.errors.contains("terminal"))
    #expect(run.output.isEmpty)
  }
}
