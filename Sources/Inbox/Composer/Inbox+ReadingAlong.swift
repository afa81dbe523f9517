import AmendsPolicy
import Ledger

extension Inbox {
  /// Has the second reader read what stands in the composer, unless it has.
  mutating func readAlong(at now: Instant) -> [Effect] {
    let settings = settings
    let asked = editComposer { composer -> (request: ReadingRequest?, hasStopped: Bool) in
      let wasWaiting = composer.reading.queueingSince != nil
      let request = composer.readingRequest(settings)
      return (request, wasWaiting && composer.reading.queueingSince == nil)
    }
    if asked?.hasStopped == true { say("not queued: the text was changed", at: now) }
    return asked?.request.map { [.read($0)] } ?? []
  }

  /// Takes in what the second reader makes of a draft, and goes on with a reply that waited for it.
  mutating func takeReading(
    _ request: ReadingRequest, _ reading: ReadingAnswer, at now: Instant
  ) -> [Effect] {
    let settings = settings
    let isNews = editComposer { composer -> Bool in
      guard composer.reading.take(request, reading) else { return false }
      composer.check(settings)
      return true
    }
    guard isNews == true, let composer else { return [] }
    if composer.reading.queueingSince != nil { return goOnQueueing(at: now) }
    return composer.report?.verdict == .block ? withdrawQuestion(at: now) : []
  }

  /// Queues a reply without the reading that it waited for, when that takes too long.
  mutating func endPatience(at now: Instant) -> [Effect] {
    guard let ends = composer?.reading.patienceEnds, ends <= now else { return [] }
    _ = editComposer { $0.reading.giveUp() }
    return goOnQueueing(at: now)
  }

  /// Goes on where the composer is what the person sees; elsewhere they have turned to something else.
  private mutating func goOnQueueing(at now: Instant) -> [Effect] {
    _ = editComposer { $0.reading.stopWaiting() }
    guard case .composer(let composer)? = layers.last else {
      say("not queued: something else was opened meanwhile", at: now)
      return []
    }
    status = nil
    return queue(composer, at: now)
  }

  /// Takes back the question whether to queue a reply that turns out to be blocked.
  private mutating func withdrawQuestion(at now: Instant) -> [Effect] {
    guard case .choice(let choice)? = layers.last, choice.queues, let composer else { return [] }
    layers.removeLast()
    return queue(composer, at: now)
  }
}

extension Choice {
  /// Whether one of its answers queues a reply.
  fileprivate var queues: Bool {
    options.contains { if case .enqueue = $0.outcome { true } else { false } }
  }
}
