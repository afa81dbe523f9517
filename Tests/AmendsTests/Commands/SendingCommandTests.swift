import Foundation
import Testing

@Suite("sending")
struct SendingCommandTests {
  @Test("stop and allow want a reason, and status says what holds")
  func stopAndAllow() throws {
    let desk = try ProgramDesk()
    let free = try desk.run("sending", "--json")
    #expect(free.status == 0)
    #expect(free.lines == [#"{"sending":"free","freezes":[]}"#])
    #expect(try desk.run("sending", "stop").status == 2)
    #expect(try desk.run("sending", "stop", "--reason", "short").status == 2)
    #expect(try desk.run("sending", "stop", "--reason", "batch 7 is wrong").status == 0)
    let frozen = try desk.run("sending", "status", "--json")
    #expect(frozen.status == 1)
    let freezes = try #require(try frozen.object()["freezes"] as? [[String: Any]])
    let freeze = try #require(freezes.first)
    #expect(
      Set(freeze.keys) == ["kind", "reason", "since", "by", "needsHorizon", "remedy"])
    #expect(freeze["kind"] as? String == "stopped")
    #expect(freeze["reason"] as? String == "batch 7 is wrong")
    #expect(freeze["needsHorizon"] as? Bool == false)
    let text = try desk.run("sending")
    #expect(text.status == 1)
    #expect(text.output.contains("amends sending allow --reason"))
    let doctor = try desk.run("doctor", "--json").objects()
    let line = try #require(doctor.first { $0["topic"] as? String == "sending" })
    #expect(line["level"] as? String == "note")
    #expect(try desk.run("sending", "allow", "--reason", "it was batch 8").status == 0)
    #expect(try desk.run("sending").status == 0)
    let again = try desk.run("sending", "allow", "--reason", "it was batch 8")
    #expect(again.output == "sending was not frozen\n")
  }

  private static let library = "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1"

  /// Runs the program with its wall clock off by a span; the time since the machine was started stays true.
  private func run(_ desk: ProgramDesk, off span: String, _ arguments: String...) throws
    -> ProgramRun
  {
    try Program.run(
      arguments + ["--desk", desk.folder], home: desk.folder,
      environment: [
        "LD_PRELOAD": Self.library, "FAKETIME": span, "FAKETIME_DONT_FAKE_MONOTONIC": "1",
      ])
  }

  @Test(
    "a clock that really is set back or ahead freezes sending, until somebody accepts it",
    .enabled(if: FileManager.default.fileExists(atPath: library)),
    arguments: [("-2h", "went back 2 h"), ("+40d", "jumped ahead 40 d")])
  func faketime(_ span: String, _ words: String) throws {
    let desk = try ProgramDesk()
    #expect(try desk.run("sending").status == 0)
    let off = try run(desk, off: span, "sending")
    #expect(off.status == 1)
    #expect(off.output.contains(words), "\(off.output)\(off.errors)")
    #expect(try desk.run("sending").status == 1)
    #expect(try desk.run("sending", "allow", "--reason", "looked at the wall").status == 0)
    #expect(try desk.run("sending").status == 0)
  }
}
