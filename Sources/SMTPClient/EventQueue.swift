import Dispatch
import SMTP
import Synchronization

/// What happened on a connection, in its order, until the thread that drives the conversation takes it.
///
/// A server that says far more than any reply is long before anybody has listened is cut off: what waits
/// here is bounded.
final class EventQueue: Sendable {
  /// The most bytes that wait: more than the longest reply (100 lines of 2,000 bytes).
  static let mostBytes = 256 << 10

  private struct Waiting {
    var events: [Event] = []
    var bytes = 0
    /// Nothing that a server says is taken any more.
    var isFull = false
  }

  private let waiting = Mutex(Waiting())
  private let arrived = DispatchSemaphore(value: 0)

  /// Whether nothing waits.
  var isEmpty: Bool { waiting.withLock(\.events.isEmpty) }

  /// Adds an event; `false` where a server has said too much, of which the queue then tells instead.
  @discardableResult
  func put(_ event: Event) -> Bool {
    let fits = waiting.withLock { waiting in
      guard case .received(let bytes) = event else {
        waiting.events.append(event)
        return true
      }
      guard !waiting.isFull else { return false }
      waiting.bytes += bytes.count
      waiting.isFull = waiting.bytes > Self.mostBytes
      waiting.events.append(waiting.isFull ? .lost("it says more than it was asked") : event)
      return !waiting.isFull
    }
    arrived.signal()
    return fits
  }

  /// Waits for the next event; a deadline is one.
  func next() -> Event {
    while true {
      if let event = takeNow() { return event }
      arrived.wait()
    }
  }

  /// The next event that is there already.
  func takeNow() -> Event? {
    waiting.withLock { waiting in
      guard !waiting.events.isEmpty else { return nil }
      let event = waiting.events.removeFirst()
      if case .received(let bytes) = event { waiting.bytes -= bytes.count }
      return event
    }
  }
}
