import Glibc
import Testing

@testable import Amends

@Suite("Lines of a descriptor")
struct LineInputTests {
  // MARK: What has to be waited for

  @Test("before anything was read, the first line may have to be waited for")
  func fresh() throws {
    let ends = try PipeEnds()
    let input = LineInput(ends.reading)
    let mayWait = input.mayWait
    #expect(mayWait)
    ends.end()
  }

  @Test("lines that are here as a whole are not waited for, the one after them is")
  func whole() throws {
    let ends = try PipeEnds()
    var input = LineInput(ends.reading)
    ends.send("one\ntwo\nthree\n")
    let steps = [try input.step(), try input.step(), try input.step()]
    #expect(
      steps == [
        Step("one", mayWait: false), Step("two", mayWait: false), Step("three", mayWait: true),
      ])
    ends.end()
    let last = try input.step()
    #expect(last == Step(nil, mayWait: true))
  }

  @Test("half a line has to be waited for, and its rest makes it whole")
  func half() throws {
    let ends = try PipeEnds()
    var input = LineInput(ends.reading)
    ends.send("one\ntw")
    let first = try input.step()
    #expect(first == Step("one", mayWait: true))
    ends.send("o\nthree\nfo")
    let more = [try input.step(), try input.step()]
    #expect(more == [Step("two", mayWait: false), Step("three", mayWait: true)])
    ends.send("ur")
    ends.end()
    let last = [try input.step(), try input.step(), try input.step()]
    #expect(
      last == [Step("four", mayWait: true), Step(nil, mayWait: true), Step(nil, mayWait: true)])
  }

  @Test("a blank line is a line, and the half behind it has to be waited for")
  func blankBetween() throws {
    let ends = try PipeEnds()
    var input = LineInput(ends.reading)
    ends.send("one\n\n \ntw")
    let steps = [try input.step(), try input.step(), try input.step()]
    #expect(
      steps == [Step("one", mayWait: false), Step("", mayWait: false), Step(" ", mayWait: true)])
    ends.send("o\n")
    let last = try input.step()
    #expect(last == Step("two", mayWait: true))
    ends.end()
  }

  // MARK: Blank lines

  @Test("blanks alone make no line to be answered", arguments: ["", " ", "\t", " \t \r", "\u{0}"])
  func blank(_ text: String) {
    #expect(LineInput.Line.bytes(Array(text.utf8)).isBlank)
  }

  @Test("anything else does", arguments: ["x", " x ", "\u{A0}", "é", "{}"])
  func notBlank(_ text: String) {
    #expect(!LineInput.Line.bytes(Array(text.utf8)).isBlank)
  }

  @Test("a line that is too long is not blank")
  func tooLong() {
    #expect(!LineInput.Line.tooLong.isBlank)
  }

  // MARK: What is read

  @Test(
    "lines may be longer than what is read at a time",
    arguments: [65_534, 65_535, 65_536, 65_537, 200_000])
  func long(_ count: Int) throws {
    let text = String(repeating: "x", count: count)
    #expect(try Self.lines(of: "\(text)\n\nend") == [text, "", "end"])
    #expect(try Self.lines(of: text) == [text])
  }

  @Test("nothing holds no line, an end alone holds an empty one")
  func empty() throws {
    #expect(try Self.lines(of: "") == [])
    #expect(try Self.lines(of: "\n") == [""])
    #expect(try Self.lines(of: "\n\n") == ["", ""])
  }

  @Test("what cannot be read is told with the reason")
  func unreadable() throws {
    let desk = try ProgramDesk()
    let descriptor = open(desk.folder, O_RDONLY | O_CLOEXEC)
    let error = #expect(throws: Failure.self) { try Self.lines(of: descriptor) }
    #expect(error?.status == .no)
    #expect(error?.message == "reading stopped: Is a directory")
  }

  private static func lines(of text: String) throws -> [String] {
    let desk = try ProgramDesk()
    return try lines(of: open(try desk.write("lines", text), O_RDONLY | O_CLOEXEC))
  }

  private static func lines(of descriptor: Int32) throws -> [String] {
    var input = LineInput(descriptor)
    var lines: [String] = []
    while let line = try input.next() { lines.append(line.text) }
    return lines
  }
}

/// A line, and whether the one after it may have to be waited for.
private struct Step: Equatable {
  var text: String?
  var mayWait: Bool

  init(_ text: String?, mayWait: Bool) {
    self.text = text
    self.mayWait = mayWait
  }
}

/// A pipe with both of its ends open.
private struct PipeEnds {
  let reading: Int32
  private let writing: Int32

  init() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    reading = ends[0]
    writing = ends[1]
  }

  func send(_ text: String) {
    let bytes = Array(text.utf8)
    let count = write(writing, bytes, bytes.count)
    #expect(count == bytes.count)
  }

  func end() { close(writing) }
}

extension LineInput {
  fileprivate mutating func step() throws -> Step {
    let text = try next()?.text
    return Step(text, mayWait: mayWait)
  }
}

extension LineInput.Line {
  fileprivate var text: String {
    if case .bytes(let bytes) = self { String(decoding: bytes, as: UTF8.self) } else { "too long" }
  }
}
