import AmendsPolicy
import Foundation
import Ledger
import Testing

@testable import Amends

@Suite("reader allow")
struct ReaderAllowCommandTests {
  private static let record = "readings-allowed.jsonl"
  private static let why = "the voucher was part of the order"
  private static let sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
  private static let rules = ReaderOpinion.Output.allCases.compactMap(\.rule?.rawValue)

  private let desk: ProgramDesk
  /// The file of a draft with the checksum above.
  private let reply: String

  init() throws {
    desk = try ProgramDesk()
    reply = try desk.write("reply.txt", "abc")
  }

  @discardableResult
  private func allow(
    _ rule: String, of file: String, reason: String = ReaderAllowCommandTests.why,
    input: String = ""
  ) throws -> ProgramRun {
    try desk.run(
      "reader", "allow", file, "--rule", rule, "--reason", reason, input: input)
  }

  /// What stands behind a key of each line of the record.
  private func recorded(_ key: String) throws -> [String] {
    try desk.read(Self.record).split(separator: "\n").map { line in
      try JSONReader.value(of: Array(line.utf8))[key]?.plainText ?? ""
    }
  }

  // MARK: What is recorded

  @Test("it records rule, text, who, when and why, for its owner alone")
  func records() throws {
    try desk.write("config.toml", "[agent]\nname = \"amy\"\n")
    let run = try allow("lure.implied", of: reply)
    #expect(run.status == 0)
    #expect(run.output == "allowed and recorded in \(desk.path(Self.record))\n")
    #expect(run.errors.isEmpty)
    let at = try #require(try recorded("at").first)
    #expect(ISO8601.instant(at) != nil)
    let line =
      #"{"rule":"lure.implied","sha256":"\#(Self.sha256)","by":"amy","at":"\#(at)","reason":"\#(Self.why)"}"#
    #expect(try desk.read(Self.record) == line + "\n")
    #expect(try desk.mode(Self.record) == 0o600)
    #expect(desk.names == ["config.toml", Self.record, "reply.txt"])
  }

  @Test("where the configuration names nobody, it is whoever is logged in")
  func login() throws {
    try allow("lure.implied", of: reply)
    #expect(try recorded("by") == [Environment.login])
  }

  @Test("a draft may come through the standard input")
  func standardInput() throws {
    let run = try allow("lure.implied", of: "-", input: "abc")
    #expect(run.status == 0)
    #expect(try recorded("sha256") == [Self.sha256])
  }

  @Test("each call adds a line, and the rules of all readings are known")
  func severalLines() throws {
    for rule in Self.rules {
      let run = try allow(rule, of: reply, reason: "because of “\(rule)”")
      #expect(run.status == 0)
    }
    #expect(try recorded("rule") == Self.rules)
    #expect(try recorded("reason") == Self.rules.map { "because of “\($0)”" })
    let allowed = AllowedReadings(file: desk.path(Self.record))
    #expect(allowed.rules(of: "abc") == Set(Self.rules.map { RuleID(rawValue: $0) }))
    #expect(allowed.rules(of: "abc\n") == [])
  }

  @Test("the folder is made with those above it, for its owner alone")
  func folders() throws {
    let run = try Program.run(
      [
        "reader", "allow", reply, "--rule", "format", "--reason", "it is fine", "--desk",
        desk.path("a/b/c"),
      ], home: desk.folder)
    #expect(run.status == 0)
    for folder in ["a", "a/b", "a/b/c"] { #expect(try desk.mode(folder) == 0o700) }
    #expect(try desk.mode("a/b/c/\(Self.record)") == 0o600)
  }

  @Test("without --desk the file stands beside the configuration, and its folder is made")
  func besideConfiguration() throws {
    let line = ["reader", "allow", reply, "--rule", "format", "--reason", "it is fine"]
    let home = try Program.run(line, home: desk.folder)
    #expect(home.status == 0)
    #expect(try desk.mode(".config/amends/\(Self.record)") == 0o600)
    let xdg = try Program.run(
      line, home: desk.folder, environment: ["XDG_CONFIG_HOME": desk.path("new/config")])
    #expect(xdg.status == 0)
    #expect(
      xdg.output == "allowed and recorded in \(desk.path("new/config/amends"))/\(Self.record)\n")
    #expect(try desk.mode("new/config/amends/\(Self.record)") == 0o600)
  }

  // MARK: What is refused

  @Test(
    "a rule of which there are no readings is refused, with those of which there are",
    arguments: ["", "lure", "Lure.implied", "lure.implied ", "block", "language.mismatch"])
  func unknownRule(_ rule: String) throws {
    let run = try allow(rule, of: reply)
    #expect(run.status == 2)
    #expect(run.errors.contains("--rule is one of \(Self.rules.joined(separator: ", "))\n"))
    #expect(run.output.isEmpty)
    #expect(desk.names == ["reply.txt"])
  }

  @Test("an empty reason is refused")
  func emptyReason() throws {
    let run = try allow("lure.implied", of: reply, reason: "")
    #expect(run.status == 2)
    #expect(run.errors.contains("--reason says why, in a few words"))
    #expect(run.output.isEmpty)
    #expect(desk.names == ["reply.txt"])
  }

  @Test("a reason of blanks is none", arguments: [" ", "\t\n"])
  func blankReason(_ reason: String) throws {
    let run = try allow("lure.implied", of: reply, reason: reason)
    #expect(run.status == 2)
    #expect(run.errors.contains("--reason says why, in a few words"))
    #expect(desk.names == ["reply.txt"])
  }

  @Test(
    "file, rule and reason are all needed",
    arguments: [
      ["--rule", "format", "--reason", "x"], ["-", "--reason", "x"], ["-", "--rule", "format"],
    ])
  func incomplete(_ arguments: [String]) throws {
    let run = try Program.run(
      ["reader", "allow"] + arguments + ["--desk", desk.folder], home: desk.folder)
    #expect(run.status == 2)
    #expect(desk.names == ["reply.txt"])
  }

  @Test("a missing file and a folder are named, and nothing is recorded")
  func unreadable() throws {
    let faults = [
      desk.path("missing"): "cannot be opened: No such file or directory",
      desk.folder: "cannot be read: Is a directory",
    ]
    for (path, reason) in faults {
      let run = try allow("lure.implied", of: path)
      #expect(run.status == 1)
      #expect(run.errors == "amends: \(path) \(reason)\n")
      #expect(run.output.isEmpty)
    }
    #expect(desk.names == ["reply.txt"])
  }

  @Test("where it cannot be recorded, that is told")
  func unwritable() throws {
    try FileManager.default.createDirectory(
      atPath: desk.path(Self.record), withIntermediateDirectories: false)
    let run = try allow("lure.implied", of: reply)
    #expect(run.status == 1)
    #expect(run.errors == "amends: \(desk.path(Self.record)) cannot be written: Is a directory\n")
    #expect(run.output.isEmpty)
  }

  // MARK: What becomes of it

  @Test(
    "an allowed reading is not told of the very text; of any other it is",
    .enabled(if: SmallModel.fits))
  func silences() throws {
    try desk.write("reader.amends", SmallModel.file(logOdds: 1000))
    let text = "Hello, we're sorry that your kettle arrived with a crack. A new one leaves today."
    let draft = try desk.write("draft.txt", text)
    let changed = try desk.write("changed.txt", text + " Bye.")
    #expect(try grounds(of: draft).contains("reading"))
    for rule in Self.rules { try allow(rule, of: draft) }
    #expect(try !grounds(of: draft).contains("reading"))
    #expect(try grounds(of: changed).contains("reading"))
  }

  @Test("what a rule spells out is told all the same")
  func rulesStand() throws {
    let draft = try desk.write("draft.txt", "We will refund you once you have updated your review.")
    for rule in Self.rules { try allow(rule, of: draft) }
    let run = try desk.run("check", "--json", draft)
    #expect(run.status == 1)
    #expect(run.output.contains(#""rule":"lure.conditional","ground":"rule""#))
  }

  /// On what the findings in a file rest.
  private func grounds(of file: String) throws -> Set<String> {
    let answer = try desk.run("check", "--json", file).object()
    let findings = try #require(answer["findings"] as? [[String: Any]])
    return Set(findings.compactMap { $0["ground"] as? String })
  }
}
