import AmendsPolicy
import Ledger
import Screen

extension Inbox {
  func draw(
    _ composer: Composer,
    on canvas: inout Canvas,
    _ layout: ComposerLayout,
    at now: Instant
  ) {
    drawHeader(of: composer, on: &canvas, layout.header)
    if let rect = layout.review { drawTheirReview(composer, on: &canvas, rect) }
    drawText(of: composer, on: &canvas, layout.text)
    drawChecks(of: composer, on: &canvas, layout, at: now)
    if let divider = layout.divider {
      canvas.grid.vline(
        at: divider.row, divider.column, rows: divider.rows,
        glyph: canvas.theme.glyphs[.vertical], style: canvas.theme[.border])
    }
    if composer.report?.verdict == .block, status == nil, layout.footer.columns >= 60 {
      drawBlockedFooter(composer, on: &canvas, layout.footer)
    } else {
      drawFooter(on: &canvas, layout.footer)
    }
  }

  private func drawHeader(of composer: Composer, on canvas: inout Canvas, _ rect: Rect) {
    guard let file = composer.file, let review = composer.currentReview else {
      return canvas.titleLine("reading …", "", in: rect)
    }
    let stars = Words.stars(review.rating).string
    let isByHand = file.relay == nil || settings.sending == .byHand
    let isPublic = composer.route == .publicReply
    let facts = [
      "\(isPublic ? "Public reply" : "Reply") to \(file.displayName)",
      "\(Words.kind(review.kind)) \(stars)", composer.language,
      isPublic ? nil : isByHand ? "by hand" : "relay e-mail",
    ].compactMap(\.self).joined(separator: " · ")
    canvas.titleLine(
      facts,
      "\(savedWords(composer, precise: rect.columns >= 100))  \(composer.reading.sign)\(composer.area.text.unicodeScalars.count)/\(composer.channel.mostCharacters)",
      in: rect)
  }

  private func savedWords(_ composer: Composer, precise: Bool) -> String {
    guard composer.draft != nil else { return "new" }
    guard composer.isSaved, let at = composer.savedAt else {
      return trouble == nil ? "○ saving" : "○ in memory"
    }
    let time = LocalTime(at, in: settings.rules.shopZone)
    return "● saved \(precise ? time.clockWithSeconds : time.clock)"
  }

  private func drawTheirReview(_ composer: Composer, on canvas: inout Canvas, _ rect: Rect) {
    var rect = rect
    canvas.rule(rect.cutBottom(1))
    guard let review = composer.currentReview else { return }
    canvas.paragraph(
      review.complaint,
      in: Rect(row: rect.row, column: 1, rows: rect.rows, columns: max(1, rect.columns - 2)),
      .textDim)
  }

  private func drawText(of composer: Composer, on canvas: inout Canvas, _ rect: Rect) {
    let inner = Rect(row: rect.row, column: 1, rows: rect.rows, columns: max(1, rect.columns - 2))
    let marks = (composer.report?.findings ?? []).flatMap { finding in
      finding.ranges.map { range in
        Highlight(
          range, style: canvas.theme[finding.severity == .block ? .draftBlock : .draftWarn])
      }
    }
    canvas.targets?.add(.text, at: inner)
    canvas.cursor = composer.area.draw(
      into: &canvas.grid, in: inner, style: canvas.theme[.draft],
      selection: canvas.theme[.draftSelection], highlights: marks)
    if composer.area.text.isEmpty, composer.isLoaded {
      canvas.paragraph(
        "Acknowledge what happened, apologise, make it good, say what comes next.", in: inner,
        .textDim)
    }
  }

  private func drawBlockedFooter(_ composer: Composer, on canvas: inout Canvas, _ rect: Rect) {
    canvas.fill(rect, .footer)
    let count = composer.report?.findings.count { $0.severity == .block } ?? 0
    let words = " BLOCKED by \(Words.count(count, "finding", "findings")) "
    let width = canvas.put(words, row: rect.row, column: 0, .findingBlock, over: .footer)
    drawCommands(on: &canvas, rect, from: width + 1, leavingOut: [.queueReply])
  }
}

extension ReadingAlong {
  /// How far the second reader is, in the signs of the checks pane, which may have no room for the words.
  fileprivate var sign: String {
    switch state {
    case .unasked, .absent(""): ""
    case .underWay: "… "
    case .stands: "✓ "
    case .late: "! "
    case .absent: "○ "
    }
  }
}
