import Foundation
import Testing

@testable import Amends

/// Compiled wording rules in the cache folder.
@Suite struct EngineFolderTests {
  private let desk: ProgramDesk

  init() throws { desk = try ProgramDesk() }

  @Test("what was kept is given back, for its owner alone")
  func keeps() throws {
    let folder = try #require(EngineFolder(folder: desk.path("a/cache"), packs: []))
    #expect(folder.image(of: "en") == nil)
    folder.keep([1, 2, 3], of: "en")
    #expect(folder.image(of: "en") == [1, 2, 3])
    #expect(folder.image(of: "de") == nil)
    let file = desk.path("a/cache/rules-en.image")
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try FileManager.default.contentsOfDirectory(atPath: desk.path("a/cache")).count == 1)
  }

  @Test("a changed pack, and a file that others may write, are not trusted")
  func refuses() throws {
    let pack = try desk.write("own.toml", "one")
    let folder = try #require(EngineFolder(folder: desk.path("cache"), packs: [pack]))
    folder.keep([1, 2, 3], of: "en")
    try desk.write("own.toml", "another")
    let later = try #require(EngineFolder(folder: desk.path("cache"), packs: [pack]))
    #expect(later.image(of: "en") == nil)
    #expect(folder.image(of: "en") == [1, 2, 3])
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o666], ofItemAtPath: desk.path("cache/rules-en.image"))
    #expect(folder.image(of: "en") == nil)
  }

  @Test("a folder that cannot be made costs nothing but time")
  func withoutFolder() throws {
    let file = try desk.write("file", "x")
    let folder = try #require(EngineFolder(folder: file + "/cache", packs: []))
    folder.keep([1, 2, 3], of: "en")
    #expect(folder.image(of: "en") == nil)
  }

  @Test("the program keeps what it compiled, and judges the same with it")
  func wholeWay() throws {
    let draft = "We send a full refund once you have removed your review."
    let first = try desk.run("check", "--json", input: draft)
    #expect(FileManager.default.fileExists(atPath: desk.path("cache/rules-en.image")))
    let second = try desk.run("check", "--json", input: draft)
    #expect(first.output == second.output)
    #expect(first.status == 1)
    try desk.write("cache/rules-en.image", "nonsense")
    #expect(try desk.run("check", "--json", input: draft).output == first.output)
  }
}
