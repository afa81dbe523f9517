import AmendsPolicy
import Foundation
import Ledger
import PolicyPacks
import Testing

@testable import Amends

@Suite("Readings that a person does not share")
struct AllowedReadingsTests {
  private static let name = "readings-allowed.jsonl"
  private static let draft = "abc"
  private static let sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
  /// A line for the draft.
  private static let line =
    #"{"rule":"lure.implied","sha256":"\#(sha256)","by":"amy","at":"2026-11-27T12:00:00Z","reason":"part of the order"}"#
  /// A line of the same length for the same draft.
  private static let otherLine = line.replacing("lure.implied", with: "ask.positive")

  /// Lines that silence nothing.
  private static let damagedLines: [String] = [
    "", " ", "nonsense", "7", "null", "[]", "{}", String(line.dropLast()), String(line.dropFirst()),
    "\(line)\(line)", #"{"rule":"format"}"#, #"{"sha256":"\#(sha256)"}"#,
    #"{"rule":7,"sha256":"\#(sha256)"}"#, #"{"rule":"format","sha256":null}"#,
    #"{"rule":"format","sha256":"ba7816bf"}"#,
  ]

  private let desk: ProgramDesk
  private let allowed: AllowedReadings

  init() throws {
    desk = try ProgramDesk()
    allowed = AllowedReadings(file: desk.path(Self.name))
  }

  /// The rules whose readings of the draft are silenced.
  private var rules: Set<RuleID> { allowed.rules(of: Self.draft) }

  private func add(
    _ rule: RuleID, of draft: String = AllowedReadingsTests.draft,
    reason: String = "part of the order"
  ) throws {
    let now = try #require(ISO8601.instant("2026-11-27T12:00:00Z"))
    try allowed.add(rule, of: draft, by: "amy", at: now, reason: reason)
  }

  private func put(_ lines: String...) throws {
    try desk.write(Self.name, lines.map { $0 + "\n" }.joined())
  }

  /// Writes the file, and says when that was.
  private func put(_ line: String, second: Double) throws {
    try put(line)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: second)], ofItemAtPath: allowed.file)
  }

  // MARK: What is written

  @Test("a line holds rule, text, who, when and why, in this order")
  func exactLine() throws {
    try add("lure.implied")
    #expect(try desk.read(Self.name) == Self.line + "\n")
  }

  @Test("a reason may hold anything, and stays on its line")
  func oneLine() throws {
    try add("lure.implied", reason: "she said \"no\",\nand it\r\nwas\u{2028}so \\ so")
    try add("ask.positive")
    let lines = try desk.read(Self.name).split(separator: "\n")
    #expect(lines.count == 2)
    let first = try JSONReader.value(of: Array(try #require(lines.first).utf8))
    #expect(first["reason"] == .string("she said \"no\",\nand it\r\nwas\u{2028}so \\ so"))
    #expect(rules == ["lure.implied", "ask.positive"])
  }

  @Test("only its owner may read the file")
  func mode() throws {
    try add("lure.implied")
    #expect(try desk.mode(Self.name) == 0o600)
  }

  @Test("lines are added behind those that are there")
  func behind() throws {
    try put("a note", Self.otherLine)
    try add("lure.implied")
    #expect(try desk.read(Self.name) == "a note\n\(Self.otherLine)\n\(Self.line)\n")
    #expect(rules == ["ask.positive", "lure.implied"])
  }

  @Test("behind a line that was cut, a new one stands by itself")
  func behindCutLine() throws {
    try desk.write(Self.name, String(Self.otherLine.dropLast(20)))
    try add("lure.implied")
    #expect(rules == ["lure.implied"])
  }

  @Test("many may add at once, and every line stands whole")
  func threads() throws {
    let now = try #require(ISO8601.instant("2026-11-27T12:00:00Z"))
    let file = allowed.file
    let added = concurrently(Array(0..<64)) { number in
      (try? AllowedReadings(file: file)
        .add("format", of: "\(number)", by: "amy", at: now, reason: "it is fine")) != nil
    }
    #expect(!added.contains(false))
    let known = (0..<64).map { allowed.rules(of: "\($0)") }
    #expect(known.allSatisfy { $0 == ["format"] })
  }

  @Test(
    "where it cannot be written, it is named with the reason",
    arguments: [
      ("missing/allowed.jsonl", "No such file or directory"), (".", "Is a directory"),
    ])
  func unwritable(_ name: String, _ reason: String) throws {
    let file = desk.path(name)
    let now = try #require(ISO8601.instant("2026-11-27T12:00:00Z"))
    let error = #expect(throws: Failure.self) {
      try AllowedReadings(file: file)
        .add("format", of: Self.draft, by: "amy", at: now, reason: "it is fine")
    }
    #expect(error?.status == .no)
    #expect(error?.message == "\(file) cannot be written: \(reason)")
  }

  // MARK: What is silenced

  @Test("without a file nothing is silenced, and none is made")
  func noFile() {
    #expect(rules == [])
    #expect(AllowedReadings(file: "").rules(of: Self.draft) == [])
    #expect(desk.names == [])
  }

  @Test("each line silences one rule of one text")
  func severalLines() throws {
    try add("lure.implied")
    try add("no.remedy", of: "another")
    try add("ask.positive")
    try add("ask.positive")
    #expect(rules == ["lure.implied", "ask.positive"])
    #expect(allowed.rules(of: "another") == ["no.remedy"])
  }

  @Test(
    "a text that differs by a letter, a blank or a byte is read anew",
    arguments: ["", "ab", "abc ", "abc\n", " abc", "Abc", "abc\u{200B}", "\u{430}bc"])
  func anotherText(_ text: String) throws {
    try add("lure.implied")
    #expect(allowed.rules(of: text) == [])
    #expect(rules == ["lure.implied"])
  }

  @Test("accents that are written in another way are another text")
  func anotherSpelling() throws {
    try add("lure.implied", of: "caf\u{E9}")
    #expect(allowed.rules(of: "caf\u{E9}") == ["lure.implied"])
    #expect(allowed.rules(of: "cafe\u{301}") == [])
  }

  @Test(
    "a damaged line is left out, and those around it count",
    arguments: damagedLines)
  func damagedLine(_ damaged: String) throws {
    try put(Self.line, damaged, Self.otherLine)
    #expect(rules == ["lure.implied", "ask.positive"])
  }

  @Test("a line of bytes that are no text is left out, and those around it count")
  func noText() throws {
    let ends = Data((Self.line + "\n").utf8)
    try desk.write(
      Self.name, ends + Data([0xFF, 0xC3, 0x0A]) + Data((Self.otherLine + "\n").utf8))
    #expect(rules == ["lure.implied", "ask.positive"])
  }

  @Test("line ends of other systems are line ends")
  func otherLineEnds() throws {
    try desk.write(Self.name, "\(Self.line)\r\n\(Self.otherLine)\r\n")
    #expect(rules == ["lure.implied", "ask.positive"])
  }

  @Test("the last line counts without its end")
  func lastLine() throws {
    try desk.write(Self.name, "\(Self.otherLine)\n\(Self.line)")
    #expect(rules == ["lure.implied", "ask.positive"])
  }

  @Test("a folder or a pipe in its place silences nothing, and is not waited for")
  func noPlainFile() throws {
    try FileManager.default.createDirectory(
      atPath: desk.path("folder"), withIntermediateDirectories: false)
    #expect(mkfifo(desk.path("pipe"), 0o600) == 0)
    for name in ["folder", "pipe"] {
      #expect(AllowedReadings(file: desk.path(name)).rules(of: Self.draft) == [])
    }
  }

  // MARK: A file that changes

  @Test("what another program adds is seen with the next draft")
  func addedElsewhere() throws {
    #expect(rules == [])
    let other = AllowedReadings(file: allowed.file)
    let now = try #require(ISO8601.instant("2026-11-27T12:00:00Z"))
    try other.add("lure.implied", of: Self.draft, by: "amy", at: now, reason: "it is fine")
    #expect(rules == ["lure.implied"])
    try other.add("ask.positive", of: Self.draft, by: "amy", at: now, reason: "it is fine")
    #expect(rules == ["lure.implied", "ask.positive"])
  }

  @Test("a change that leaves the length is seen by the file's time, and only by it")
  func sameLength() throws {
    try put(Self.line, second: 1_000_000)
    #expect(rules == ["lure.implied"])
    try put(Self.otherLine, second: 1_000_001)
    #expect(rules == ["ask.positive"])
    try put(Self.line, second: 1_000_001)
    #expect(rules == ["ask.positive"])
  }

  @Test("where a person takes lines or the file away, the readings are told again")
  func takenAway() throws {
    try put(Self.line, Self.otherLine)
    #expect(rules == ["lure.implied", "ask.positive"])
    try put(Self.otherLine)
    #expect(rules == ["ask.positive"])
    try FileManager.default.removeItem(atPath: allowed.file)
    #expect(rules == [])
    try put(Self.line, second: 1_000_000)
    #expect(rules == ["lure.implied"])
  }

  // MARK: The second reader

  @Test(
    "the second reader is told what is silenced in the very draft", .enabled(if: SmallModel.fits))
  func told() throws {
    let file = try desk.write("reader.amends", SmallModel.file())
    let reader = LateReader(files: [file], allowed: allowed, mode: .on)
    try add("lure.implied")
    let policy = PolicyPacks.policy
    let same = try #require(reader.second(policy, Self.draft, DraftContext()))
    #expect(same.silenced == ["lure.implied"])
    let changed = try #require(reader.second(policy, Self.draft + ".", DraftContext()))
    #expect(changed.silenced == [])
  }
}
