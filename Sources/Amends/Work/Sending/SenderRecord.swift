import AmendsPolicy
import Delivery
import Ledger

/// What a sender says of itself in the desk's lock file, so that others can say who sends.
struct SenderRecord: Equatable {
  /// The program, such as `amends send`.
  var program: String
  /// The process, as `ProcessIdentity` writes it.
  var identity: String
  /// Who started it.
  var agent: String
  /// Since when it sends.
  var since: Instant
  /// The rest that it takes.
  var restsUntil: Instant?
  /// Why it rests; empty while it does not.
  var reason = ""

  /// What it is called, such as `amends send (pid 812, ana)`.
  var name: String { "\(program) (pid \(identity.prefix { $0 != ":" }), \(agent))" }

  /// Whether the process is still there.
  var isAlive: Bool { !ProcessIdentity.isGone(identity) }

  /// The sender as the outbox shows it, to the process with some identity.
  func seen(by own: String) -> LiveSender {
    LiveSender(
      name: name, isThisProgram: identity == own, restsUntil: restsUntil, reason: reason)
  }
}

extension SenderRecord {
  /// The record as one JSON object.
  var json: JSONValue {
    [
      "program": .string(program), "identity": .string(identity), "agent": .string(agent),
      "since": .int(since.milliseconds),
      "restsUntil": restsUntil.map { .int($0.milliseconds) } ?? .null,
      "reason": .string(reason),
    ]
  }

  /// Reads a record; `nil` for anything else, such as the empty file that a sender leaves behind.
  init?(_ bytes: [UInt8]) {
    guard let value = try? JSONReader.value(of: bytes), let program = value["program"]?.plainString,
      let identity = value["identity"]?.plainString, let agent = value["agent"]?.plainString,
      let since = value["since"]?.instant
    else { return nil }
    self.init(
      program: program, identity: identity, agent: agent, since: since,
      restsUntil: value["restsUntil"]?.instant, reason: value["reason"]?.plainString ?? "")
  }
}

extension JSONValue {
  fileprivate var plainString: String? { if case .string(let text) = self { text } else { nil } }

  fileprivate var instant: Instant? {
    guard case .number(let figures) = self else { return nil }
    return Int64(figures).map { Instant(milliseconds: $0) }
  }
}
