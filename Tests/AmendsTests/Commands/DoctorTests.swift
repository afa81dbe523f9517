import Foundation
import Testing

@Suite("doctor")
struct DoctorTests {
  private func levels(_ run: ProgramRun) throws -> [String: String] {
    var levels: [String: String] = [:]
    for line in try run.objects() {
      let topic = try #require(line["topic"] as? String)
      let level = try #require(line["level"] as? String)
      if levels[topic] != "fault" { levels[topic] = level }
      #expect((line["text"] as? String)?.isEmpty == false)
      if level != "ok" { #expect((line["remedy"] as? String)?.isEmpty == false) }
    }
    return levels
  }

  @Test("a machine in order exits with 0, and no desk is made")
  func healthy() throws {
    let desk = try ProgramDesk()
    let run = try desk.run("doctor", "--json")
    #expect(run.status == 0)
    let levels = try levels(run)
    for topic in ["config", "keys", "zone", "desk", "packs", "themes", "carrier", "locale"] {
      #expect(levels[topic] == "ok", "\(topic)")
    }
    #expect(levels["terminal"] == "note")
    #expect(levels["reader"] == "note")
    #expect(levels["sqlite"] != nil)
    #expect(desk.names.isEmpty)
  }

  @Test("a desk is opened and its durability read back")
  func desk() throws {
    let desk = try ProgramDesk()
    try desk.run("list")
    #expect(try desk.run("doctor").output.contains("synchronous=FULL"))
  }

  @Test(
    "every fault has its remedy and exits with 1",
    arguments: [
      ("[screen]\ntheme = \"pink\"\n", "themes"), ("[keys]\ncompose = \"j\"\n", "keys"),
      ("[keys]\ncompoze = \"c\"\n", "keys"), ("[agent]\nname = \"\"\n", "config"),
      (
        "[delivery]\ncarrier=\"maildir\"\nmaildir=\"/nonexistent/x/y\"\nfrom=\"a@example.com\"\n",
        "carrier"
      ),
    ])
  func faults(_ text: String, _ topic: String) throws {
    let desk = try ProgramDesk()
    try desk.write("config.toml", text)
    let run = try desk.run("doctor", "--json")
    #expect(run.status == 1)
    #expect(try levels(run)[topic] == "fault")
  }

  @Test(
    "a broken theme of one's own is told with its line", arguments: ["name = \n", "[é]", "a = [}"])
  func theme(_ text: String) throws {
    let desk = try ProgramDesk()
    try FileManager.default.createDirectory(
      atPath: desk.path("themes"), withIntermediateDirectories: false)
    try desk.write("themes/mine.toml", text)
    let run = try desk.run("doctor", "--json")
    #expect(run.status == 1)
    #expect(try levels(run)["themes"] == "fault")
  }

  @Test("a second reader that cannot judge is a note with what to do; to switch it off is in order")
  func reader() throws {
    let desk = try ProgramDesk()
    let file = try desk.write("reader.amends", "nonsense")
    let foreign = try desk.run("doctor", "--json")
    #expect(foreign.status == 0)
    #expect(try levels(foreign)["reader"] == "note")
    let line = try #require(try foreign.objects().first { $0["topic"] as? String == "reader" })
    let remedy = try #require(line["remedy"] as? String)
    #expect(remedy.hasPrefix("\(file): "))
    #expect(remedy.contains("`amends reader install`"))
    try desk.write("config.toml", "[policy]\nreader = \"off\"\n")
    let off = try desk.run("doctor", "--json")
    #expect(try levels(off)["reader"] == "ok")
  }

  @Test("a second reader that is whole is in order", .enabled(if: SmallModel.fits))
  func wholeReader() throws {
    let desk = try ProgramDesk()
    try desk.write("reader.amends", SmallModel.file())
    #expect(try levels(try desk.run("doctor", "--json"))["reader"] == "ok")
  }

  @Test("a desk that is open to others is a note, one that others can write to a fault")
  func modes() throws {
    let desk = try ProgramDesk()
    try desk.run("list")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: desk.folder)
    let open = try desk.run("doctor", "--json")
    #expect(open.status == 0)
    #expect(try levels(open)["modes"] == "note")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o777], ofItemAtPath: desk.folder)
    let wide = try desk.run("doctor", "--json")
    #expect(wide.status == 1)
    #expect(try levels(wide)["desk"] == "fault")
  }

  @Test("a locale without UTF-8 is noted")
  func locale() throws {
    let desk = try ProgramDesk()
    let run = try Program.run(
      ["doctor", "--json", "--desk", desk.folder], home: desk.folder, environment: ["LANG": "C"])
    #expect(try levels(run)["locale"] == "note")
  }
}
