import AmendsPolicy
import Ledger
import Screen

extension Inbox {
  func draw(_ why: WhyLayer, on canvas: inout Canvas, _ size: Size, at now: Instant) {
    let width = Canvas.boxRoom(size).columns
    let room = max(1, size.rows - 2)
    let lines = lines(of: why, width: width, at: now)
    let shown = why.scroll.shown(of: lines.count, room: room)
    let name = SafeText(why.file?.displayName ?? "").prefix(columns: max(8, width / 3)).string
    let who = name.isEmpty ? "Why" : "Why: \(name)"
    canvas.box(
      title(who, shown, of: lines.count), Array(lines[shown]), in: size,
      least: Size(rows: 0, columns: width))
  }

  /// The answer, then each clock with its ground below it.
  func lines(of why: WhyLayer, width: Int, at now: Instant) -> [BoxLine] {
    guard let content = content(of: why, at: now) else { return [BoxLine("reading …", .textDim)] }
    return BoxLine.wrapped(content.answer, content.verdict.role, width: width) + [.blank]
      + content.entries.flatMap { lines(of: $0, width: width) }
  }

  private func lines(of entry: WhyContent.Entry, width: Int) -> [BoxLine] {
    let head: [(text: SafeText, role: Role, width: Int)] = [
      (entry.sign.mark, entry.sign.role, 2), (SafeText(entry.name), .textStrong, 16),
    ]
    let indent = head.reduce(0) { $0 + $1.width }
    let course = SafeText(entry.course)
    let ground = Self.hanging(entry.ground, .textDim, width: width)
    guard indent + course.width > width else {
      return [BoxLine(head + [(course, entry.sign.role, 0)])] + ground
    }
    return [BoxLine(head)] + Self.hanging(entry.course, entry.sign.role, width: width) + ground
  }

  private static func hanging(_ text: String, _ role: Role, width: Int) -> [BoxLine] {
    Wrap.lines(text, columns: max(1, width - 2)).map { BoxLine("  " + $0, role) }
  }
}

extension WhyContent.Verdict {
  fileprivate var role: Role {
    switch self {
    case .yes: .cooldownReady
    case .later: .cooldownWaiting
    case .never: .cooldownNever
    case .queued: .cooldownQueued
    }
  }
}

extension WhyContent.Entry.Sign {
  fileprivate var mark: SafeText {
    switch self {
    case .forbids: "✗"
    case .holds, .due, .overdue: "!"
    case .runs: "·"
    case .rests: "–"
    }
  }

  fileprivate var role: Role {
    switch self {
    case .forbids: .cooldownNever
    case .holds: .cooldownWaiting
    case .due, .overdue: .cooldownDue
    case .runs: .text
    case .rests: .textDim
    }
  }
}
