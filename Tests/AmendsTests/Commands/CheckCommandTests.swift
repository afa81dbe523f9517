import Foundation
import Testing

@Suite("check")
struct CheckCommandTests {
  private static let lure = "We will refund you once you have updated your review.\n"
  private static let good = """
    Hello, we're sorry that the glass base of your kettle arrived with a crack. A full refund was \
    issued today. Nothing else is needed from you.

    """

  @Test("a blocked draft exits with 1 and is shown with carets under its words")
  func blocked() throws {
    let desk = try ProgramDesk()
    let file = try desk.write("reply.txt", "Hello,\n" + Self.lure)
    let run = try desk.run("check", file)
    #expect(run.status == 1)
    #expect(run.output.contains("reply.txt:2:9: block: lure.conditional: "))
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
    let source = try #require(lines.firstIndex { $0.hasPrefix("  2 | We will refund") })
    let marked = zip(lines[source], lines[source + 1]).filter { $1 == "^" }.map { String($0.0) }
    #expect(marked.joined().hasPrefix("refund"))
    for word in ["why:", "say instead:", "source:", "checked", "blocked: "] {
      #expect(run.output.contains(word))
    }
    #expect(!run.output.contains("\u{1B}"))
  }

  @Test("a good draft passes")
  func passes() throws {
    let run = try ProgramDesk().run(
      "check", "--complaint", "Arrived with a cracked base", "--rating", "1", input: Self.good)
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("pass: nothing speaks against it\n"))
    #expect(run.output.contains("  missing: Say why it happened, or ask an open question."))
    #expect(!run.output.contains("Name what went wrong"))
  }

  @Test("--json has verdict, language and findings with ranges in bytes")
  func json() throws {
    let run = try ProgramDesk().run("check", "-", "--json", input: "Größe. " + Self.lure)
    #expect(run.status == 1)
    let answer = try run.object()
    #expect(Set(answer.keys) == ["verdict", "language", "readers", "findings", "checklist"])
    #expect(answer["verdict"] as? String == "block")
    #expect(answer["readers"] as? [String] == ["rules"])
    let findings = try #require(answer["findings"] as? [[String: Any]])
    let lure = try #require(findings.first { $0["rule"] as? String == "lure.conditional" })
    #expect(lure["severity"] as? String == "block")
    #expect(lure["ground"] as? String == "rule")
    #expect(
      Set(lure.keys) == [
        "rule", "ground", "severity", "ranges", "text", "title", "rewrite", "source",
      ])
    let bytes = Array(("Größe. " + Self.lure).utf8)
    let ranges = try #require(lure["ranges"] as? [[Int]])
    let words = ranges.map { String(decoding: bytes[$0[0]..<$0[1]], as: UTF8.self) }
    #expect(words.contains("refund"))
    #expect(words.contains("review"))
  }

  @Test("it says who has judged, and why the second reader has not")
  func readers() throws {
    let desk = try ProgramDesk()
    let missing = try desk.run("check", input: Self.good)
    #expect(
      missing.output.hasSuffix(
        "\n  judged by the rules alone: the second reader is not installed: "
          + "run `amends reader install`\n"))
    let file = try desk.write("reader.amends", "nonsense")
    let foreign = try desk.run("check", input: Self.lure)
    #expect(
      foreign.output.hasSuffix(
        "\n  judged by the rules alone: \(file): this is not a reader's file: "
          + "run `amends reader install` again\n"))
    #expect(foreign.status == 1)
    #expect(foreign.errors.isEmpty)
  }

  @Test("where a person wants the rules alone, no reason is told")
  func rulesOnly() throws {
    let desk = try ProgramDesk()
    let asked = try desk.run("check", "--rules-only", input: Self.lure)
    #expect(asked.status == 1)
    #expect(asked.output.hasSuffix("\n  judged by the rules alone\n"))
    try desk.write("config.toml", "[policy]\nreader = \"off\"\n")
    #expect(try desk.run("check", input: Self.lure).output == asked.output)
    let json = try desk.run("check", "--rules-only", "--json", input: Self.lure).object()
    #expect(json["readers"] as? [String] == ["rules"])
  }

  @Test(
    "what only the second reader sees is called a reading; it blocks unless it may only warn",
    .enabled(if: SmallModel.fits), arguments: [("on", "block"), ("warn", "warn"), ("off", "pass")])
  func reading(_ mode: String, _ verdict: String) throws {
    let desk = try ProgramDesk()
    try desk.write("reader.amends", SmallModel.file(logOdds: 1000))
    try desk.write("config.toml", "[policy]\nreader = \"\(mode)\"\n")
    let facts = ["check", "--complaint", "Arrived with a cracked base", "--rating", "1"]
    func check(_ options: String...) throws -> ProgramRun {
      try Program.run(
        facts + options + ["--desk", desk.folder], input: Data(Self.good.utf8),
        home: desk.folder)
    }
    let run = try check("--json")
    #expect(run.status == (verdict == "block" ? 1 : 0))
    let answer = try run.object()
    #expect(answer["verdict"] as? String == verdict)
    #expect(answer["readers"] as? [String] == (mode == "off" ? ["rules"] : ["rules", "reader"]))
    let findings = try #require(answer["findings"] as? [[String: Any]])
    #expect(findings.isEmpty == (mode == "off"))
    #expect(findings.allSatisfy { $0["ground"] as? String == "reading" })
    let text = try check().output
    #expect(text.contains(" (a reading)\n") == (mode != "off"))
    let readers = mode == "off" ? "rules alone" : "rules and the second reader"
    #expect(text.hasSuffix("\n  judged by the \(readers)\n"))
    let alone = try check("--json", "--rules-only").object()
    #expect(alone["verdict"] as? String == "pass")
  }

  @Test("the context decides: a warning for one is a block for the strict profile")
  func profile() throws {
    let draft = "We're sorry. We refunded you today. Could you please remove your review?\n"
    let desk = try ProgramDesk()
    let usual = try desk.run("check", "--json", input: draft).object()["verdict"] as? String
    let strict = try desk.run("check", "--json", "--profile", "strict", input: draft)
    #expect(try strict.object()["verdict"] as? String == "block")
    try desk.write("config.toml", "[policy]\nprofile = \"strict\"\n")
    let configured = try desk.run("check", "--json", input: draft)
    #expect(try configured.object()["verdict"] as? String == "block")
    let asked = try desk.run("check", "--json", "--profile", "default", input: draft)
    #expect(try asked.object()["verdict"] as? String == usual)
  }

  @Test("what cannot be read exits with 1 and says why")
  func unreadable() throws {
    let desk = try ProgramDesk()
    for path in [desk.path("missing"), desk.folder] {
      let run = try desk.run("check", path)
      #expect(run.status == 1)
      #expect(run.errors.contains(path))
    }
  }

  @Test("bytes that are no UTF-8 are repaired, told, and judged with the rest")
  func repaired() throws {
    let desk = try ProgramDesk()
    let latin = try desk.write(
      "latin.txt", Data([0xF6, 0xDF]) + Data(" Please write to us at help@example.com.".utf8))
    let run = try desk.run("check", latin)
    #expect(run.errors.contains("not UTF-8"))
    #expect(run.status == 1)
    #expect(run.output.contains("privacy.contact"))
  }

  @Test("several files are judged one after the other; one block is enough for exit code 1")
  func severalFiles() throws {
    let desk = try ProgramDesk()
    let good = try desk.write("good.txt", "We are sorry. Would you like a new lamp?")
    let bad = try desk.write("bad.txt", "Please write to us at help@example.com.")
    let run = try desk.run("check", "--json", bad, good)
    #expect(run.status == 1)
    let lines = try run.output.split(separator: "\n").map {
      try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(lines.map { $0["file"] as? String } == [bad, good])
    #expect(lines.first?["verdict"] as? String == "block")
  }

  @Test("annotations for GitHub name file, line and columns, and cannot be broken out of")
  func githubAnnotations() throws {
    let desk = try ProgramDesk()
    let path = try desk.write("a,b.txt", "Sorry.\nWrite to help@example.com, 100%::error::x now.")
    let run = try desk.run("check", "--github", path)
    #expect(run.status == 1)
    let line = try #require(
      run.output.split(separator: "\n").first { $0.contains("privacy.contact") })
    let file = path.replacingOccurrences(of: ",", with: "%2C")
    #expect(line.hasPrefix("::error file=\(file),line=2,col=10,endColumn=26,title=privacy.contact"))
    for line in run.output.split(separator: "\n") {
      #expect(line.hasPrefix("::error ") || line.hasPrefix("::warning "))
    }
  }

  @Test("a public reply holds neither order number nor name, a message of ours holds its order")
  func channels() throws {
    let desk = try ProgramDesk()
    let draft = "Dear Jane Doe, we are sorry about the dent. A new lid leaves today."
    let everybody = try desk.run(
      "check", "--json", "--channel", "public_reply", "--personal", "Jane Doe", input: draft)
    #expect(everybody.status == 1)
    #expect(try rules(of: everybody) == ["privacy.public"])
    let begun = try desk.run("check", "--json", "--channel", "proactive", input: draft)
    #expect(try rules(of: begun) == ["form.order-number"])
    let carried = try desk.run(
      "check", "--json", "--channel", "proactive", "--order", "114-3941689-8772232", input: draft)
    #expect(try rules(of: carried) == [])
    let line =
      #"{"id":1,"channel":"public_reply","personal":["Jane Doe"],"draft":"Dear Jane Doe, it leaves today."}"#
    let wrong = #"{"id":2,"channel":"pigeon","draft":"It leaves today."}"#
    let lines = try desk.run("check", "--jsonl", input: line + "\n" + wrong)
    #expect(lines.status == 4)
    #expect(lines.output.contains("privacy.public"))
    #expect(
      lines.output.contains("channel is one of answer, proactive, public_reply, not “pigeon”"))
  }

  private func rules(of run: ProgramRun) throws -> [String] {
    let findings = try #require(try run.object()["findings"] as? [[String: Any]])
    return findings.compactMap { $0["rule"] as? String }
  }

  @Test("a refund in an earlier message and the review in this one is a lure")
  func earlierMessages() throws {
    let desk = try ProgramDesk()
    let draft = "Please delete your review now that the lamp works."
    let before = try desk.write("before.txt", "We have issued a full refund for the lamp.")
    let alone = try desk.run("check", "--json", input: draft).object()
    #expect(alone["verdict"] as? String == "warn")
    let after = try desk.run("check", "--json", "--earlier", before, input: draft).object()
    #expect(after["verdict"] as? String == "block")
  }

  @Test(
    "any draft is judged without a crash",
    arguments: [
      "", "\n\n", "\u{0}", "\u{1B}[2J", String(repeating: "a", count: 100_000), "\u{202E}abc", "👨‍👩‍👧",
    ])
  func hostileDrafts(_ draft: String) throws {
    let run = try ProgramDesk().run("check", input: draft)
    #expect(run.status == 0 || run.status == 1)
    #expect(!run.output.contains("\u{1B}"))
  }

  @Test(
    "a pack of one's own that is broken is told, and the program's rules hold",
    arguments: ["[pack]\nid = 3\n", "[é]", "a = [}", "\u{0}"])
  func brokenPack(_ text: String) throws {
    let desk = try ProgramDesk()
    try FileManager.default.createDirectory(
      atPath: desk.path("packs"), withIntermediateDirectories: false)
    try desk.write("packs/mine.toml", text)
    let run = try desk.run("check", input: Self.lure)
    #expect(run.status == 1)
    #expect(run.errors.contains("mine.toml:"))
    #expect(run.output.contains("lure.conditional"))
  }
}

@Suite("check --jsonl")
struct CheckLinesTests {
  @Test("each line is answered in order, with the contract's fields")
  func order() throws {
    let run = try ProgramDesk().run(
      "check", "--jsonl",
      input: """
        {"id":"a","draft":"We will refund you once you have updated your review."}
        {"draft":"We're sorry. A full refund was issued today.","id":17,"lang":"en","rating":1.0,"complaint":"Broken","kind":"seller_feedback","customer_requested_refund":false,"issue_resolved":null}

        {"draft":""}
        """)
    #expect(run.status == 0)
    let answers = try run.objects()
    #expect(answers.count == 3)
    #expect(answers[0]["id"] as? String == "a")
    #expect(answers[0]["verdict"] as? String == "block")
    #expect(answers[1]["id"] as? Int == 17)
    #expect(answers[2]["id"] is NSNull)
    #expect(answers.allSatisfy { Set($0.keys) == ["id", "verdict", "findings"] })
    let findings = try #require(answers[0]["findings"] as? [[String: Any]])
    #expect(
      findings.allSatisfy { Set($0.keys) == ["rule", "ground", "severity", "ranges", "text"] })
    #expect(run.lines[0].hasPrefix(#"{"id":"a","verdict":"block","findings":[{"rule":""#))
  }

  /// Several hundred lines: every third lures, every third has no draft.
  private static let manyLines = (0..<450).map { (number: Int) -> String in
    switch number % 3 {
    case 0: "{\"id\":\(number),\"draft\":\"We refund you once you have updated your review.\"}\n"
    case 1: "{\"id\":\(number),\"draft\":\"The new lamp \(number) is due on Friday.\"}\n"
    default: "{\"id\":\(number)}\n"
    }
  }.joined()

  /// Expects an answer to each of the many lines, in their order.
  private func expectAnswers(_ run: ProgramRun) throws {
    #expect(run.status == 4)
    let answers = try run.objects()
    #expect(answers.compactMap { $0["id"] as? Int } == Array(0..<450))
    for (number, answer) in answers.enumerated() {
      switch number % 3 {
      case 0: #expect(answer["verdict"] as? String == "block")
      case 1: #expect(answer["verdict"] is String)
      default: #expect(answer["error"] as? String == "draft is missing")
      }
    }
  }

  @Test("several hundred lines keep their order")
  func manyInOrder() throws {
    let desk = try ProgramDesk()
    try expectAnswers(try desk.run("check", "--jsonl", input: Self.manyLines))
    let file = try desk.write("lines.jsonl", Self.manyLines)
    try expectAnswers(try desk.run("check", "--jsonl", file, "--rules-only"))
  }

  @Test(
    "they keep it where the second reader has them judged on all cores",
    .enabled(if: SmallModel.fits))
  func manyReadInOrder() throws {
    let desk = try ProgramDesk()
    try desk.write("reader.amends", SmallModel.file())
    let run = try desk.run("check", "--jsonl", input: Self.manyLines)
    try expectAnswers(run)
    #expect(try desk.run("check", "--jsonl", input: Self.manyLines).output == run.output)
    let grounds = try run.objects().flatMap { $0["findings"] as? [[String: Any]] ?? [] }
      .map { $0["ground"] as? String }
    #expect(Set(grounds).isSubset(of: ["rule", "signs", "reading"]))
  }

  @Test(
    "a line that cannot be read is answered with its error, and the rest goes on",
    arguments: [
      (#"{"id":"b"}"#, "draft is missing"), (#"{"id":"b","draft":7}"#, "draft is a number"),
      (#"{"id":"b","draft":"x","rating":"1"}"#, "rating is a string"),
      (#"{"id":"b","draft":"x","rating":6}"#, "from 1 to 5"),
      (#"{"id":"b","draft":"x","kind":"letter"}"#, "product_review or seller_feedback"),
      (#"{"id":"b","draft":"x","issue_resolved":1}"#, "true or false"),
    ])
  func faults(_ line: String, _ reason: String) throws {
    let run = try ProgramDesk().run("check", "--jsonl", input: line + "\n{\"draft\":\"x\"}\n")
    #expect(run.status == 4)
    let answers = try run.objects()
    #expect(answers.count == 2)
    #expect(Set(answers[0].keys) == ["id", "error"])
    #expect(answers[0]["id"] as? String == "b")
    #expect((answers[0]["error"] as? String)?.contains(reason) == true)
    #expect(answers[1]["verdict"] is String)
  }

  @Test("no JSON, no object, no UTF-8: an error without an id")
  func noJSON() throws {
    let desk = try ProgramDesk()
    let bytes = Data("[]\n{\"draft\":\n\"x\"\n".utf8) + Data([0x7B, 0xFF, 0x7D, 0x0A])
    let run = try desk.run("check", "--jsonl", try desk.write("lines", bytes))
    #expect(run.status == 4)
    let answers = try run.objects()
    #expect(answers.count == 4)
    #expect(answers.allSatisfy { $0["id"] is NSNull && $0["error"] is String })
  }

  @Test("a missing file exits with 1")
  func missing() throws {
    #expect(try ProgramDesk().run("check", "--jsonl", "/nonexistent").status == 1)
  }

  @Test("an answer comes before the next line is asked for")
  func conversation() throws { try converse(try ProgramDesk()) }

  @Test("it comes with the second reader, too", .enabled(if: SmallModel.fits))
  func conversationWithReader() throws {
    let desk = try ProgramDesk()
    try desk.write("reader.amends", SmallModel.file())
    try converse(desk)
  }

  /// Sends a line, awaits its answer, and then sends the next.
  private func converse(_ desk: ProgramDesk) throws {
    let process = Process()
    let (questions, answers) = (Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = ["check", "--jsonl", "--desk", desk.folder]
    process.standardInput = questions
    process.standardOutput = answers
    try process.run()
    for number in 1...2 {
      questions.fileHandleForWriting.write(Data("{\"id\":\(number),\"draft\":\"x\"}\n".utf8))
      let answer = String(decoding: answers.fileHandleForReading.availableData, as: UTF8.self)
      #expect(answer.hasPrefix("{\"id\":\(number),"))
    }
    try questions.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
