/// What one process of a proof is told to do, as a word of its command line.
public struct RivalOrder: Hashable, Sendable {
  /// How it contends.
  public let kind: RivalKind
  /// Which of its kind it is, from 0.
  public let number: Int
  /// Who contends for whom.
  public let plan: ContentionPlan

  /// The order for one process.
  public init(kind: RivalKind, number: Int, plan: ContentionPlan) {
    self.kind = kind
    self.number = number
    self.plan = plan
  }

  /// Reads an order as ``text`` writes it; `nil` for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 4, let kind = RivalKind(rawValue: String(parts[0])),
      let number = Int(parts[1]), let processes = Int(parts[2]), let seconds = Double(parts[3]),
      (0..<processes).contains(number), seconds > 0
    else { return nil }
    self.init(
      kind: kind, number: number, plan: ContentionPlan(processes: processes, seconds: seconds))
  }

  /// The order as one word.
  public var text: String { "\(kind.rawValue):\(number):\(plan.processes):\(plan.seconds)" }
}
