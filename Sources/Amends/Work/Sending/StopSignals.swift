import Dispatch
import Glibc

/// The signals that ask a program without a terminal to end.
///
/// They are blocked in every thread and waited for in one, so that no work is ever interrupted by them.
struct StopSignals: ~Copyable {
  private static let numbers = [SIGTERM, SIGINT, SIGHUP]

  private let set: sigset_t

  /// Blocks the signals, which threads that are started from now on inherit.
  ///
  /// A reader that goes away is told by a failing write from now on, and ends nothing.
  init() {
    var set = sigset_t()
    sigemptyset(&set)
    for number in Self.numbers { sigaddset(&set, number) }
    pthread_sigmask(SIG_BLOCK, &set, nil)
    signal(SIGPIPE, SIG_IGN)
    self.set = set
  }

  /// Has the first of them told, and the second end the program at once.
  func watch(_ tell: @escaping @Sendable () -> Void) {
    let set = set
    DispatchQueue(label: "amends.signals", qos: .userInitiated).async {
      _ = Self.next(in: set)
      tell()
      _exit(128 + Self.next(in: set))
    }
  }

  private static func next(in set: sigset_t) -> Int32 {
    var set = set
    var number: Int32 = 0
    while sigwait(&set, &number) != 0 {}
    return number
  }
}
