import AmendsPolicy
import Ledger
import Screen

extension Inbox {
  func drawList(on canvas: inout Canvas, _ layout: ListLayout, at now: Instant) {
    drawListHeader(on: &canvas, layout.header)
    let columns = ListColumns(width: layout.rows.columns)
    if let titles = layout.columnTitles { canvas.drawTitles(columns, in: titles) }
    drawRows(on: &canvas, columns, in: layout.rows, at: now)
    if let rule = layout.rule { canvas.rule(rule) }
    if let preview = layout.preview { drawPreview(on: &canvas, preview, at: now) }
    drawFooter(on: &canvas, layout.footer)
  }

  private func drawListHeader(on canvas: inout Canvas, _ rect: Rect) {
    let left = "Amends  \(list.words)"
    let room = rect.columns - SafeText(left).width - 4
    canvas.titleLine(left, headerFigures(in: room), in: rect)
  }

  /// The header's right side: as many of the figures as fit, the weightier ones first.
  private func headerFigures(in room: Int) -> String {
    let known = counts ?? DeskCounts()
    let figures: [(weight: Int, words: String)] = [
      (0, list.marked.isEmpty ? "" : "\(list.marked.count) marked"),
      (1, list.place.map { "\(Words.figure($0)) of \(list.totalWords(known))" } ?? ""),
      (3, counts == nil ? "" : "\(Words.figure(known.open)) open"),
      (2, known.due > 0 ? "\(capped(known.due)) due today" : ""),
      (6, known.snoozed > 0 ? "\(Words.figure(known.snoozed)) snoozed" : ""),
      (6, known.cooling > 0 ? "\(capped(known.cooling)) cooling" : ""),
      (5, known.outbox > 0 ? "\(Words.figure(known.outbox)) in outbox" : ""),
      (4, known.uncertain > 0 ? "\(known.uncertain) uncertain" : ""),
      (7, "\(settings.agent)@\(settings.deskName)"),
    ].filter { !$0.words.isEmpty }
    for least in (0...8).reversed() {
      let words = figures.filter { $0.weight < least }.map(\.words).joined(separator: " · ")
      if SafeText(words).width <= room { return words }
    }
    return ""
  }

  private func capped(_ count: Int) -> String { count >= 999 ? "999+" : "\(count)" }

  private func drawRows(
    on canvas: inout Canvas,
    _ columns: ListColumns,
    in rect: Rect,
    at now: Instant
  ) {
    let rows = list.shownRows.prefix(rect.rows)
    for (index, row) in rows.enumerated() {
      let line = Rect(row: rect.row + index, column: rect.column, rows: 1, columns: rect.columns)
      let id = row.review.id
      canvas.draw(
        row, columns, in: line, isSelected: id == list.selected,
        isMarked: list.marked[id] != nil, suggestion: suggestions.open(for: row.review),
        rules: settings.rules, at: now)
      if id == list.selected { canvas.cursor = Point(row: line.row, column: line.column) }
    }
    if rows.isEmpty { drawEmptyList(on: &canvas, rect) }
  }

  private func drawEmptyList(on canvas: inout Canvas, _ rect: Rect) {
    let body = Rect(row: rect.row, column: 2, rows: rect.rows, columns: max(1, rect.columns - 4))
    canvas.paragraph(emptyListWords, in: body, .textDim)
  }

  private var emptyListWords: String {
    if !list.isLoaded { return "reading …" }
    let keys = settings.keymap
    func key(_ command: Command) -> String {
      keys.keys(for: command, in: .list).first.map { "\($0)" } ?? "\(command.rawValue)"
    }
    guard list.filter == .inbox else {
      return "Nothing fits: \(key(.clear)) clears search and filter."
    }
    return """
      No open negative review.

      \(key(.importFile)) imports a file: reviews, seller feedback, Business Report, contacts
      \(key(.filter)) filters: state:any shows what was answered, closed and snoozed
      """
  }

  private func drawPreview(on canvas: inout Canvas, _ rect: Rect, at now: Instant) {
    guard let row = list.selectedRow else { return }
    let review = row.review
    let facts = [
      review.activeSnooze(at: now).map { "snoozed \(settings.rules.words(of: $0))" },
      row.displayName, review.order.map { "order \($0)" }, review.asin,
      Words.kind(review.kind), review.language, Words.age(of: review.postedAt, at: now),
    ].compactMap(\.self).joined(separator: " · ")
    var column = rect.column + 1
    column += canvas.put(
      Words.stars(review.rating), row: rect.row, column: column,
      Words.starsRole(review.rating))
    let free = rect.columns - column - SafeText(row.headline).width - 4
    let shown = SafeText(facts).prefix(columns: max(rect.columns / 2, free))
    let marks = suggestions.marks(in: review)
    canvas.putMarked(
      row.headline, review.headlineMarks(marks), row: rect.row, column: column + 1, .textStrong,
      width: max(0, rect.columns - column - shown.width - 4))
    canvas.putRight(
      shown.string + " ",
      in: Rect(row: rect.row, column: rect.column, rows: 1, columns: rect.columns), .textDim)
    let body = Rect(
      row: rect.row + 1, column: rect.column + 1, rows: rect.rows - 1,
      columns: max(1, rect.columns - 2))
    canvas.paragraph(review.text, in: body, .text, marks: review.textMarks(marks))
  }
}

extension ReviewList {
  /// What the list shows, for the header.
  var words: String {
    let name = filter == .inbox && view == nil ? "inbox: open" : "inbox: \(filterWords)"
    return order == .urgency ? name : "\(name) · \(order.words)"
  }

  private var filterWords: String {
    let isOwnSearch = filter.search == (view?.filter.search ?? "")
    let search = isOwnSearch || filter.search.isEmpty ? "" : "/\(filter.search)"
    return [view?.name ?? filterText, search].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// How many reviews the list holds, as far as that is known without counting.
  func totalWords(_ counts: DeskCounts) -> String {
    if reachesEnd, let firstIndex { return Words.figure(firstIndex + rows.count) }
    return filter == .inbox ? Words.figure(max(counts.open, rows.count)) : "many"
  }
}
