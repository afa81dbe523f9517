import AmendsPolicy
import Dispatch
import Glibc
import Synchronization

/// Rings when the wall clock shows an instant, however long the machine slept until then.
///
/// A plain timeout counts the time that the machine was awake: a reply that is due in three days would be late
/// by every night.
final class WallAlarm: Sendable {
  private let timer: Mutex<any DispatchSourceTimer>

  /// An alarm that is not set.
  init(_ ring: @escaping @Sendable () -> Void) {
    let timer = DispatchSource.makeTimerSource(queue: .global(qos: .userInitiated))
    timer.setEventHandler(handler: ring)
    timer.schedule(wallDeadline: .distantFuture)
    timer.activate()
    self.timer = Mutex(timer)
  }

  deinit { timer.withLock { $0.cancel() } }

  /// Sets it to an instant, or to none.
  func set(_ instant: Instant?) {
    timer.withLock { $0.schedule(wallDeadline: Self.deadline(instant), leeway: .milliseconds(1)) }
  }

  private static func deadline(_ instant: Instant?) -> DispatchWallTime {
    guard let instant else { return .distantFuture }
    let (seconds, rest) = instant.milliseconds.quotientAndRemainder(dividingBy: 1000)
    return DispatchWallTime(
      timespec: timespec(tv_sec: Int(seconds), tv_nsec: Int(rest) * 1_000_000))
  }
}
