import AmendsPolicy
import Ledger
import Screen

extension Inbox {
  func draw(
    _ screen: OutboxScreen,
    on canvas: inout Canvas,
    _ layout: OutboxLayout,
    at now: Instant
  ) {
    let narrow = layout.header.columns < 60
    let sender = SenderWords(screen, mode: settings.sending, rules: settings.rules, at: now)
    let replies = Words.count(screen.liveCount, "reply", "replies")
    let facts = [replies, narrow ? "" : sender.text].filter { !$0.isEmpty }
      .joined(separator: " · ")
    canvas.titleLine(narrow ? "outbox" : "Amends  outbox", facts, in: layout.header)
    var rows = layout.rows
    if !sender.warning.isEmpty, rows.rows > 3 {
      canvas.put(
        " ! \(sender.warning)", row: rows.cutTop(1).row, column: 0, .findingWarn,
        width: rows.columns)
    }
    drawOutboxRows(screen, on: &canvas, rows, at: now)
    drawSelectedReply(screen, on: &canvas, layout.text, at: now)
    drawFooter(on: &canvas, layout.footer, leavingOut: hiddenCommands(screen))
  }

  /// What the footer need not name: ways that this desk does not have, and questions that are not asked.
  private func hiddenCommands(_ screen: OutboxScreen) -> Set<Command> {
    var hidden: Set<Command> = settings.sending == .byHand ? [.sendNow] : [.handOver]
    if settings.sending != .manual { hidden.insert(.sendAllDue) }
    if screen.selectedRow?.item.state == .uncertain {
      hidden.formUnion([.handOver, .recall, .hold, .sendNow, .sendAllDue])
    } else {
      hidden.formUnion([.resolveSent, .resolveUnsent, .lookUp])
    }
    return hidden
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
      draw(row, in: screen, on: &canvas, line, isSelected: first + index == selected, at: now)
    }
  }

  /// What has ended is dim, but for what it says of a failure.
  private func draw(
    _ row: OutboxRow,
    in screen: OutboxScreen,
    on canvas: inout Canvas,
    _ line: Rect,
    isSelected: Bool,
    at now: Instant
  ) {
    let base: Role = isSelected ? .listSelected : .list
    let plain: Role = row.item.state.isLive ? .text : .textDim
    canvas.fill(line, base)
    if isSelected { canvas.cursor = Point(row: line.row, column: 0) }
    let words = OutboxWords(row.item, in: screen, settings, at: now)
    canvas.put(isSelected ? "▌" : " ", row: line.row, column: 0, .key, over: base)
    canvas.put(words.text, row: line.row, column: 1, words.role, width: 22, over: base)
    var column = 24
    if line.columns >= 60 {
      canvas.put(
        Words.stars(row.rating), row: line.row, column: column,
        row.item.state.isLive ? Words.starsRole(row.rating) : plain, width: 5, over: base)
      column += 6
    }
    canvas.put(
      row.customer.displayName, row: line.row, column: column, plain, width: 16, over: base)
    column += 17
    canvas.put(
      words.remark.isEmpty ? row.headline : words.remark, row: line.row, column: column,
      words.remark.isEmpty ? plain : .findingWarn, width: max(0, line.columns - column - 1),
      over: base)
  }

  private func drawSelectedReply(
    _ screen: OutboxScreen,
    on canvas: inout Canvas,
    _ rect: Rect?,
    at now: Instant
  ) {
    guard var rect, let item = screen.selectedRow?.item else { return }
    canvas.rule(rect.cutTop(1))
    for (words, role) in notes(on: item, in: screen, at: now) {
      canvas.put(" \(words)", row: rect.cutTop(1).row, column: 0, role, width: rect.columns)
    }
    canvas.paragraph(
      item.text,
      in: Rect(row: rect.row, column: 1, rows: rect.rows, columns: max(1, rect.columns - 2)), .text)
  }

  /// What is said of the selected reply above its text, a line each.
  private func notes(
    on item: OutboxItem,
    in screen: OutboxScreen,
    at now: Instant
  ) -> [(String, Role)] {
    let facts = [
      item.recipient ?? "by hand", item.order.map { "order \($0)" },
      "queued \(settings.rules.clock(item.queuedAt, at: now)) by \(item.queuedBy)",
      item.acceptedWarnings.isEmpty
        ? nil : "warnings accepted: \(item.acceptedWarnings.joined(separator: ", "))",
    ].compactMap(\.self).joined(separator: " · ")
    var notes: [(String, Role)] = [(facts, .textDim)]
    let words = OutboxWords(item, in: screen, settings, at: now)
    if !item.reason.isEmpty {
      let reason = ClockedText(item.reason, rules: settings.rules, at: now).text
      notes.append(("\(words.text): \(reason)", .findingWarn))
    }
    if item.state == .uncertain { notes.append((words.remark, .textStrong)) }
    if !item.progress.evidence.isEmpty {
      let evidence = ClockedText(item.progress.evidence, rules: settings.rules, at: now).text
      notes.append(("found out: \(evidence)", .findingWarn))
    }
    return notes
  }
}
