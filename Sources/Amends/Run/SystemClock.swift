import AmendsPolicy
import CMachine
import Delivery
import Glibc
import Ledger

/// The one place where the program looks at clocks.
enum SystemClock {
  /// The present instant by the system's wall clock.
  static var now: Instant { Instant(milliseconds: milliseconds(of: CLOCK_REALTIME)) }

  /// What all clocks of the machine show.
  static var reading: ClockReading {
    ClockReading(
      wall: now, sinceBoot: Span(milliseconds: milliseconds(of: CLOCK_BOOTTIME)), boot: boot,
      keeping: keeping)
  }

  private static let boot = ProcessIdentity.boot

  /// An error of 16 s (`NTP_PHASE_LIMIT` of linux/timex.h) is what the kernel starts with: nobody has measured.
  private static var keeping: ClockKeeping {
    let kernel = cm_read_clock_keeping()
    guard kernel.is_known != 0 else { return .unknown }
    if kernel.is_kept != 0 { return .kept }
    return kernel.error < 16_000_000 ? .adrift(Span(milliseconds: kernel.error / 1000)) : .unknown
  }

  private static func milliseconds(of clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }

  /// How long the machine has been up, the time that it was asleep included: no hand sets this clock.
  @Sendable
  static func uptime() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_BOOTTIME, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
