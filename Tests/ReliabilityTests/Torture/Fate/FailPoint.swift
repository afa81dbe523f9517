/// A moment in the way of a message at which its sender can die.
package struct FailPoint: Hashable, Sendable, CustomStringConvertible {
  /// A step of the way.
  package enum Step: String, Sendable {
    /// The item is taken.
    case claim
    /// The carrier makes everything ready up to the dot.
    case prepare
    /// The permit is opened.
    case commit
    /// The dot: the message leaves.
    case dot
    /// The permit is closed.
    case finish
    /// An orphan is put back into the queue.
    case release
  }

  /// Where in a step.
  package enum Edge: String, Sendable {
    case before
    /// The dot is written, its answer not yet read.
    case during
    case after
  }

  package let step: Step
  package let edge: Edge

  package init(_ step: Step, _ edge: Edge) {
    self.step = step
    self.edge = edge
  }

  /// Every point on the way of one message.
  package static let all: [FailPoint] = [
    .init(.claim, .before), .init(.claim, .after), .init(.prepare, .before),
    .init(.prepare, .after), .init(.commit, .before), .init(.commit, .after), .init(.dot, .before),
    .init(.dot, .during), .init(.dot, .after), .init(.finish, .before), .init(.finish, .after),
  ]

  /// Whether the permit is open and its outcome not yet recorded.
  package var isInDoubt: Bool {
    switch step {
    case .claim, .prepare, .release: false
    case .commit: edge == .after
    case .dot: true
    case .finish: edge == .before
    }
  }

  /// Whether the dot has gone out.
  package var isBehindDot: Bool { step == .finish || step == .dot && edge != .before }

  package var description: String { "\(step.rawValue).\(edge.rawValue)" }

  /// Reads a point as its description writes it.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ".")
    guard parts.count == 2, let step = Step(rawValue: String(parts[0])),
      let edge = Edge(rawValue: String(parts[1]))
    else { return nil }
    self.init(step, edge)
  }
}
