import Foundation
import Testing

@Suite("backup and restore")
struct BackupCommandTests {
  private func desk() throws -> ProgramDesk {
    let desk = try ProgramDesk()
    try desk.run("import", try desk.write("b.tsv", Samples.feedback))
    return desk
  }

  @Test("a backup, its answer, and the way back")
  func roundTrip() throws {
    let desk = try desk()
    let backup = try desk.run("backup", "--json", "--keep", "3")
    #expect(backup.status == 0)
    let answer = try backup.object()
    #expect(
      Set(answer.keys) == [
        "file", "bytes", "reviews", "customers", "facts", "drafts", "replies", "permits", "removed",
      ])
    #expect(answer["reviews"] as? Int == 2)
    let file = try #require(answer["file"] as? String)
    #expect(file.hasPrefix(desk.path("backups/desk-")))
    try desk.run("record", "qw2smy2gutcr61k@marketplace.amazon.com", "opted-out")
    let restored = try desk.run("restore", file, "--json")
    #expect(restored.status == 0, "\(restored.errors)")
    let object = try restored.object()
    #expect(
      Set(object.keys) == [
        "kept", "reviews", "customers", "facts", "drafts", "replies", "permits", "freezes",
      ])
    let kept = try #require((object["kept"] as? [String])?.first)
    #expect(FileManager.default.fileExists(atPath: kept))
    #expect(try desk.run("sending").status == 1)
    #expect(try desk.run("list", "--all").lines.count == 2)
  }

  @Test("wrong command lines exit with 2, an existing file and a missing backup with an error")
  func refused() throws {
    let desk = try desk()
    for line in [
      ["backup", "--keep", "0"], ["backup", "x", "--keep", "2"], ["restore"],
      ["restore", "x", "--set-aside"],
    ] {
      #expect(try Program.run(line + ["--desk", desk.folder], home: desk.folder).status == 2)
    }
    let file = try desk.write("there", "x")
    #expect(try desk.run("backup", file).status == 3)
    #expect(try desk.read("there") == "x")
    let missing = try desk.run("restore", desk.path("missing"))
    #expect(missing.status == 1)
    #expect(missing.errors.contains("nothing was changed"))
  }

  @Test("a damaged desk names the newest good backup, which puts it right; nothing is deleted")
  func damaged() throws {
    let desk = try desk()
    try desk.run("backup")
    try Data(repeating: 0x41, count: 8192).write(to: URL(fileURLWithPath: desk.path("desk.sqlite")))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: desk.path("desk.sqlite"))
    let refused = try desk.run("list")
    #expect(refused.status == 3)
    let command = try #require(refused.errors.split(separator: "`").dropFirst().first)
    let words = command.split(separator: " ").map(String.init)
    #expect(words.prefix(2) == ["amends", "restore"])
    let restored = try desk.run("restore", words[2])
    #expect(restored.status == 0)
    #expect(try desk.run("list", "--all").lines.count == 2)
    #expect(desk.names.contains { $0.hasPrefix("desk.sqlite.before-restore-") })
    let aside = try desk.run("restore", "--set-aside")
    #expect(aside.output.contains("an empty desk was begun"))
    #expect(aside.output.contains("--nothing-sent-after TIME"))
  }

  @Test("a configuration that others may write to is not obeyed")
  func configuration() throws {
    let desk = try ProgramDesk()
    try desk.write("config.toml", "[contact]\ninterval_hours = 0\n")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o666], ofItemAtPath: desk.path("config.toml"))
    let run = try desk.run("list")
    #expect(run.errors.contains("others may write to it; run: chmod go-w"))
    #expect(try desk.run("doctor").status == 1)
  }

  @Test("the program leaves no core file behind")
  func noCore() throws {
    let desk = try ProgramDesk()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c",
      "ulimit -c unlimited; mkfifo '\(desk.path("p"))'; '\(Program.path)' check < '\(desk.path("p"))' & exec 3> '\(desk.path("p"))';"
        + " while ! grep -q 'Max core file size *0 *0' /proc/$!/limits; do :; done; kill $!",
    ]
    process.environment = ["HOME": desk.folder, "PATH": "/usr/bin:/bin"]
    process.standardOutput = FileHandle(forWritingAtPath: "/dev/null")
    process.standardError = FileHandle(forWritingAtPath: "/dev/null")
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
