import AmendsPolicy
import Ledger
import Screen

extension Inbox {
  func draw(
    _ screen: OutboxScreen,
    on canvas: inout Canvas,
    _ size: Size,
    at now: Instant
  ) {
    var body = Rect(row: 0, column: 0, rows: size.rows, columns: size.columns)
    let header = body.cutTop(1)
    let footer = size.rows >= 3 ? body.cutBottom(1) : nil
    let replies = Words.count(screen.rows.count, "reply", "replies")
    let carrier = settings.leavesByHand ? "sent by hand" : "leaves by itself"
    canvas.titleLine(
      size.columns < 60 ? "outbox" : "Amends  outbox", "\(replies) · \(carrier)", in: header)
    drawOutboxText(
      screen, on: &canvas, size.rows >= 12 ? body.cutBottom(size.rows / 3) : nil, at: now)
    drawOutboxRows(screen, on: &canvas, body, at: now)
    drawFooter(on: &canvas, footer)
  }

  private func drawOutboxRows(
    _ screen: OutboxScreen,
    on canvas: inout Canvas,
    _ rect: Rect,
    at now: Instant
  ) {
    guard !screen.rows.isEmpty else {
      let words = screen.isLoaded ? "Nothing waits to leave." : "reading …"
      canvas.put(words, row: rect.row + 1, column: 2, .textDim, width: rect.columns - 2)
      return
    }
    let selected = screen.selectedIndex ?? 0
    let first = max(0, min(selected - rect.rows / 2, screen.rows.count - rect.rows))
    for (index, row) in screen.rows[first...].prefix(rect.rows).enumerated() {
      let line = Rect(row: rect.row + index, column: 0, rows: 1, columns: rect.columns)
      draw(row, on: &canvas, line, isSelected: first + index == selected, at: now)
    }
  }

  private func draw(
    _ row: OutboxRow,
    on canvas: inout Canvas,
    _ line: Rect,
    isSelected: Bool,
    at now: Instant
  ) {
    let base: Role = isSelected ? .listSelected : .list
    canvas.fill(line, base)
    if isSelected { canvas.cursor = Point(row: line.row, column: 0) }
    let words = OutboxWords(row.item, byHand: settings.leavesByHand, rules: settings.rules, at: now)
    canvas.put(isSelected ? "▌" : " ", row: line.row, column: 0, .key, over: base)
    canvas.put(words.text, row: line.row, column: 1, words.role, width: 22, over: base)
    var column = 24
    if line.columns >= 60 {
      canvas.put(
        Words.stars(row.rating), row: line.row, column: column, Words.starsRole(row.rating),
        width: 5, over: base)
      column += 6
    }
    canvas.put(
      row.customer.displayName, row: line.row, column: column, .text, width: 16, over: base)
    column += 17
    let rest = row.item.reason.isEmpty ? row.headline : row.item.reason
    canvas.put(
      rest, row: line.row, column: column, row.item.reason.isEmpty ? .text : .findingWarn,
      width: max(0, line.columns - column - 1), over: base)
  }

  private func drawOutboxText(
    _ screen: OutboxScreen,
    on canvas: inout Canvas,
    _ rect: Rect?,
    at now: Instant
  ) {
    guard var rect, let item = screen.selectedRow?.item else { return }
    canvas.rule(rect.cutTop(1))
    let facts = [
      item.recipient ?? "by hand", item.order.map { "order \($0)" },
      "queued \(settings.rules.clock(item.queuedAt, at: now)) by \(item.queuedBy)",
      item.acceptedWarnings.isEmpty
        ? nil : "warnings accepted: \(item.acceptedWarnings.joined(separator: ", "))",
    ].compactMap(\.self).joined(separator: " · ")
    canvas.put(" \(facts)", row: rect.cutTop(1).row, column: 0, .textDim, width: rect.columns)
    if !item.reason.isEmpty {
      canvas.put(
        " \(item.state.rawValue): \(item.reason)", row: rect.cutTop(1).row, column: 0, .findingWarn,
        width: rect.columns)
    }
    canvas.paragraph(
      item.text,
      in: Rect(row: rect.row, column: 1, rows: rect.rows, columns: max(1, rect.columns - 2)), .text)
  }
}

/// What the outbox says of an item, and when that changes.
struct OutboxWords: Equatable {
  var text: String
  var role: Role
  var changesAt: Instant?

  init(_ item: OutboxItem, byHand: Bool, rules: ContactRules, at now: Instant) {
    changesAt = nil
    switch item.state {
    case .queued where item.leavesAt > now:
      let left = Countdown(until: item.leavesAt, at: now, precise: true)
      (text, role, changesAt) = ("leaves in \(left.text)", .cooldownWaiting, left.changesAt)
    case .queued: (text, role) = (byHand ? "ready to hand over" : "leaving now", .cooldownReady)
    case .committing where byHand: (text, role) = ("handed over: sent?", .cooldownDue)
    case .sending, .committing: (text, role) = ("leaving now", .cooldownReady)
    case .held, .uncertain, .failed: (text, role) = (item.state.rawValue, .cooldownDue)
    case .sent, .recalled: (text, role) = (item.state.rawValue, .textDim)
    }
  }
}
