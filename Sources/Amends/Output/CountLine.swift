import Glibc

/// How many of some things are done, on one line of a terminal; silent anywhere else.
struct CountLine {
  private static let pause = 0.1
  private let name: String
  private let total: Int
  private let isShown = isatty(STDERR_FILENO) == 1
  private let watch = Stopwatch()
  private var shownAt = 0.0
  private var done = 0

  init(_ name: String, of total: Int) {
    self.name = name
    self.total = total
  }

  /// Counts one more, and shows it no more than ten times a second.
  mutating func count() {
    done += 1
    let seconds = watch.seconds
    guard isShown, seconds - shownAt >= Self.pause else { return }
    shownAt = seconds
    let left = Int(seconds / Double(done) * Double(total - done)) + 1
    put("\r\u{1B}[K\(name): \(done) of \(total), \(left) s left")
  }

  /// Takes the line away.
  func clear() {
    if isShown, shownAt > 0 { put("\r\u{1B}[K") }
  }

  private func put(_ text: String) {
    _ = Descriptor.write(Array(text.utf8)[...], to: STDERR_FILENO)
  }
}
