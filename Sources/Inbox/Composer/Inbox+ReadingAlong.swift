import AmendsPolicy
import Ledger

extension Inbox {
  /// Has the second reader read what stands in the composer, unless it has.
  mutating func readAlong(at now: Instant) -> [Effect] {
    let settings = settings
    let request = editComposer { $0.readingRequest(settings, at: now) }
    return (request ?? nil).map { [.read($0)] } ?? []
  }

  /// Takes in what the second reader makes of a draft, and goes on with a reply that waited for it.
  mutating func takeReading(
    _ request: ReadingRequest, _ reading: ReadingAnswer, at now: Instant
  ) -> [Effect] {
    let settings = settings
    let mayGoOn = editComposer { composer -> Bool in
      guard composer.reading.take(request, reading) else { return false }
      composer.check(settings)
      return composer.reading.queueingSince != nil
    }
    return mayGoOn == true ? goOnQueueing(at: now) : []
  }

  /// Queues a reply without the reading that it waited for, when that takes too long.
  mutating func endPatience(at now: Instant) -> [Effect] {
    guard let ends = composer?.reading.patienceEnds, ends <= now else { return [] }
    _ = editComposer { $0.reading.giveUp() }
    return goOnQueueing(at: now)
  }

  private mutating func goOnQueueing(at now: Instant) -> [Effect] {
    _ = editComposer { $0.reading.stopWaiting() }
    status = nil
    return composer.map { queue($0, at: now) } ?? []
  }
}
