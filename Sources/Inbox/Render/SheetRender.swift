import AmendsPolicy
import Ledger
import Screen

/// How a case sheet divides the terminal.
struct SheetLayout: Equatable {
  var header: Rect
  var body: Rect
  var footer: Rect?

  init(_ size: Size) {
    var rest = Rect(row: 0, column: 0, rows: size.rows, columns: size.columns)
    header = rest.cutTop(1)
    footer = size.rows >= 3 ? rest.cutBottom(1) : nil
    body = rest
  }
}

/// A line of a sheet: runs of text, of which some are underlined.
private struct SheetLine {
  var runs: [MarkedText.Run]
  var role: Role
}

extension Inbox {
  func draw(_ sheet: CaseSheet, on canvas: inout Canvas, _ layout: SheetLayout, at now: Instant) {
    guard let file = sheet.file, let review = sheet.currentReview,
      let content = content(of: sheet, at: now)
    else {
      canvas.titleLine("reading …", "", in: layout.header)
      return drawFooter(on: &canvas, layout.footer)
    }
    let what = review.kind == .productReview ? "Report" : "Removal"
    canvas.titleLine(
      "\(what): \(file.displayName) · \(Words.kind(review.kind)) \(Words.stars(review.rating))",
      review.cause.map(\.words) ?? "", in: layout.header)
    let lines = lines(of: content, review, width: max(1, layout.body.columns - 2))
    let top = sheet.top(of: lines.count)
    for (index, line) in lines[top...].prefix(layout.body.rows).enumerated() {
      canvas.draw(
        line.runs, row: layout.body.row + index, column: 1, line.role,
        width: layout.body.columns - 2)
    }
    drawFooter(on: &canvas, layout.footer)
  }

  /// How many lines a sheet has in a width, to scroll it.
  func lineCount(of sheet: CaseSheet, width: Int, at now: Instant) -> Int {
    guard let review = sheet.currentReview, let content = content(of: sheet, at: now) else {
      return 0
    }
    return lines(of: content, review, width: width).count
  }

  private func lines(of content: SheetContent, _ review: Review, width: Int) -> [SheetLine] {
    let blank = SheetLine(runs: [], role: .text)
    let complaint = review.complaint.isEmpty ? "(stars only)" : review.complaint
    let points = content.points.flatMap {
      hanging($0.sign.mark, $0.words, indent: 2, width: width, $0.sign.role)
    }
    let facts = content.facts.flatMap {
      hanging($0.name, $0.words, indent: 11, width: width, .text)
    }
    let request = content.request.map {
      plain("Text to paste: \(content.place)", width, .textDim) + plain($0, width, .draft)
    }
    return [
      plain(content.verdict, width, .textStrong), facts,
      MarkedText(complaint, marks: content.marks).rows(columns: width)
        .map { SheetLine(runs: $0, role: .text) },
      points, request ?? [],
    ].filter { !$0.isEmpty }.reduce([]) { $0.isEmpty ? $1 : $0 + [blank] + $1 }
  }

  private func plain(_ text: String, _ width: Int, _ role: Role) -> [SheetLine] {
    MarkedText(text, marks: []).rows(columns: width).map { SheetLine(runs: $0, role: role) }
  }

  /// A name and what it says, further lines of which are set in below its beginning.
  private func hanging(
    _ name: String, _ words: String, indent: Int, width: Int, _ role: Role
  ) -> [SheetLine] {
    let rows = Wrap.lines(words, columns: max(1, width - indent))
    return rows.enumerated().flatMap { index, row in
      let head = SafeText(index == 0 ? name : "").padded(columns: indent)
      return plain(head.string + row.string, max(width, indent + 1), role)
    }
  }
}

extension SheetContent.Point.Sign {
  fileprivate var mark: String {
    switch self {
    case .found: "✓"
    case .missing: "–"
    case .against: "✗"
    }
  }

  fileprivate var role: Role {
    switch self {
    case .found: .findingOK
    case .missing: .textDim
    case .against: .findingWarn
    }
  }
}
