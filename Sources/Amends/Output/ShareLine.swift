/// Which share of some work is done, on one line of a terminal; silent anywhere else.
struct ShareLine {
  private let name: String
  private var line = TerminalLine()

  init(_ name: String) {
    self.name = name
  }

  /// Shows a share from 0 to 1.
  mutating func show(_ share: Double) {
    line.show { seconds in
      let left = share > 0 ? Int(seconds / share * (1 - share)) + 1 : 0
      return "\(name): \(Int(share * 100)) %" + (left > 0 ? ", \(left) s left" : "")
    }
  }

  /// Takes the line away.
  func clear() { line.clear() }
}
