import Foundation
import Testing

@Suite("rules")
struct RulesCommandTests {
  @Test("list names every rule with its severity")
  func list() throws {
    let run = try ProgramDesk().run("rules", "list")
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("block  lure.conditional ") })
    #expect(lines.contains { $0.hasPrefix("warn   ask.removal ") })
  }

  @Test(
    "show explains a rule in the language that is asked for; an unknown one is told with a hint")
  func show() throws {
    let desk = try ProgramDesk()
    let german = try desk.run("rules", "show", "ask.removal", "--lang", "de")
    #expect(german.output.contains("Bitte löschen Sie Ihre Bewertung."))
    #expect(german.output.contains("block for product reviews in the strict profile"))
    let wrong = try desk.run("rules", "show", "ask.removel")
    #expect(wrong.status == 1)
    #expect(wrong.errors.contains("ask.removal"))
  }

  @Test("test runs the examples of a folder's packs and names what fails with file and line")
  func examples() throws {
    let desk = try ProgramDesk()
    let pack = """
      [pack]
      id = "own"
      language = "en"
      [source.s]
      title = "t"
      url = "u"
      checked = "2026-01-10"
      [concept.LAMP]
      match = ["the lamp that we have for you"]
      [[rule]]
      id = "own.lamp"
      severity = "warn"
      title = "t"
      why = "w"
      cite = "s"
      find = [ { all = ["LAMP"] } ]
      [[rule.example]]
      fail = "This is ⟦the lamp that we have for you⟧."
      [[rule.example]]
      pass = "This is the lamp that we have for you."
      """
    try FileManager.default.createDirectory(
      atPath: desk.path("own"), withIntermediateDirectories: true)
    _ = try desk.write("own/own.toml", pack)
    let run = try desk.run("rules", "test", "--packs", desk.path("own"))
    #expect(run.status == 1)
    #expect(run.output.contains("own.toml:19: own.lamp: must pass, but"))
    #expect(run.output.contains("2 examples, 1 failures"))
  }

  @Test("eval prints shares with counts and intervals; a line that is no labelled draft is told")
  func evaluation() throws {
    let desk = try ProgramDesk()
    let lines = """
      {"id":"1","lang":"en","draft":"Write to help@example.com.","verdict":"block","rules":["privacy.contact"]}
      {"id":"2","lang":"en","draft":"We have sent you the new lamp, it is due on Friday.","verdict":"pass","rules":[]}
      {"id":"3","lang":"en","draft":"x","rules":[]}
      """
    let file = try desk.write("drafts.jsonl", lines)
    let run = try desk.run("rules", "eval", file)
    #expect(run.status == 4)
    #expect(run.errors.contains("drafts.jsonl:3: verdict is pass, warn or block"))
    #expect(run.output.contains("must be blocked, is blocked      100.0        1/1  20.7–100.0 %"))
    let misses = try desk.run("rules", "eval", "--misses", file)
    #expect(!misses.output.contains("help@example.com"))
  }

  @Test("weigh writes packs that can be read again, or measures by cross-validation")
  func weigh() throws {
    let desk = try ProgramDesk()
    let rows = (0..<40).map { index in
      let lures = index % 2 == 0
      let draft =
        lures
        ? "Kindly revisit case \(index) of the \(index) shelves." : "The parcel \(index) is due."
      return """
        {"id":"\(index)","lang":"en","draft":"\(draft)","verdict":"\(lures ? "block" : "pass")",\
        "rules":[\(lures ? "\"lure.implied\"" : "")]}
        """
    }
    let file = try desk.write("drafts.jsonl", rows.joined(separator: "\n"))
    try FileManager.default.createDirectory(
      atPath: desk.path("signs"), withIntermediateDirectories: true)
    let run = try desk.run("rules", "weigh", file, "--into", desk.path("signs"))
    #expect(run.status == 0)
    let text = try String(contentsOfFile: desk.path("signs/en-signs.toml"), encoding: .utf8)
    #expect(text.contains("rule = \"lure.implied\""))
    let cross = try desk.run("rules", "weigh", file, "--cross")
    #expect(cross.output.contains("/20"))
    #expect(try desk.run("rules", "weigh", file).status == 2)
  }
}
