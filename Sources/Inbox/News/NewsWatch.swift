import AmendsPolicy
import Ledger

/// Notes which of the desk's figures have risen since a person was told, and tells at most once a minute.
struct NewsWatch: Equatable, Sendable {
  /// The least time between two notices.
  static let pause = Span.minutes(1)

  private var present: Notice?
  /// What the person knows: what was there at the start, and what they were told since.
  private var known = Notice()
  private var toldAt: Instant?
  /// Whether the next figures hold what the person did to the outbox themselves, by which only held replies rise.
  private var isOwnDoing = false

  /// What has risen beyond what the person knows; `nil` where nothing has.
  private var risen: Notice? {
    guard let present else { return nil }
    var notice = Notice()
    for figure in Self.figures where present[keyPath: figure] > known[keyPath: figure] {
      notice[keyPath: figure] = present[keyPath: figure]
    }
    return notice == Notice() ? nil : notice
  }

  private static var figures: [WritableKeyPath<Notice, Int>] { [\.overdue, \.held, \.uncertain] }

  /// When what has risen may be told; `nil` where nothing has.
  var nextNotice: Instant? {
    risen == nil ? nil : toldAt.map { $0 + Self.pause }
  }

  /// Takes in the figures as they are now; those of the start are no news.
  mutating func take(_ counts: DeskCounts) {
    var figures = Notice()
    figures.overdue = counts.overdue
    figures.held = counts.held
    figures.uncertain = counts.uncertain
    if present == nil { known = figures }
    if isOwnDoing { known.held = figures.held }
    isOwnDoing = false
    present = figures
    for figure in Self.figures {
      known[keyPath: figure] = min(known[keyPath: figure], figures[keyPath: figure])
    }
  }

  /// Notes what the person does: a reply that they hold is no news to them.
  mutating func note(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .hold, .resolve: isOwnDoing = true
      default: break
      }
    }
  }

  /// What to tell now, which the person knows from then on.
  mutating func notice(at now: Instant) -> Notice? {
    guard let risen, let present else { return nil }
    if let toldAt, now >= toldAt, now - toldAt < Self.pause { return nil }
    known = present
    toldAt = now
    return risen
  }
}
