import AmendsPolicy
import Ledger
import Screen

extension Inbox {
  /// Queues the reply, or says what stands against it: a block stops, a warning wants one deliberate key,
  /// a cooldown offers to wait for its end.
  mutating func queue(_ composer: Composer, at now: Instant) -> [Effect] {
    guard let draft = composer.draft, let report = composer.report, let file = composer.file
    else { return refuse("write something first", at: now) }
    if report.verdict == .block {
      let count = report.findings.count { $0.severity == .block }
      return refuse("BLOCKED by \(count) finding\(count == 1 ? "" : "s"): ctrl-n shows", at: now)
    }
    guard let review = composer.currentReview, review.cause != .fabricated else {
      return refuse("it is judged as fabricated: it is reported, not answered", at: now)
    }
    if composer.route == .publicReply {
      guard !composer.reading.isUnderWay else { return waitForReading(at: now) }
      return askToPost(draft, below: review, accepting: warnings(of: composer))
    }
    if let live = file.outbox {
      return refuse(
        "a reply to this customer is already \(live.state.rawValue): o shows the outbox", at: now)
    }
    let answer = settings.rules.answer(file, about: review.order, at: now)
    guard !answer.isForGood else {
      return refuse("not allowed: \(answer.holds.first?.reason ?? "")", at: now)
    }
    guard !composer.reading.isUnderWay else { return waitForReading(at: now) }
    let warnings = warnings(of: composer)
    let item = item(
      of: draft, accepting: warnings, in: composer, file: file, answer: answer, at: now)
    guard !warnings.isEmpty || answer.until != nil else { return [.enqueue(item)] }
    return push(.choice(lastQuestion(item, warnings: warnings, answer: answer, at: now)))
  }

  /// Asks once more before a reply that everybody reads is given out: the marketplace lets nobody mend it.
  ///
  /// Source: Amazon, help page 202126280.
  private mutating func askToPost(
    _ draft: Draft, below review: Review, accepting warnings: [Finding]
  ) -> [Effect] {
    let words = SafeText.lines(draft.text).map(\.string).joined(separator: " ")
    return push(
      .choice(
        Choice(
          title: "Post this reply below the feedback?",
          lines: warnings.map { "! \($0.rule): \($0.title)" } + [
            "Everybody reads it. It cannot be edited; once deleted it cannot be written again."
          ],
          options: [
            .init(
              "P", "copy it, and note that it is posted",
              .effects([
                .copy(draft.text, what: "the public reply"),
                .note(draft.customer, "\(review.publicReplyRecord): \(words)"),
                .discardDraft(draft.id),
              ]))
          ])))
  }

  private mutating func waitForReading(at now: Instant) -> [Effect] {
    _ = editComposer { $0.reading.waitToQueue(at: now) }
    say("the second reader is reading: the reply is queued when it has", at: now)
    return []
  }

  /// What must be accepted: the report's warnings, and that a reading is missing.
  private func warnings(of composer: Composer) -> [Finding] {
    let found = composer.report?.findings.filter { $0.severity == .warn } ?? []
    return composer.reading.isLate ? found + [.readingMissing] : found
  }

  private func item(
    of draft: Draft,
    accepting warnings: [Finding],
    in composer: Composer,
    file: CustomerFile,
    answer: ContactAnswer,
    at now: Instant
  ) -> OutboxItem {
    OutboxItem(
      id: OutboxID("\(draft.id.text)-q\(now.milliseconds)"), draft: draft.id, review: draft.review,
      customer: file.customer.id, recipient: file.relay, order: composer.currentReview?.order,
      text: draft.text, acceptedWarnings: warnings.map(\.rule.description),
      isProactive: answer.answering == nil, queuedAt: now, queuedBy: settings.agent,
      leavesAt: max(now + settings.undoTime, answer.until ?? now),
      heardUntil: file.customer.standing.lastInbound)
  }

  private func lastQuestion(
    _ item: OutboxItem,
    warnings: [Finding],
    answer: ContactAnswer,
    at now: Instant
  ) -> Choice {
    var lines = warnings.map { "! \($0.rule): \($0.title)" }
    if let until = answer.until {
      lines += answer.holds.map { "· \($0.reason)" }
      lines.append("It would leave \(settings.rules.clock(until, at: now)).")
    }
    let waits = answer.until != nil
    switch (warnings.isEmpty, waits) {
    case (false, _):
      let words = waits ? "accept the warnings, queue for then" : "accept the warnings and queue"
      return Choice(
        title: "Queue in spite of \(warnings.count) warning\(warnings.count == 1 ? "" : "s")?",
        lines: lines + ["That you accept them is recorded."],
        options: [.init("W", words, .enqueue(item))])
    default:
      return Choice(
        title: "They may not be written to yet", lines: lines,
        options: [.init("y", "queue for when it ends", .enqueue(item))])
    }
  }
}

extension CustomerFile {
  /// What only the shop knows of the person, which a public reply must not say.
  var personalData: [String] {
    let names = [customer.name] + reviews.map(\.author).filter { !Self.isStandIn($0) }
    return Set(keys.map(\.text) + names).filter { !$0.isEmpty }.sorted()
  }

  /// Whether a name is what the marketplace shows for those who gave none, such as “Amazon Customer”.
  private static func isStandIn(_ name: String) -> Bool { name.lowercased().contains("amazon") }

  /// The relay address that a message can be sent to.
  var relay: String? {
    for case .relay(let address) in keys { return address }
    return nil
  }
}
