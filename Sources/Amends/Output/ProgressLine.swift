import Glibc

/// How far an import is, on one line of a terminal; silent anywhere else.
struct ProgressLine {
  private let name: String
  private var line = TerminalLine()

  init(_ name: String) {
    self.name = name
  }

  /// Shows how far it is.
  mutating func show(_ progress: ImportProgress) {
    line.show { Self.words(name, progress, seconds: $0) }
  }

  /// Takes the line away.
  func clear() { line.clear() }

  /// The line: rows, share, rows a second, time left.
  static func words(_ name: String, _ progress: ImportProgress, seconds: Double) -> String {
    let rate = seconds > 0 ? Double(progress.rows) / seconds : 0
    var words = "\(name): \(progress.rows) rows, \(Int(rate)) rows/s"
    guard progress.totalBytes > 0, progress.bytesRead > 0 else { return words }
    let share = min(1, Double(progress.bytesRead) / Double(progress.totalBytes))
    words += ", \(Int(share * 100)) %"
    if share < 1 { words += ", \(Int(seconds / share * (1 - share)) + 1) s left" }
    return words
  }
}

/// Measures spans by the clock that nobody sets.
struct Stopwatch {
  private let start = Self.now

  /// Seconds since it was started.
  var seconds: Double { Self.now - start }

  /// Seconds by that clock, whose zero means nothing.
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
