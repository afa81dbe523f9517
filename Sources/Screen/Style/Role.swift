/// What something on the screen is; a theme says how it looks.
///
/// Names are dotted: a theme that does not name `list.selected` gives it the look of `list`.
public enum Role: String, CaseIterable, Hashable, Sendable {
  /// Everything without a role of its own.
  case text
  /// Text of second rank.
  case textDim = "text.dim"
  /// Text that must be seen.
  case textStrong = "text.strong"
  /// The line at the top.
  case title
  /// The part of the top line that is of second rank.
  case titleDim = "title.dim"
  /// The name of a key.
  case key
  /// Lines between parts of the screen.
  case border
  /// The lines around the part that takes the keys.
  case borderFocused = "border.focused"
  /// A row of a list.
  case list
  /// The heads of a list's columns.
  case listHeader = "list.header"
  /// The row that keys act upon.
  case listSelected = "list.selected"
  /// A row that was marked.
  case listMarked = "list.marked"
  /// One or two stars.
  case starsLow = "stars.low"
  /// Three stars and more.
  case starsMid = "stars.mid"
  /// The customer may be written to.
  case cooldownReady = "cooldown.ready"
  /// The customer may be written to later.
  case cooldownWaiting = "cooldown.waiting"
  /// The customer wrote last and waits.
  case cooldownDue = "cooldown.due"
  /// The customer must not be written to.
  case cooldownNever = "cooldown.never"
  /// A reply waits in the outbox.
  case cooldownQueued = "cooldown.queued"
  /// Nobody knows whether a message was sent.
  case cooldownUncertain = "cooldown.uncertain"
  /// An entry of the timeline.
  case timeline
  /// What the shop wrote.
  case timelineShop = "timeline.shop"
  /// What the customer wrote.
  case timelineCustomer = "timeline.customer"
  /// What the marketplace did.
  case timelineMarketplace = "timeline.marketplace"
  /// A note of the shop.
  case timelineNote = "timeline.note"
  /// The text being written.
  case draft
  /// The part of it that is selected.
  case draftSelection = "draft.selection"
  /// The words that a blocking finding is about.
  case draftBlock = "draft.block"
  /// The words that a warning is about.
  case draftWarn = "draft.warn"
  /// A finding that blocks.
  case findingBlock = "finding.block"
  /// A finding that warns.
  case findingWarn = "finding.warn"
  /// A check that found nothing.
  case findingOK = "finding.ok"
  /// A line in which something is typed.
  case prompt
  /// The letters of a command that match what was typed.
  case promptMatch = "prompt.match"
  /// What a prompt suggests.
  case promptHint = "prompt.hint"
  /// The line that says what just happened.
  case status
  /// Something went wrong.
  case statusError = "status.error"
  /// Something was done.
  case statusGood = "status.good"
  /// The keys at the foot.
  case footer
  /// A plot of sold units.
  case spark
  /// A plot that falls.
  case sparkFalling = "spark.falling"

  /// The shorter names to fall back on, the nearest first: `list` for `list.selected`, then `text`.
  public var fallbacks: [Role] {
    var names: [Role] = []
    var name = rawValue[...]
    while let dot = name.lastIndex(of: ".") {
      name = name[..<dot]
      if let role = Role(rawValue: String(name)) { names.append(role) }
    }
    return names + (self == .text || names.contains(.text) ? [] : [.text])
  }
}

extension Role {
  /// The roles that it is drawn upon, where it does not bring a background along.
  public var grounds: [Role] {
    switch self {
    case .title, .titleDim, .draftSelection: [self]
    case .border, .borderFocused: [.text]
    default: [.text, .list, .listMarked, .listSelected, .footer, .prompt]
    }
  }

  /// The contrast that it needs at least, as WCAG 2.1 asks for text, and for lines.
  public var leastContrast: Double {
    switch self {
    case .border, .borderFocused: Contrast.line
    default: Contrast.text
    }
  }
}
