/// How many of some things are done, on one line of a terminal; silent anywhere else.
struct CountLine {
  private let name: String
  private let total: Int
  private var line = TerminalLine()
  private var done = 0

  init(_ name: String, of total: Int) {
    self.name = name
    self.total = total
  }

  /// Counts one more.
  mutating func count() {
    done += 1
    line.show { seconds in
      let left = Int(seconds / Double(done) * Double(total - done)) + 1
      return "\(name): \(done) of \(total), \(left) s left"
    }
  }

  /// Takes the line away.
  func clear() { line.clear() }
}
