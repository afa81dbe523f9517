import ArgumentParser

/// A guided first walk on a throw-away desk.
struct TourCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tour",
    abstract: "Take a guided first walk on a throw-away desk.",
    discussion: """
      A strip at the foot says what to do next, and goes on when it was done: move, open a person, see why
      they may be written to, take a cause, write, see a lure blocked, mend it, queue, take it back, help.
      f7 skips a step, f8 ends the walk. Nothing leaves this desk, and it is gone when you leave.
      """)

  func run() throws {
    let folder = try TemporaryFolder(isKept: false, purpose: "tour")
    let (desk, _) = try DemoDesk(folder: folder.path, now: SystemClock.now).open()
    let status = try openInbox(desk, hasTour: true)
    if status != 0 { throw ExitCode(status) }
  }
}
