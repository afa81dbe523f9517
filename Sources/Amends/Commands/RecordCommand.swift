import AmendsPolicy
import ArgumentParser
import Ledger
import Store

/// Feeds the timeline from scripts and other systems.
struct RecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Record what happened between the shop and a customer.",
    discussion: """
      amends record qw2smy2gutcr61k@marketplace.amazon.com contacted --channel e-mail
      amends record 114-7863528-5212210 order-completed --at 2026-11-20
      amends record A2XQ answered --at "2026-11-26 18:04+01:00" --note "asks for the manual"

      EVENT is one of contacted, answered (they wrote), refund-asked, opted-out, do-not-contact,
      complained, order-completed. An unknown customer is made; an order given once finds the person
      from then on. A contact made elsewhere is a fact: it is recorded even where it broke a limit,
      and counts from then on, in whatever order facts arrive.

      A script that may have to repeat itself gives each fact an --id of its own making: the same id a
      second time changes nothing, and answers as the first did.
      """)

  @Argument(help: "Any key of the person: relay address, order, or reviewer id.")
  var customer: PersonArgument

  @Argument(help: "What happened.")
  var event: ContactEventKind

  @Option(
    help: ArgumentHelp(
      "When; now if it is not said. A date alone stands for its noon in UTC, a time without a zone "
        + "for UTC.", valueName: "time"))
  var at: TimeArgument?

  @Option(help: "The order it belongs to; the key itself where that is one.")
  var order: String?

  @Option(help: "Over which channel, such as e-mail or phone.")
  var channel = ""

  @Option(help: "The zone in which the person lives, such as Europe/Berlin.")
  var zone: String?

  @Option(help: "What was written, or a remark.")
  var note = ""

  @Option(help: "A text that is unique to this write, such as a UUID.")
  var id: String?

  @Flag(
    help: "Answer in JSON: {\"customer\",\"event\",\"at\",\"order\",\"known\",\"new\",\"broke\"}.")
  var json = false

  @OptionGroup var desk: DeskOptions

  func validate() throws {
    if let zone, ZoneTable.zone(named: zone) == nil {
      throw ValidationError(ZoneTable.complaint(about: zone))
    }
    if let id, id.isEmpty || id.utf8.count > 100 || !id.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    {
      throw ValidationError("--id has 1 to 100 printable ASCII characters without spaces")
    }
    if event == .orderCompleted, customer.order(given: order) == nil {
      throw ValidationError("order-completed needs --order, or an order as CUSTOMER")
    }
  }

  func run() throws {
    let workplace = desk.workplace()
    let now = SystemClock.now
    let fact = ContactEvent(
      event, at: at?.instant ?? now, order: customer.order(given: order))
    if fact.at > now + .days(1) {
      StandardError.say("\(ISO8601.text(fact.at)) lies in the future; it is recorded as it is")
    }
    let record = ContactRecord(
      customer: customer.key, event: fact, channel: channel, zone: zone, note: note)
    let store = try workplace.openDesk()
    let outcome = try store.record(
      record, at: now, by: workplace.agent, as: id.map(WriteID.init) ?? .random())
    try answer(outcome, fact)
  }

  private func answer(_ outcome: RecordOutcome, _ fact: ContactEvent) throws {
    var output = StandardOutput()
    if json {
      output.line([
        "customer": .string(customer.key.text), "event": .string(fact.kind.rawValue),
        "at": .string(ISO8601.text(fact.at)), "order": .text(fact.order),
        "known": .bool(outcome.wasKnown), "new": .bool(outcome.isNewCustomer),
        "broke": .text(outcome.broke?.rawValue),
      ])
    } else {
      output.safeLine(words(outcome, fact))
    }
    try output.finish()
  }

  private func words(_ outcome: RecordOutcome, _ fact: ContactEvent) -> String {
    let what = "\(customer.key.text): \(fact.kind.rawValue) at \(ISO8601.text(fact.at))"
    if outcome.wasKnown { return "\(what) was known already; nothing changed" }
    let new = outcome.isNewCustomer ? " (a new customer)" : ""
    let broke = outcome.broke.map { "\nit broke the limit \($0.rawValue), and counts all the same" }
    return "recorded \(what)\(new)\(broke ?? "")"
  }
}
