public import AmendsPolicy
import Ledger

extension Inbox {
  /// The instant at which the picture changes by itself; `nil` when it will not.
  ///
  /// Nothing ticks because time passes: only what is on the screen and will read differently counts.
  public func nextChange(after now: Instant) -> Instant? {
    var changes: [Instant?] =
      [status?.fadesAt, nextLook(after: now), counts?.nextWake] + nextNews
    switch layers.last(where: { $0.context != nil }) {
    case .customer(let screen): changes.append(customerChange(screen, at: now))
    case .composer(let composer): changes.append(composerChange(composer, at: now))
    case .outbox(let screen): changes += outboxChanges(screen, at: now)
    case .sheet(let sheet): changes.append(content(of: sheet, at: now)?.changesAt)
    default: changes += list.shownRows.map { rowChange($0, at: now) }
    }
    if case .why(let why)? = layers.last { changes.append(content(of: why, at: now)?.changesAt) }
    return changes.compactMap(\.self).filter { $0 > now }.min()
  }

  private func rowChange(_ row: ReviewRow, at now: Instant) -> Instant? {
    let age = now - row.review.postedAt
    let older = age < .minutes(1) ? Span.minutes(1) : RoughSpan(age).nextStep
    return [contactChange(row, at: now), row.review.postedAt + older].compactMap(\.self).min()
  }

  private func contactChange(_ row: ReviewRow, at now: Instant) -> Instant? {
    guard row.review.state.showsContact else { return nil }
    return ContactWords(row, rules: settings.rules, at: now).changesAt
  }

  private func customerChange(_ screen: CustomerScreen, at now: Instant) -> Instant? {
    let minute: Int64 = 60_000
    let nextMinute = Instant(milliseconds: (now.milliseconds / minute + 1) * minute)
    guard let file = screen.file else { return nil }
    let answer = settings.rules.answer(file, about: screen.currentReview?.order, at: now)
    let words = ContactWords(
      file.customer, outbox: file.outbox, rules: settings.rules, at: now, precise: true)
    let reasons = reasonChange(file, answer, at: now)
    let snooze = screen.currentReview?.activeSnooze(at: now)?.end
    return [words.changesAt, reasons, nextMinute, snooze].compactMap(\.self).min()
  }

  private func composerChange(_ composer: Composer, at now: Instant) -> Instant? {
    let patience = composer.reading.patienceEnds
    guard let file = composer.file, file.outbox == nil else { return patience }
    let answer = settings.rules.answer(file, about: composer.currentReview?.order, at: now)
    let quiet =
      answer.isAllowed ? settings.rules.nextQuietStart(for: file.customer, after: now) : nil
    let clock = answer.until.flatMap { settings.rules.clockChange(of: $0, at: now) }
    return [quiet, answer.until, reasonChange(file, answer, at: now), clock, patience]
      .compactMap(\.self).min()
  }

  /// When the time that a reason names is a minute shorter.
  private func reasonChange(
    _ file: CustomerFile,
    _ answer: ContactAnswer,
    at now: Instant
  ) -> Instant? {
    guard answer.holds.contains(where: { $0.limit == .interval }),
      let last = file.customer.standing.lastContact
    else { return nil }
    return Countdown(until: last + settings.rules.limits.interval, at: now, precise: false)
      .changesAt
  }

  private func outboxChanges(_ screen: OutboxScreen, at now: Instant) -> [Instant?] {
    let queued = screen.selectedRow.flatMap {
      settings.rules.clockChange(of: $0.item.queuedAt, at: now)
    }
    let sender = SenderWords(screen, mode: settings.sending, rules: settings.rules, at: now)
    let evidence = screen.selectedRow.flatMap {
      ClockedText($0.item.progress.evidence, rules: settings.rules, at: now).changesAt
    }
    return [queued, evidence, sender.changesAt]
      + screen.rows.map { OutboxWords($0.item, in: screen, settings, at: now).changesAt }
  }
}
