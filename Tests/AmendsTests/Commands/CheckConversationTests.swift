import Foundation
import Testing

@Suite("A conversation over check --jsonl")
struct CheckConversationTests {
  private static let blanks = ["", "\n", " \t\r\n\n"]

  @Test(
    "what is whole is answered while the rest is on its way, whatever blank lines stand between",
    arguments: blanks)
  func halves(_ blank: String) throws {
    try converse(blank, on: try ProgramDesk())
  }

  @Test(
    "so it is with the second reader", .enabled(if: SmallModel.fits), arguments: blanks)
  func halvesWithReader(_ blank: String) throws {
    let desk = try ProgramDesk()
    try desk.write("reader.amends", SmallModel.file())
    try converse(blank, on: desk)
  }

  /// Sends a line with half of the next, awaits its answer, and then sends the rest.
  private func converse(_ blank: String, on desk: ProgramDesk) throws {
    let talk = try Conversation(on: desk)
    talk.say("{\"id\":1,\"draft\":\"x\"}\n" + blank + "{\"id\":2,\"dra")
    #expect(try talk.answer() == 1)
    talk.say("ft\":\"x\"}\n{\"id\":3,\"draft\":\"x\"}\n" + blank + "{\"id\":4,")
    #expect(try talk.answer() == 2)
    #expect(try talk.answer() == 3)
    talk.say("\"draft\":\"x\"}")
    #expect(try talk.end() == 0)
    #expect(try talk.answer() == 4)
    #expect(try talk.answer() == nil)
  }
}

/// A running program that is asked and answers through pipes.
private final class Conversation {
  /// How long an answer is waited for before there is none, in milliseconds.
  private static let patience: Int32 = 60_000

  private let process = Process()
  private let questions = Pipe()
  private let answers = Pipe()
  private var pending: [UInt8] = []

  init(on desk: ProgramDesk) throws {
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = ["check", "--jsonl", "--desk", desk.folder]
    process.environment = ["HOME": desk.folder, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
    process.standardInput = questions
    process.standardOutput = answers
    try process.run()
  }

  deinit { if process.isRunning { process.terminate() } }

  func say(_ text: String) {
    questions.fileHandleForWriting.write(Data(text.utf8))
  }

  /// The number of the draft that is answered next; nil where none is.
  func answer() throws -> Int? {
    while true {
      if let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
        let line = Data(pending[..<end])
        pending.removeSubrange(...end)
        let answer = try JSONSerialization.jsonObject(with: line) as? [String: Any]
        return answer?["id"] as? Int
      }
      guard readMore() else { return nil }
    }
  }

  /// Says nothing more, and gives the exit status.
  func end() throws -> Int32 {
    try questions.fileHandleForWriting.close()
    process.waitUntilExit()
    return process.terminationStatus
  }

  private func readMore() -> Bool {
    let descriptor = answers.fileHandleForReading.fileDescriptor
    var waited = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&waited, 1, process.isRunning ? Self.patience : 0) > 0 else { return false }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = read(descriptor, &bytes, bytes.count)
    guard count > 0 else { return false }
    pending += bytes[..<count]
    return true
  }
}
