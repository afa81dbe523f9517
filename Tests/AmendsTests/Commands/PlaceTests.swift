import Foundation
import Testing

@Suite("Where things lie")
struct PlaceTests {
  @Test("--desk holds everything, for its owner alone")
  func oneFolder() throws {
    let desk = try ProgramDesk()
    let inner = desk.path("new/desk")
    let file = try desk.write("bad.csv", "customer,event,at\nx,phoned,2026-01-01\n")
    let run = try Program.run(["import", file, "--desk", inner], home: desk.folder)
    #expect(run.status == 4)
    #expect(try desk.mode("new/desk") == 0o700)
    for name in ["desk.sqlite", "desk.lock", "bad.csv.rejected"] {
      #expect(try desk.mode("new/desk/\(name)") == 0o600)
    }
    #expect(desk.names == ["bad.csv", "new"])
  }

  @Test("without it the folders of XDG are used")
  func xdg() throws {
    let desk = try ProgramDesk()
    let run = try Program.run(
      ["list"], home: desk.folder, environment: ["XDG_DATA_HOME": desk.path("data")])
    #expect(run.status == 0)
    #expect(FileManager.default.fileExists(atPath: desk.path("data/amends/desk.sqlite")))
  }

  @Test("a relative folder of XDG is ignored, home is used")
  func relativeXDG() throws {
    let desk = try ProgramDesk()
    let run = try Program.run(
      ["list"], home: desk.folder, environment: ["XDG_DATA_HOME": "relative"])
    #expect(run.status == 0)
    #expect(FileManager.default.fileExists(atPath: desk.path(".local/share/amends/desk.sqlite")))
  }

  @Test("the configuration is found in its folder of XDG")
  func xdgConfig() throws {
    let desk = try ProgramDesk()
    let folder = desk.path("config/amends")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try desk.write("config/amends/config.toml", "[agnet]\n")
    let run = try Program.run(
      ["list"], home: desk.folder, environment: ["XDG_CONFIG_HOME": desk.path("config")])
    #expect(run.status == 0)
    #expect(run.errors.contains("config.toml:1: agnet: there is no such section"))
  }
}
