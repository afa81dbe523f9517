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
    var spans: [Double] = []
    for _ in 0..<runs {
      let watch = Stopwatch()
      try work()
      spans.append(watch.seconds)
    }
    spans.sort()
    return Timing(least: spans.first ?? 0, median: spans[spans.count / 2], runs: runs)
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
    guard let text = try? SmallFile.text("/proc/self/status", most: 1 << 16) else {
      return "memory: not known on this system"
    }
    return "memory of this process (VmRSS, VmHWM): \(figure("VmRSS:", in: text)) MiB now,"
      + " \(figure("VmHWM:", in: text)) MiB at most"
  }

  private static func figure(_ name: String, in text: String) -> Int {
    let line = text.split(separator: "\n").first { $0.hasPrefix(name) } ?? ""
    return line.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }.first.map { $0 / 1024 }
      ?? 0
  }
}
