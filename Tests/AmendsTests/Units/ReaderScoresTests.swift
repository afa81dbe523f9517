import AmendsPolicy
import PolicyProof
import Testing

@testable import Amends

@Suite("What trainings made of drafts")
struct ReaderScoresTests {
  private let desk: ProgramDesk

  init() throws { desk = try ProgramDesk() }

  @Test("each draft gets the score of its file and name; one without a score is left out")
  func scored() throws {
    let scores = try ReaderScores([
      try write("one.jsonl", [score("a.jsonl", "1", 0.5), score("b.jsonl", "1", 1.5)]),
      try write("two.jsonl", [score("a.jsonl", "3", 2.5), score("c.jsonl", "2", 3.5)]),
    ])
    let files = [
      try write("b.jsonl", ["1"].map(draft)), try write("a.jsonl", ["1", "2", "3"].map(draft)),
    ]
    let drafts = try scores.scored(files)
    #expect(drafts.map(\.draft.id) == ["1", "1", "3"])
    #expect(drafts.map { $0.opinion[.block] } == [1.5, 0.5, 2.5])
    #expect(drafts.map { $0.opinion[.noRemedy] } == [12.5, 11.5, 13.5])
    #expect(drafts.map(\.draft.verdict) == [.pass, .pass, .pass])
  }

  @Test("of several scores of one draft the last counts")
  func last() throws {
    let scores = try ReaderScores([
      try write("one.jsonl", [score("a.jsonl", "1", 0.5), score("a.jsonl", "1", 1.5)]),
      try write("two.jsonl", [score("a.jsonl", "1", 2.5)]),
    ])
    let drafts = try scores.scored([try write("a.jsonl", [draft("1")])])
    #expect(drafts.map { $0.opinion[.block] } == [2.5])
  }

  @Test("a line that is no labelled draft is left out, and the rest has its scores")
  func faultyDrafts() throws {
    let scores = try ReaderScores([
      try write("scores.jsonl", [score("a.jsonl", "1", 0.5), score("a.jsonl", "2", 1.5)])
    ])
    let file = try write("a.jsonl", [#"{"id":"1","draft":"x","rules":[]}"#, draft("2")])
    #expect(try scores.scored([file]).map(\.draft.id) == ["2"])
  }

  @Test("nothing was scored where there are no files")
  func nothing() throws {
    let file = try write("a.jsonl", [draft("1")])
    #expect(try ReaderScores([]).scored([file]).isEmpty)
    #expect(try ReaderScores([try write("scores.jsonl", [])]).scored([file]).isEmpty)
  }

  @Test(
    "a line that is no score is named with its file",
    arguments: [
      "{", "[]", "7", #"{"file":"a.jsonl","id":"1"}"#,
      #"{"file":"a.jsonl","id":"1","logits":7}"#, #"{"file":"a.jsonl","id":"1","logits":[]}"#,
      #"{"file":"a.jsonl","id":"1","logits":[1,2,3,4,5,6,7,8,9,10,11]}"#,
      #"{"file":"a.jsonl","id":"1","logits":[1,2,3,4,5,6,7,8,9,10,11,12,13]}"#,
      #"{"file":"a.jsonl","id":"1","logits":[1,2,3,4,5,6,7,8,9,10,11,"12"]}"#,
      #"{"file":"a.jsonl","id":"1","logits":[1,2,3,4,5,6,7,8,9,10,11,null]}"#,
    ])
  func faults(_ line: String) throws {
    let file = try write("scores.jsonl", [score("a.jsonl", "1", 0.5), line])
    let error = #expect(throws: Failure.self) { try ReaderScores([file]) }
    #expect(error?.status == .no)
    #expect(
      error?.message == "\(file):2: expected {\"file\",\"id\",\"logits\"} with 12 logits")
  }

  @Test("a file that cannot be opened is named")
  func missing() throws {
    let path = desk.path("missing")
    let error = #expect(throws: Failure.self) { try ReaderScores([path]) }
    #expect(error?.status == .no)
    #expect(error?.message.hasPrefix(path) == true)
    let scores = try ReaderScores([])
    #expect(throws: Failure.self) { try scores.scored([path]) }
  }

  private func write(_ name: String, _ lines: [String]) throws -> String {
    try desk.write(name, lines.map { $0 + "\n" }.joined())
  }

  /// A line of scores that count up from a number.
  private func score(_ file: String, _ id: String, _ first: Double) -> String {
    let logits = ReaderOpinion.Output.allCases.map { "\(first + Double($0.rawValue))" }
    return #"{"file":"\#(file)","id":"\#(id)","logits":[\#(logits.joined(separator: ","))]}"#
  }

  private func draft(_ id: String) -> String {
    #"{"id":"\#(id)","lang":"en","draft":"It is due on Friday.","verdict":"pass","rules":[]}"#
  }
}
