import AmendsPolicy
import Ledger
import Screen

extension Inbox {
  /// The findings with why, a safe wording and the source; then whether the person may be written to.
  func drawChecks(
    of composer: Composer,
    on canvas: inout Canvas,
    _ layout: ComposerLayout,
    at now: Instant
  ) {
    var rect = layout.checks
    guard rect.rows > 0 else { return }
    if !layout.isSideBySide { canvas.rule(rect.cutTop(1)) }
    let lines = checkLines(of: composer, width: max(1, rect.columns - 2), at: now)
    let hidden = lines.count - rect.rows
    let rest = hidden > 0 ? SafeText("+\(hidden) more") : .empty
    for (index, line) in lines.prefix(rect.rows).enumerated() {
      let isLast = index == rect.rows - 1 && hidden > 0
      let room = max(1, rect.columns - 2 - (isLast ? rest.width + 1 : 0))
      canvas.put(
        line.text, row: rect.row + index, column: rect.column + 1, line.role, width: room)
    }
    canvas.put(
      rest, row: rect.row + rect.rows - 1, column: rect.column + rect.columns - rest.width - 1,
      .textDim)
  }

  private struct CheckLine {
    var text: SafeText
    var role: Role
  }

  private func checkLines(of composer: Composer, width: Int, at now: Instant) -> [CheckLine] {
    guard let file = composer.file else { return [] }
    let contact = contactLines(of: file, about: composer.currentReview, width: width, at: now)
    let isFine = contact.first?.role == .findingOK
    let wording = wordingLines(of: composer, width: width)
    return (isFine ? wording + contact : contact + wording) + causeLines(of: composer, width: width)
      + pointLines(of: composer, width: width) + readerLines(of: composer, width: width)
  }

  /// The cause with what mends it while the reply does not, or with an open question where nobody knows it.
  private func causeLines(of composer: Composer, width: Int) -> [CheckLine] {
    guard let review = composer.currentReview else { return [] }
    let name = causeName(of: review)
    guard let cause = cause(of: review), cause != .unknown else {
      let question = guide?.starters.question(in: composer.language).map { ": “\($0)”" } ?? ""
      return marked("? cause \(name): ask, and offer nothing yet\(question)", width: width, .text)
    }
    let isMet = composer.report?.communication.first { $0.point == .remedy }?.isMet ?? false
    return isMet ? [] : marked("› \(name): \(cause.remedy)", width: width, .text)
  }

  /// What a good reply has: what is there in one line, and what to do for each point that is missing.
  private func pointLines(of composer: Composer, width: Int) -> [CheckLine] {
    let points = composer.report?.communication ?? []
    let met = points.filter(\.isMet).map(\.point.label).joined(separator: " · ")
    let there = met.isEmpty ? [] : marked("✓ \(met)", width: width, .findingOK)
    return there
      + points.filter { !$0.isMet && $0.point != .remedy }
      .flatMap { marked("○ \($0.point.advice)", width: width, .textDim) }
  }

  /// Which readers judge, and how far the second one is.
  private func readerLines(of composer: Composer, width: Int) -> [CheckLine] {
    guard composer.report != nil else { return [] }
    switch composer.reading.state {
    case .unasked: return []
    case .underWay: return [CheckLine(text: "… the second reader is reading", role: .textDim)]
    case .stands:
      return [CheckLine(text: "✓ read by the rules and the second reader", role: .textDim)]
    case .late: return [CheckLine(text: "! the second reader took too long", role: .findingWarn)]
    case .absent(""): return []
    case .absent(let reason):
      return marked("○ the rules judge alone: \(reason)", width: width, .textDim)
    }
  }

  /// The finding that was gone to first, then the others in their order.
  private func wordingLines(of composer: Composer, width: Int) -> [CheckLine] {
    guard let report = composer.report else {
      return [CheckLine(text: "nothing written yet", role: .textDim)]
    }
    if report.findings.isEmpty {
      return [CheckLine(text: "✓ wording: nothing found", role: .findingOK)]
    }
    let first = composer.findingIndex ?? 0
    return report.findings.indices.map { (first + $0) % report.findings.count }
      .flatMap { findingLines(report.findings[$0], width: width) }
  }

  private func contactLines(
    of file: CustomerFile,
    about review: Review?,
    width: Int,
    at now: Instant
  ) -> [CheckLine] {
    if file.outbox != nil {
      return [CheckLine(text: "! a reply to them is in the outbox already", role: .findingWarn)]
    }
    let answer = settings.rules.answer(file, about: review?.order, at: now)
    guard let hold = answer.holds.first else {
      let words =
        answer.answering == nil ? "✓ contact allowed" : "✓ contact allowed: it answers them"
      return [CheckLine(text: SafeText(words), role: .findingOK)]
    }
    let role: Role = answer.isForGood ? .findingBlock : .findingWarn
    let when = answer.until.map { " from \(settings.rules.clock($0, at: now))" } ?? ""
    let words = "\(answer.isForGood ? "✗" : "!") contact\(when): \(hold.reason)"
    return Wrap.lines(words, columns: width).map { CheckLine(text: $0, role: role) }
  }

  private func findingLines(_ finding: Finding, width: Int) -> [CheckLine] {
    let blocks = finding.severity == .block
    let role: Role = blocks ? .findingBlock : .findingWarn
    let ground = finding.origin == .reading ? "  (a reading)" : ""
    let head = "\(blocks ? "✗" : "!") \(finding.rule)  \(blocks ? "BLOCKS" : "warns")\(ground)"
    var lines = [CheckLine(text: SafeText(head), role: role)]
    lines += wrapped(finding.why, width: width, .text)
    if !finding.rewrite.isEmpty {
      lines += wrapped("Say instead: “\(finding.rewrite)”", width: width, .findingOK)
    }
    if !finding.source.title.isEmpty {
      lines += wrapped(
        "\(finding.source.title), checked \(finding.source.checked)", width: width, .textDim)
    }
    return lines
  }

  /// Lines behind a mark, those after the first set in.
  private func marked(_ text: String, width: Int, _ role: Role) -> [CheckLine] {
    Wrap.lines(text, columns: max(1, width - 2)).enumerated().map { index, line in
      CheckLine(text: index == 0 ? line : SafeText("  \(line.string)"), role: role)
    }
  }

  private func wrapped(_ text: String, width: Int, _ role: Role) -> [CheckLine] {
    SafeText.lines(text).flatMap { Wrap.lines($0, columns: max(1, width - 2)) }
      .map { CheckLine(text: SafeText("  \($0.string)"), role: role) }
  }
}
