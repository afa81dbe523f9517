/// How many of nobody knows how many things are done, on one line of a terminal; silent anywhere else.
struct RateLine {
  private let name: String
  private var line = TerminalLine()
  private var done = 0

  init(_ name: String) { self.name = name }

  /// Counts more.
  mutating func count(_ more: Int) {
    done += more
    line.show { seconds in "\(name): \(done) drafts, \(Int(Double(done) / seconds)) a second" }
  }

  /// Takes the line away.
  func clear() { line.clear() }
}
