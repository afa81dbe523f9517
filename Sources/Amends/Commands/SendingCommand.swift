import AmendsPolicy
import ArgumentParser
import Ledger
import Store

/// Whether messages may leave at all.
struct SendingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sending",
    abstract: "See whether messages may leave at all; stop it, and allow it again.",
    discussion: """
      amends sending                                                   may anything leave?
      amends sending stop --reason "the parcels of batch 7 are wrong"
      amends sending allow --reason "clock was set right, looked at the phone"

      The desk freezes sending by itself where the clock cannot be believed (it went back or jumped, or
      disagrees with the time since the machine was started), where the database is not the one that was
      left here, and after the disk failed. Reading, writing and queueing go on; what is queued leaves once
      sending is allowed. Who allowed it, when and why is kept in the desk.
      """,
    subcommands: [SendingStatus.self, SendingStop.self, SendingAllow.self],
    defaultSubcommand: SendingStatus.self)
}

/// Says what sending is frozen for.
struct SendingStatus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Say whether messages may leave, and if not, why.",
    discussion: """
      Exits with 0 when they may, 1 when not. --json answers with
      {"sending":"free" or "frozen","freezes":[{"kind","reason","since","by","needsHorizon","remedy"}]},
      kind one of clock, restored, storage, stopped.
      """)

  @Flag(help: "Answer in JSON.")
  var json = false

  @OptionGroup var desk: DeskOptions

  func run() throws {
    let freezes = try desk.workplace().openDesk().freezes()
    var output = StandardOutput()
    if json {
      output.line(Freeze.json(of: freezes))
    } else {
      for line in Freeze.lines(of: freezes) { output.safeLine(line) }
    }
    try output.finish()
    if !freezes.isEmpty { throw ExitStatus.no }
  }
}

/// Stops sending.
struct SendingStop: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stop", abstract: "Stop sending until somebody allows it again.")

  @OptionGroup var reason: ReasonOption
  @OptionGroup var desk: DeskOptions

  func run() throws {
    let workplace = desk.workplace()
    let store = try workplace.openDesk()
    try store.stopSending(try reason.typed(), at: SystemClock.now, by: workplace.agent)
    var output = StandardOutput()
    output.line("sending is stopped: nothing leaves until `amends sending allow`")
    try output.finish()
  }
}

/// Allows sending again.
struct SendingAllow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "allow", abstract: "Allow sending again, whatever it was frozen for.",
    discussion: """
      amends sending allow --reason "the virtual machine was suspended over night"
      amends sending allow --reason "asked Ben: nothing since" --nothing-sent-after 2026-11-20

      After a suspicious clock the clock is believed from now on: look at another one first. After a
      restore of which the spool does not tell everything, say until when messages may have left that this
      desk does not know; it waits until the longest interval has passed since.
      """)

  @OptionGroup var reason: ReasonOption

  @Option(
    help: ArgumentHelp(
      "No message that the desk does not know of was sent after this time.", valueName: "time"))
  var nothingSentAfter: TimeArgument?

  @OptionGroup var desk: DeskOptions

  func run() throws {
    let workplace = desk.workplace()
    let store = try workplace.openDesk()
    let lifted = try store.allowSending(
      try reason.typed(), clock: SystemClock.reading, by: workplace.agent,
      nothingSentAfter: nothingSentAfter?.instant)
    var output = StandardOutput()
    for freeze in lifted { output.safeLine("lifted: \(freeze.inWords)") }
    output.line(lifted.isEmpty ? "sending was not frozen" : "sending is allowed again")
    try output.finish()
  }
}

/// Why something grave is done.
struct ReasonOption: ParsableArguments {
  @Option(help: "Why; it is kept with your name and the time.")
  var reason: String

  func validate() throws { _ = try typed() }

  /// The reason, where it is one.
  ///
  /// - Throws: `ValidationError` where it is too short.
  func typed() throws -> TypedReason {
    guard let typed = TypedReason(reason) else {
      throw ValidationError("--reason: \(TypedReason.rule)")
    }
    return typed
  }
}
