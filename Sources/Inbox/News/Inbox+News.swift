import AmendsPolicy
import Ledger

extension Inbox {
  /// Tells what has risen, and reads the figures again when the time of an answer has run out.
  mutating func tellNews(at now: Instant) -> [Effect] {
    guard screen.givesNotice else { return [] }
    var effects: [Effect] = news.notice(at: now).map { [.notify($0)] } ?? []
    if let due = counts?.nextOverdue, due <= now {
      counts?.nextOverdue = nil
      effects.append(.loadCounts)
    }
    return effects
  }

  /// When there may be something to tell.
  var nextNews: [Instant?] { screen.givesNotice ? [counts?.nextOverdue, news.nextNotice] : [] }
}
