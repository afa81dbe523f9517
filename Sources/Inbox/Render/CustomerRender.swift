import AmendsPolicy
import Ledger
import Screen

extension Inbox {
  func draw(
    _ screen: CustomerScreen,
    on canvas: inout Canvas,
    _ layout: CustomerLayout,
    at now: Instant
  ) {
    guard let file = screen.file else {
      canvas.titleLine("reading …", "", in: layout.header)
      return drawFooter(on: &canvas, layout.footer)
    }
    let answer = settings.rules.answer(file, about: screen.currentReview?.order, at: now)
    let words = ContactWords(
      file.customer, outbox: file.outbox, rules: settings.rules, at: now, precise: true)
    drawHeader(of: file, words, on: &canvas, layout.header)
    if let rect = layout.review { drawReview(screen, file, on: &canvas, rect, at: now) }
    drawTimeline(screen, on: &canvas, layout.timeline, at: now)
    let role: Role = answer.isForGood ? .cooldownNever : words.tone.role
    if let rect = layout.limits { drawLimits(answer, role, on: &canvas, rect) }
    drawFooter(on: &canvas, layout.footer)
  }

  private func drawHeader(
    of file: CustomerFile,
    _ words: ContactWords,
    on canvas: inout Canvas,
    _ rect: Rect
  ) {
    let contacts = file.events.count { $0.kind == .contacted }
    let isNarrow = rect.columns < 60
    let figures =
      "\(Words.count(file.reviews.count, "review", "reviews"))"
      + " · \(Words.count(contacts, "contact", "contacts"))"
    let name = SafeText(file.displayName).prefix(columns: max(8, rect.columns / 3)).string
    canvas.titleLine(
      isNarrow ? name : "Amends  \(name) · \(figures)",
      isNarrow ? words.text : "NEXT CONTACT \(words.text)", in: rect)
  }

  private func drawReview(
    _ screen: CustomerScreen,
    _ file: CustomerFile,
    on canvas: inout Canvas,
    _ rect: Rect,
    at now: Instant
  ) {
    var rect = rect
    canvas.rule(rect.cutBottom(1))
    guard let review = screen.currentReview else { return }
    let index = (file.reviews.firstIndex { $0.id == review.id } ?? 0) + 1
    let head = rect.cutTop(1)
    var column = 1
    column += canvas.put(
      "review \(index) of \(file.reviews.count)  ", row: head.row, column: column, .textDim)
    column += canvas.put(
      Words.stars(review.rating), row: head.row, column: column, Words.starsRole(review.rating))
    let marks = suggestions.marks(in: review)
    canvas.putMarked(
      review.headline, review.headlineMarks(marks), row: head.row, column: column + 1, .textStrong,
      width: head.columns - column - 2)
    drawFacts(of: review, file, on: &canvas, rect.cutTop(rect.rows > 3 ? 2 : 1), at: now)
    let body = Rect(row: rect.row, column: 1, rows: rect.rows, columns: max(1, rect.columns - 2))
    guard !review.title.isEmpty else { return }
    canvas.paragraph(review.text, in: body, .text, marks: review.textMarks(marks))
  }

  private func drawFacts(
    of review: Review,
    _ file: CustomerFile,
    on canvas: inout Canvas,
    _ rect: Rect,
    at now: Instant
  ) {
    let work = [
      Words.kind(review.kind), "cause: \(causeWords(review))", review.state.rawValue,
      review.activeSnooze(at: now).map { "snoozed \(settings.rules.words(of: $0))" },
    ].compactMap(\.self).joined(separator: " · ")
    let order = [
      review.order.map { "order \($0)" }, window(of: review, file, at: now), causeHint(review),
    ].compactMap(\.self).joined(separator: " · ")
    canvas.put(" \(work)", row: rect.row, column: 0, .textDim, width: rect.columns)
    drawClocks(beside: work, of: file.customer, on: &canvas, rect, at: now)
    guard rect.rows > 1 else { return }
    canvas.put(" \(order)", row: rect.row + 1, column: 0, .textDim, width: rect.columns)
  }

  /// The cause, with a question mark while it is only suggested.
  private func causeWords(_ review: Review) -> String {
    review.cause?.words ?? suggestions[review].cause.map { "\($0.words)?" } ?? "not judged"
  }

  /// The key that takes a suggested cause.
  private func causeHint(_ review: Review) -> String? {
    guard let cause = suggestions.open(for: review) else { return nil }
    return settings.keymap.keys(for: .takeCause, in: .customer).first
      .map { "\($0) takes “\(cause.words)”" }
  }

  private func drawClocks(
    beside facts: String,
    of customer: Customer,
    on canvas: inout Canvas,
    _ rect: Rect,
    at now: Instant
  ) {
    let theirs = LocalTime(now, in: settings.rules.zone(of: customer)).clock
    let mine = LocalTime(now, in: settings.rules.shopZone)
    let clocks = "\(mine.weekday) \(mine.day) \(mine.clock) (their time \(theirs)) "
    guard SafeText(facts).width + clocks.count + 3 <= rect.columns else { return }
    canvas.putRight(clocks, in: rect, .textDim)
  }

  /// When the window for proactive messages about the review's order closes, if that is known.
  private func window(of review: Review, _ file: CustomerFile, at now: Instant) -> String? {
    guard let order = review.order,
      let closing = settings.rules.limits.windowEnd(
        of: OrderStanding(order: order, in: file.events))
    else { return nil }
    let left = closing - now
    return left < .minutes(0) ? "window closed" : "window closes in \(RoughSpan(left).text)"
  }

  private func drawTimeline(
    _ screen: CustomerScreen,
    on canvas: inout Canvas,
    _ rect: Rect,
    at now: Instant
  ) {
    let entries = screen.timeline
    guard rect.rows > 0, let selected = screen.selectedIndex else { return }
    let first = max(0, min(selected - rect.rows / 2, entries.count - rect.rows))
    for (index, entry) in entries[first...].prefix(rect.rows).enumerated() {
      let line = Rect(row: rect.row + index, column: 0, rows: 1, columns: rect.columns)
      let isSelected = first + index == selected
      canvas.draw(entry, in: line, isSelected: isSelected, rules: settings.rules, at: now)
      if isSelected { canvas.cursor = Point(row: line.row, column: 0) }
    }
  }

  private func drawLimits(
    _ answer: ContactAnswer,
    _ role: Role,
    on canvas: inout Canvas,
    _ rect: Rect
  ) {
    var rect = rect
    canvas.rule(rect.cutTop(1))
    let reasons = answer.holds.map(\.reason)
    let allowed =
      answer.answering == nil ? "may be written to now" : "their message may be answered"
    let text = reasons.isEmpty ? allowed : reasons.joined(separator: " · ")
    let key = settings.keymap.keys(for: .why, in: .customer).first.map { " (\($0))" } ?? ""
    canvas.paragraph(
      "why\(key): \(text)",
      in: Rect(row: rect.row, column: 1, rows: rect.rows, columns: max(1, rect.columns - 2)),
      role)
  }
}

extension CustomerFile {
  /// The name shown with the person's reviews, else the customer's own.
  var displayName: String {
    if !customer.name.isEmpty { return customer.name }
    return reviews.first { !$0.author.isEmpty }?.author ?? customer.key.text
  }
}
