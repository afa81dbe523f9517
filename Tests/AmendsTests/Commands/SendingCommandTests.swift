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
}
