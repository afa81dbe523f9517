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
      amends queue resolve 5f0c… sent
                                    say what became of one whose outcome is uncertain
      """,
    subcommands: [
      QueueList.self, QueueHold.self, QueueResume.self, QueueRecall.self, QueueResolve.self,
    ],
    defaultSubcommand: QueueList.self)
}

/// Lists the outbox.
struct QueueList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List what waits to leave, the next first.",
    discussion: """
      --json answers with one object a line:
      {"id","state","reason","leavesAt","queuedAt","queuedBy","customer","order","review","proactive","text",
      "attempts","failures","answer","evidence","unsentFrom"}: how often leaving was begun, how often it was
      refused for now since somebody last let it go, what was said at the last refusal, and of an uncertain one
      what was found out and from when it can be called unsent.
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

/// Says what became of a reply whose outcome is uncertain.
struct QueueResolve: ParsableCommand {
  /// What became of it.
  enum Outcome: String, CaseIterable, ExpressibleByArgument {
    case sent
    case unsent
  }

  static let configuration = CommandConfiguration(
    commandName: "resolve", abstract: "Say whether an uncertain reply was sent.",
    discussion: """
      amends queue resolve 5f0c… sent      it counts as a contact that was made now
      amends queue resolve 5f0c… unsent    it is held, to be resumed or recalled

      Until somebody says so, nobody writes to its customer. Look into the mailbox of sent mail and ask whoever
      runs the mail server first: a reply that was sent and is called unsent is a second message to a person who
      may not be written to. As long as a server may still take it, it cannot be called unsent. Who said so is
      kept in the audit.
      """)
  @OptionGroup var item: QueuedItem

  @Argument(help: "What became of it: sent or unsent.")
  var outcome: Outcome

  @OptionGroup var desk: DeskOptions

  func run() throws {
    let workplace = desk.workplace()
    let store = try workplace.openDesk()
    let id = try item.find(in: store)
    try store.resolve(id, wasSent: outcome == .sent, at: SystemClock.now, by: workplace.agent)
    let state = try store.outboxItem(id)?.state.rawValue ?? outcome.rawValue
    try QueuedItem.say(
      outcome == .sent ? "\(id.text) counts as sent" : "\(id.text) was not sent: it is held",
      json: item.json, id, state)
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
      "text": .string(item.text), "attempts": .int(Int64(item.attempts)),
      "failures": .int(Int64(item.progress.failures)), "answer": .string(item.progress.answer),
      "evidence": .string(item.progress.evidence),
      "unsentFrom": .text(item.unsentFrom.map(ISO8601.text)),
    ]
  }

  /// The row for people.
  var line: String {
    let reason = item.reason.isEmpty ? "" : " (\(item.reason))"
    return "\(item.id.text)  \(item.state.rawValue)\(reason)  \(ISO8601.text(item.leavesAt))  "
      + "\(customer.name.isEmpty ? customer.key.text : customer.name)  \(headline)"
  }
}
