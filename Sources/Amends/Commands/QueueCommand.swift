import AmendsPolicy
import ArgumentParser
import Ledger
import Store

/// The outbox without a screen.
struct QueueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "queue",
    abstract: "See and steer what waits to leave.",
    discussion: """
      amends queue list --json
      amends queue hold 5f0c…       keep it until `resume`
      amends queue recall 5f0c…     make it a draft again
      """,
    subcommands: [QueueList.self, QueueHold.self, QueueResume.self, QueueRecall.self],
    defaultSubcommand: QueueList.self)
}

/// Lists the outbox.
struct QueueList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List what waits to leave, the next first.",
    discussion: """
      --json answers with one object a line:
      {"id","state","reason","leavesAt","queuedAt","queuedBy","customer","order","review","proactive","text"}.
      """)

  @Flag(help: "Answer in JSON.")
  var json = false

  @OptionGroup var desk: DeskOptions

  func run() throws {
    let store = try desk.workplace().openDesk()
    var output = StandardOutput()
    for row in try store.outbox() {
      if json {
        output.line(row.json)
      } else {
        output.safeLine(row.line)
      }
    }
    try output.finish()
  }
}

/// Holds a reply.
struct QueueHold: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hold", abstract: "Hold a reply until somebody lets it go on.")
  @OptionGroup var item: QueuedItem
  @OptionGroup var desk: DeskOptions

  func run() throws {
    let workplace = desk.workplace()
    let store = try workplace.openDesk()
    let id = try item.find(in: store)
    try store.hold(id, at: SystemClock.now, by: workplace.agent)
    try QueuedItem.say("\(id.text) is held", json: item.json, id, "held")
  }
}

/// Lets a held reply go on.
struct QueueResume: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume", abstract: "Let a held reply go on.")
  @OptionGroup var item: QueuedItem
  @OptionGroup var desk: DeskOptions

  func run() throws {
    let store = try desk.workplace().openDesk()
    let id = try item.find(in: store)
    try store.resume(id, at: SystemClock.now)
    try QueuedItem.say("\(id.text) goes on", json: item.json, id, "queued")
  }
}

/// Takes a reply back.
struct QueueRecall: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recall", abstract: "Take a reply back into its draft.")
  @OptionGroup var item: QueuedItem
  @OptionGroup var desk: DeskOptions

  func run() throws {
    let workplace = desk.workplace()
    let store = try workplace.openDesk()
    let id = try item.find(in: store)
    try store.recall(id, at: SystemClock.now, by: workplace.agent)
    try QueuedItem.say("\(id.text) is a draft again", json: item.json, id, "recalled")
  }
}

/// The item that a command of the queue is about.
struct QueuedItem: ParsableArguments {
  @Argument(help: "The item's id, or the start of it.")
  var id: String

  @Flag(help: "Answer in JSON: {\"id\",\"state\"}.")
  var json = false

  /// The one item whose id is, or begins with, what was given.
  ///
  /// - Throws: `Failure` where none or several do.
  func find(in store: DeskStore) throws -> OutboxID {
    if try store.outboxItem(OutboxID(id)) != nil { return OutboxID(id) }
    let found = try store.outbox().map(\.item.id).filter { $0.text.hasPrefix(id) }
    guard let only = found.first, !id.isEmpty else {
      throw Failure(.no, "nothing in the outbox has the id \(id): `amends queue list` shows it")
    }
    guard found.count == 1 else {
      throw Failure(.no, "\(found.count) items begin with \(id): write more of the id")
    }
    return only
  }

  static func say(_ words: String, json: Bool, _ id: OutboxID, _ state: String) throws {
    var output = StandardOutput()
    if json {
      output.line(["id": .string(id.text), "state": .string(state)])
    } else {
      output.safeLine(words)
    }
    try output.finish()
  }
}

extension OutboxRow {
  /// The row as `queue list --json` has it.
  var json: JSONValue {
    [
      "id": .string(item.id.text), "state": .string(item.state.rawValue),
      "reason": .string(item.reason), "leavesAt": .string(ISO8601.text(item.leavesAt)),
      "queuedAt": .string(ISO8601.text(item.queuedAt)), "queuedBy": .string(item.queuedBy),
      "customer": .string(customer.key.text), "order": .text(item.order),
      "review": .int(item.review.number), "proactive": .bool(item.isProactive),
      "text": .string(item.text),
    ]
  }

  /// The row for people.
  var line: String {
    let reason = item.reason.isEmpty ? "" : " (\(item.reason))"
    return "\(item.id.text)  \(item.state.rawValue)\(reason)  \(ISO8601.text(item.leavesAt))  "
      + "\(customer.name.isEmpty ? customer.key.text : customer.name)  \(headline)"
  }
}
