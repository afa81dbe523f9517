import AmendsPolicy
import ArgumentParser
import Ledger
import Store

/// Says whether, and when, a customer may be written to.
struct CooldownCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cooldown",
    abstract: "Say whether a customer may be written to, and from when on.",
    discussion: """
      amends cooldown qw2smy2gutcr61k@marketplace.amazon.com
      amends cooldown 114-7863528-5212210 --proactive && send-the-message
      amends cooldown A2XQ --at 2026-11-28T09:00:00+01:00 --json

      Exits with 0 when they may be written to, 1 when not. Below the answer stand the limits that hold,
      then the clocks that run beside: the answer that is due, the order's window, the quiet hours; each
      with who made its rule. --json answers with
      {"customer","allowed","until","limit","why"}: limit is the one that holds longest (interval,
      unanswered, order-once, order-window, quiet-hours, opted-out, do-not-contact, complaint), until
      the first instant free of every limit, null when time alone will not free it or when allowed.
      With --at only what had happened by then is judged.
      """)

  @Argument(help: "Any key of the person: relay address, order, or reviewer id.")
  var customer: PersonArgument

  @Option(help: ArgumentHelp("When the message would leave; now if not said.", valueName: "time"))
  var at: TimeArgument?

  @Option(help: "The order that the message is about; the key itself where that is one.")
  var order: String?

  @Flag(help: "The message answers nothing that they wrote.")
  var proactive = false

  @Flag(help: "Answer in JSON.")
  var json = false

  @OptionGroup var desk: DeskOptions

  func run() throws {
    let workplace = desk.workplace()
    let store = try workplace.openDesk()
    let question = CooldownQuestion(
      key: customer.key, order: customer.order(given: order), isProactive: proactive,
      at: at?.instant)
    let cooldown = try question.answer(from: store, workplace, now: SystemClock.now)
    var output = StandardOutput()
    if json {
      output.line(cooldown.json)
    } else {
      for line in cooldown.lines { output.safeLine(line) }
    }
    try output.finish()
    if !cooldown.answer.isAllowed { throw ExitStatus.no }
  }
}
