import Glibc

/// How long something took, over many runs.
struct Timing {
  /// The shortest run, in seconds.
  let least: Double
  /// The middle run, in seconds.
  let median: Double
  let runs: Int

  /// Runs a piece of work so many times.
  static func of(_ runs: Int, _ work: () throws -> Void) rethrows -> Timing {
    let watch = Stopwatch()
    return try measured(runs, by: { watch.seconds }, work)
  }

  /// The same, by the time that this thread had a core: other programs do not count.
  static func ofThread(_ runs: Int, _ work: () throws -> Void) rethrows -> Timing {
    try measured(runs, by: { threadSeconds }, work)
  }

  private static func measured(
    _ runs: Int, by clock: () -> Double, _ work: () throws -> Void
  ) rethrows -> Timing {
    var spans: [Double] = []
    for _ in 0..<runs {
      let start = clock()
      try work()
      spans.append(clock() - start)
    }
    spans.sort()
    return Timing(least: spans.first ?? 0, median: spans[spans.count / 2], runs: runs)
  }

  private static var threadSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The times in words.
  var words: String {
    "\(Self.words(median)) median, \(Self.words(least)) least of \(runs)"
  }

  /// A time in words.
  static func words(_ seconds: Double) -> String {
    seconds < 0.001
      ? "\(rounded(seconds * 1e6)) µs" : "\(rounded(seconds * 1000)) ms"
  }

  private static func rounded(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}

/// The memory of this process.
enum MemoryUse {
  /// What the kernel says: now, and at most so far.
  static var words: String {
    "memory of this process (VmRSS, VmHWM): \(figure("VmRSS:") / 1024) MiB now,"
      + " \(figure("VmHWM:") / 1024) MiB at most"
  }

  /// How much of it is in memory now, in KiB; 0 where the system does not say.
  static var resident: Int { figure("VmRSS:") }

  /// How much of it is this process's own and in memory, in KiB: mapped files are not counted.
  static var own: Int { figure("RssAnon:") }

  private static func figure(_ name: String) -> Int {
    guard let text = try? SmallFile.text("/proc/self/status", most: 1 << 16) else { return 0 }
    let line = text.split(separator: "\n").first { $0.hasPrefix(name) } ?? ""
    return line.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }.first ?? 0
  }
}
