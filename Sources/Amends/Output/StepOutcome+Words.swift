import AmendsPolicy
import Delivery
import Ledger

extension StepOutcome {
  /// What happened, as the inbox's status line says it.
  var inWords: String {
    switch self {
    case .idle: ""
    case .sent: "a reply has left"
    case .held: "a reply is held: \(reason)"
    case .postponed(_, let until, _): "a reply waits until \(ISO8601.text(until)): \(reason)"
    case .undone: "a reply did not leave and is held: \(reason)"
    case .unreached, .deferred: "a reply was not taken for now, and is tried again: \(reason)"
    case .refused: "a reply was refused for good, and is a draft again: \(reason)"
    case .lost: "nobody knows whether a reply left: \(reason)"
    case .overtaken: "a reply was taken back on the way"
    case .released: "a reply was put back: it waits again"
    }
  }

  /// Why it came so; empty where that needs no reason.
  var reason: String {
    switch self {
    case .held(_, let hold), .postponed(_, _, let hold): hold.inWords
    case .undone(_, let reason), .unreached(_, let reason), .deferred(_, let reason),
      .refused(_, let reason), .lost(_, let reason):
      reason
    case .idle, .sent, .overtaken, .released: ""
    }
  }

  /// The outcome's name in the command line's contract.
  var name: String {
    switch self {
    case .idle: "idle"
    case .sent: "sent"
    case .held, .undone: "held"
    case .postponed: "postponed"
    case .unreached, .deferred: "deferred"
    case .refused: "failed"
    case .lost: "uncertain"
    case .overtaken, .released: "left alone"
    }
  }

  /// Whether a reply that was due did not leave, for a reason that somebody should look at.
  var isFailure: Bool {
    switch self {
    case .held, .undone, .unreached, .deferred, .refused, .lost: true
    case .idle, .sent, .postponed, .overtaken, .released: false
    }
  }
}

/// What a sender did with one reply, as a line of the command line.
struct SendLine {
  var outcome: StepOutcome
  /// The reply as it stands now; `nil` where it cannot be read.
  var item: OutboxItem?

  /// When it is tried again; `nil` where it is not by itself.
  private var next: Instant? { item.flatMap { $0.state == .queued ? $0.leavesAt : nil } }

  /// The line for programs.
  var json: JSONValue {
    [
      "id": .text(outcome.item?.text), "outcome": .string(outcome.name),
      "state": .text(item?.state.rawValue), "reason": .string(outcome.reason),
      "next": .text(next.map { ISO8601.text($0) }),
    ]
  }

  /// The line for people.
  var text: String {
    let again = next.map { ", again at \(ISO8601.text($0))" } ?? ""
    let reason = outcome.reason.isEmpty ? "" : ": \(outcome.reason)"
    return "\(outcome.item?.text ?? "")  \(outcome.name)\(again)\(reason)"
  }
}
