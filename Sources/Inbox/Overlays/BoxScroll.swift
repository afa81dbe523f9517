/// Where one stands in a box of lines that may not all fit.
struct BoxScroll: Hashable, Sendable {
  private var top = 0

  /// Which of so many lines are in sight in so many rows.
  func shown(of count: Int, room: Int) -> Range<Int> {
    let first = min(top, max(0, count - room))
    return first..<min(count, first + room)
  }

  /// Moves by some lines, as far as there are any; `false` where all of them are in sight.
  mutating func move(by steps: Int, of count: Int, room: Int) -> Bool {
    guard count > room else { return false }
    top = max(0, min(top, count - room) + steps)
    return true
  }
}
