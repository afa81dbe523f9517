import AmendsPolicy
import Ledger
import Screen

extension Tour {
  /// The key that goes on to the next step.
  static let skip = KeyPress(.function(7))
  /// The key that ends the walk.
  static let leave = KeyPress(.function(8))

  /// What the walk begins with: reviews that can be answered with a message.
  static let filter = "kind:feedback contact:ready"
}

extension Inbox {
  /// Shows the list that the walk begins with.
  mutating func prepareTour() {
    guard tour != nil, let filter = try? ReviewFilter(Tour.filter) else { return }
    list.take(filter, typed: Tour.filter)
  }

  /// Skips a step, or ends the walk; `false` for every other key, and where there is no walk.
  mutating func takeTourKey(_ key: KeyPress) -> Bool {
    guard tour != nil, key == Tour.skip || key == Tour.leave else { return false }
    if key == Tour.skip { tour?.skip() } else { tour = nil }
    return true
  }

  /// Tells the walk what came of an event.
  mutating func noteDeeds(_ event: Event, _ effects: [Effect]) {
    guard tour != nil else { return }
    if case .answered(.enqueued) = event { tour?.note(.queued) }
    for effect in effects {
      switch effect {
      case .setCauses: tour?.note(.judged)
      case .recall: tour?.note(.recalled)
      default: break
      }
    }
    guard case .composer(let composer)? = layers.last, composer.isLoaded else { return }
    tour?.note(.composing)
    guard let report = composer.report else { return }
    tour?.note(report.verdict == .block ? .blocked : .mended)
  }

  /// How many rows the strip of the walk takes: a wide terminal has its words on one line.
  func tourRows(in size: Size) -> Int {
    guard tour != nil, size.rows >= Self.fewestRowsOfTour else { return 0 }
    return size.columns >= 80 ? 2 : 3
  }

  /// Below so many rows there is no room for a strip.
  private static let fewestRowsOfTour = 9

  /// Draws what to do next, then how to go on without it.
  func drawTour(on canvas: inout Canvas, _ rect: Rect) {
    guard let tour, rect.rows > 0 else { return }
    let words = TourWords(tour.step, keys: settings.keymap)
    canvas.fill(rect, .title)
    let room = max(1, rect.columns - 2)
    for (index, line) in Wrap.lines(words.text, columns: room).prefix(rect.rows - 1).enumerated() {
      canvas.put(line, row: rect.row + index, column: 1, .title, width: room)
    }
    canvas.put(words.ways, row: rect.row + rect.rows - 1, column: 1, .title, width: room)
  }
}
