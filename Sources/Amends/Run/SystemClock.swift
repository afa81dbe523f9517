import AmendsPolicy
import Glibc

/// The one place where the program looks at a clock.
enum SystemClock {
  /// The present instant by the system's wall clock.
  static var now: Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }
}
