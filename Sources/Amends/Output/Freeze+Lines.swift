import Ledger

extension Freeze {
  /// What `sending status` says.
  static func lines(of freezes: [Freeze]) -> [String] {
    guard !freezes.isEmpty else { return ["sending is free: what is queued leaves in its time"] }
    return freezes.flatMap { freeze in
      ["\(freeze.inWords)", "  since \(ISO8601.text(freeze.since)); \(freeze.remedy)"]
    } + ["then: \(allowing(freezes))"]
  }

  /// The command that allows sending again.
  static func allowing(_ freezes: [Freeze]) -> String {
    let horizon = freezes.contains(where: \.needsHorizon) ? " --nothing-sent-after TIME" : ""
    return "amends sending allow --reason \"…\"\(horizon)"
  }

  /// What `sending status --json` says.
  static func json(of freezes: [Freeze]) -> JSONValue {
    [
      "sending": .string(freezes.isEmpty ? "free" : "frozen"),
      "freezes": .array(freezes.map(\.json)),
    ]
  }

  private var json: JSONValue {
    [
      "kind": .string(kind.rawValue), "reason": .string(reason),
      "since": .string(ISO8601.text(since)), "by": .text(by.isEmpty ? nil : by),
      "needsHorizon": .bool(needsHorizon), "remedy": .string(remedy),
    ]
  }
}
