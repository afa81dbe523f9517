import Glibc
import Synchronization

/// What befalls a process, and where.
package struct Doom: Hashable, Sendable {
  package enum Blow: String, Sendable {
    /// `kill -9`.
    case kill
    /// `kill -STOP`, until somebody lets it go on.
    case pause
  }

  package var point: FailPoint
  /// At which passing of the point, from 1.
  package var passing: Int
  package var blow: Blow

  package init(at point: FailPoint, passing: Int = 1, _ blow: Blow = .kill) {
    self.point = point
    self.passing = passing
    self.blow = blow
  }

  /// The doom as one word of a command line.
  package var text: String { "\(point):\(passing):\(blow.rawValue)" }

  package init?(_ text: String) {
    let parts = text.split(separator: ":")
    guard parts.count == 3, let point = FailPoint(parts[0]), let passing = Int(parts[1]),
      let blow = Blow(rawValue: String(parts[2]))
    else { return nil }
    self.init(at: point, passing: passing, blow)
  }
}

/// Counts the fail points that a process passes, and strikes where its doom says.
package final class Fate: Sendable {
  private let doom: Doom?
  private let passed = Mutex(0)

  package init(_ doom: Doom? = nil) { self.doom = doom }

  /// Passes a point, or dies there.
  package func pass(_ step: FailPoint.Step, _ edge: FailPoint.Edge) {
    guard let doom, doom.point == FailPoint(step, edge) else { return }
    let count = passed.withLock { count in
      count += 1
      return count
    }
    guard count == doom.passing else { return }
    kill(getpid(), doom.blow == .kill ? SIGKILL : SIGSTOP)
  }

  /// Passes both edges of a step.
  func around<Value, Fault: Error>(
    _ step: FailPoint.Step, _ work: () throws(Fault) -> Value
  ) throws(Fault) -> Value {
    pass(step, .before)
    let value = try work()
    pass(step, .after)
    return value
  }
}
