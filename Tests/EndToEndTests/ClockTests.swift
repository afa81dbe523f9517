import Foundation
import Store
import Testing

/// The real program with a wall clock that really is another one.
@Suite(.serialized)
struct ClockTests {
  private static let library = "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1"

  /// The inbox with its clock off by a span, while the time since the machine was started stays true.
  ///
  /// The preloaded library moves the environment, by which Swift finds the command line: so the desk is
  /// named by the environment.
  private func session(_ desk: Desk, off span: String) throws -> Session {
    let base = desk.folder + "/base"
    try FileManager.default.createDirectory(atPath: base, withIntermediateDirectories: true)
    try? FileManager.default.createSymbolicLink(
      atPath: base + "/amends", withDestinationPath: desk.folder)
    return try Session(
      desk, columns: 120,
      environment: [
        "LD_PRELOAD": Self.library, "FAKETIME": span, "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        "XDG_DATA_HOME": base,
      ])
  }

  @Test(
    "A clock that is set back or ahead freezes sending, until somebody says why it is right",
    .enabled(if: FileManager.default.fileExists(atPath: library)),
    arguments: [("-2h", "went back 2 h"), ("+40d", "jumped ahead 40 d")])
  func setWrongly(_ span: String, _ words: String) throws {
    let desk = try Desk()
    #expect(try desk.run(["sending"]).status == 0)
    let wrong = try session(desk, off: span)
    try wrong.see("sending is frozen: the clock \(words)")
    try wrong.press("q")
    try wrong.waitForEnd()
    #expect(try desk.run(["sending"]).status == 1)

    let right = try Session(desk, columns: 120)
    try right.see("sending is frozen")
    try right.press("A")
    try right.see("Allow sending")
    try right.type("the battery was empty")
    try right.press("Enter")
    try right.see("sending is allowed again")
    try right.miss("is frozen")
    #expect(try desk.run(["sending"]).status == 0)
  }
}
