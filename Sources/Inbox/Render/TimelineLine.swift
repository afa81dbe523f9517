import AmendsPolicy
import Ledger
import Screen

/// How one line of a timeline reads.
struct TimelineLine: Equatable {
  var sign: String
  var what: String
  var remark: String
  var role: Role

  init(_ entry: TimelineEntry, rules: ContactRules, at now: Instant) {
    remark = ""
    switch entry.kind {
    case .contact(_, let kind):
      (sign, what, remark, role) = Self.contact(kind)
      if let broke = entry.broke { remark = "broke: \(broke.rawValue)" }
    case .note: (sign, what, role) = ("·", "note", .timelineNote)
    case .review(_, let rating):
      (sign, what, role) = (String(repeating: "★", count: rating), "review", .timelineMarketplace)
    case .changedReview(_, let former):
      (sign, what, role) = (
        "~", "was \(former) star\(former == 1 ? "" : "s")", .timelineMarketplace
      )
    case .removedReview: (sign, what, role) = ("✗", "review removed", .timelineMarketplace)
    case .publicReply: (sign, what, role) = ("»", "public reply", .timelineShop)
    case .outbox(_, let state, let leaves):
      (sign, what, role) = ("→", state.rawValue, .timelineShop)
      if state == .queued { remark = "leaves \(rules.clock(leaves, at: now))" }
    }
  }

  private static func contact(_ kind: ContactEventKind) -> (String, String, String, Role) {
    switch kind {
    case .contacted: ("→", "sent", "", .timelineShop)
    case .answered: ("←", "customer", "", .timelineCustomer)
    case .refundAsked: ("←", "customer", "asked for a refund", .timelineCustomer)
    case .optedOut: ("✗", "opted out", "", .cooldownNever)
    case .doNotContact: ("✗", "do not contact", "", .cooldownNever)
    case .complained: ("✗", "complained", "to the marketplace", .cooldownNever)
    case .orderCompleted: ("✓", "order done", "", .timelineMarketplace)
    }
  }
}

extension Canvas {
  mutating func draw(
    _ entry: TimelineEntry,
    in rect: Rect,
    isSelected: Bool,
    rules: ContactRules,
    at now: Instant
  ) {
    let base: Role = isSelected ? .listSelected : .list
    fill(rect, base)
    let line = TimelineLine(entry, rules: rules, at: now)
    let when = LocalTime(entry.at, in: rules.shopZone)
      .full(beside: LocalTime(now, in: rules.shopZone))
    let narrow = rect.columns < 60
    var column = 1
    put(when, row: rect.row, column: column, .textDim, width: 12, over: base)
    column += 13
    put(line.sign, row: rect.row, column: column, line.role, width: narrow ? 1 : 5, over: base)
    column += narrow ? 2 : 6
    // Whoever of the shop recorded their message has not written it.
    let who = entry.actor.isEmpty || entry.isInbound ? line.what : "\(line.what) \(entry.actor)"
    put(who, row: rect.row, column: column, line.role, width: narrow ? 10 : 18, over: base)
    column += narrow ? 11 : 19
    let remark = [line.remark, entry.channel].filter { !$0.isEmpty }.joined(separator: " · ")
    let right = SafeText(remark).width
    let room = max(0, rect.columns - column - (right > 0 ? right + 2 : 0))
    put(entry.text, row: rect.row, column: column, .text, width: room, over: base)
    if right > 0, rect.columns - right - 1 > column {
      put(
        remark, row: rect.row, column: rect.columns - right - 1, line.role, width: right,
        over: base)
    }
  }
}
