/// Everything that a key, the palette or the help can name; the one verb table of the front end.
public enum Command: String, Sendable, CaseIterable {
  case moveDown = "down"
  case moveUp = "up"
  case pageDown = "page-down"
  case pageUp = "page-up"
  case halfPageDown = "half-page-down"
  case halfPageUp = "half-page-up"
  case moveFirst = "first"
  case moveLast = "last"
  case open
  case back
  case quit
  case compose
  case resumeDraft = "resume-draft"
  case setCause = "cause"
  case takeCause = "take-cause"
  case snooze
  case report
  case mark
  case markAllShown = "mark-shown"
  case search
  case filter
  case clear
  case nextOrder = "order"
  case why
  case views
  case view0 = "usual-view"
  case view1 = "view-1"
  case view2 = "view-2"
  case view3 = "view-3"
  case view4 = "view-4"
  case view5 = "view-5"
  case view6 = "view-6"
  case view7 = "view-7"
  case view8 = "view-8"
  case view9 = "view-9"
  case outbox
  case importFile = "import"
  case settle = "resolve"
  case closeReview = "close"
  case reopen
  case reviewGone = "removed"
  case copyOrder = "copy-order"
  case undo
  case refresh
  case help
  case palette
  case theme
  case suspend
  case redraw
  case nextReview = "next-review"
  case previousReview = "previous-review"
  case record = "record-contact"
  case note
  case refundAsked = "asked-refund"
  case optOut = "opt-out"
  case doNotContact = "do-not-contact"
  case merge
  case queueReply = "queue"
  case nextFinding = "next-finding"
  case useRewrite = "use-rewrite"
  case editExternally = "editor"
  case discardDraft = "discard"
  case insertStarter = "starter"
  case chooseRoute = "way"
  case copyRequest = "copy-request"
  case recordRequest = "record-request"
  case nextFulfilment = "fulfilment"
  case handOver = "hand-over"
  case recall
  case hold
  case sendNow = "send-now"
  case sendAllDue = "send-due"
  case resolveSent = "was-sent"
  case resolveUnsent = "was-not-sent"
  case lookUp = "look-up"
  case allowSending = "allow-sending"
  case stopSending = "stop-sending"
}

/// Where a command can be given.
public struct CommandContext: OptionSet, Sendable {
  /// One bit for each context.
  public let rawValue: UInt8

  /// The contexts of a bit set.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The list of reviews.
  public static let list = CommandContext(rawValue: 1)
  /// A customer's timeline.
  public static let customer = CommandContext(rawValue: 2)
  /// The composer.
  public static let composer = CommandContext(rawValue: 4)
  /// The outbox.
  public static let outbox = CommandContext(rawValue: 8)
  /// The evidence for the marketplace.
  public static let sheet = CommandContext(rawValue: 16)
  /// Everything in which letters are commands.
  public static let browsing: CommandContext = [.list, .customer, .outbox, .sheet]
  /// Every screen.
  public static let everywhere: CommandContext = [.list, .customer, .composer, .outbox, .sheet]
  /// Each context by itself.
  public static let all: [CommandContext] = [.list, .customer, .composer, .outbox, .sheet]

  /// The name that help and configuration use.
  public var name: String {
    switch self {
    case .list: "inbox"
    case .customer: "customer"
    case .composer: "composer"
    case .outbox: "outbox"
    case .sheet: "report"
    default: "everywhere"
    }
  }
}
