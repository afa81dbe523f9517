import Glibc

/// A line on a terminal that is written again and again, no more than ten times a second; silent anywhere else.
struct TerminalLine {
  private static let pause = 0.1
  private let isShown = isatty(STDERR_FILENO) == 1
  private let watch = Stopwatch()
  private var shownAt = 0.0

  /// Shows words that are made of the seconds so far, where it is time to.
  mutating func show(_ words: (_ seconds: Double) -> String) {
    let seconds = watch.seconds
    guard isShown, seconds - shownAt >= Self.pause else { return }
    shownAt = seconds
    put("\r\u{1B}[K" + words(seconds))
  }

  /// Takes the line away.
  func clear() {
    if isShown, shownAt > 0 { put("\r\u{1B}[K") }
  }

  private func put(_ text: String) {
    _ = Descriptor.write(Array(text.utf8)[...], to: STDERR_FILENO)
  }
}
