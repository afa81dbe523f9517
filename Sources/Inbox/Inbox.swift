public import AmendsPolicy
import Ledger
public import Screen

/// The whole state of the front end: a value that keys and answers change, and that is drawn.
///
/// It does nothing itself: ``update(_:at:)`` returns what must happen outside as effects.
public struct Inbox: Sendable {
  /// Who works here, at which desk, under which rules.
  public let settings: InboxSettings
  /// How the screen looks and what is told beside it; what a person chooses meanwhile changes it.
  var screen: ScreenSettings
  /// The theme in use, or being tried.
  public internal(set) var theme: Theme
  var list = ReviewList()
  var layers: [Layer] = []
  /// `nil` until they have been read.
  var counts: DeskCounts?
  /// What keeps the desk from writing; `nil` where nothing does.
  var trouble: DiskTrouble?
  var news = NewsWatch()
  var status: StatusLine?
  var undoable: [UndoStep] = []
  /// How many answers to come belong to undoing: they neither replace its words nor can be undone again.
  var undosUnderWay = 0
  var openDrafts: [Draft] = []
  /// `nil` until it has been read.
  var guide: CaseGuide?
  var suggestions = Suggestions()
  /// The guided walk; `nil` where nobody is led.
  var tour: Tour?
  /// Drafts found at the start are offered once.
  var hasOfferedDrafts = false
  var size = Size(rows: 24, columns: 80)

  /// An inbox that has read nothing yet; with a tour it leads through the first steps.
  public init(
    settings: InboxSettings, screen: ScreenSettings = ScreenSettings(), hasTour: Bool = false
  ) {
    self.settings = settings
    tour = hasTour ? Tour() : nil
    self.screen = screen
    theme = screen.theme
  }

  /// What must be read before the first picture.
  public mutating func start(size: Size) -> [Effect] {
    self.size = size
    prepareTour()
    layOut()
    return list.restart() + [.loadCounts, .loadOpenDrafts, .loadGuide]
  }

  /// The context in which keys are looked up: that of the topmost full screen.
  var context: CommandContext {
    layers.reversed().lazy.compactMap(\.context).first ?? .list
  }
}

/// What does not change while the inbox is open.
public struct InboxSettings: Sendable {
  /// The name that appears beside what this person does.
  public var agent: String
  /// What the header calls the desk.
  public var deskName: String
  /// The contact limits with their zones.
  public var rules: ContactRules
  /// The wording rules; compiled when they are first asked for, so that the first screen does not wait.
  public var wording: WordingPolicy { makeWording() }
  /// How strictly wording is judged.
  public var profile: Profile
  /// The keys.
  public var keymap: Keymap
  /// How long a queued reply can be taken back before it leaves.
  public var undoTime: Span
  /// Who lets replies leave.
  public var sending: SendingMode
  /// What else is known of the shop.
  public var shop: Shop
  /// The saved views, by their keys.
  public var views: [SavedView]

  private let makeWording: @Sendable () -> WordingPolicy

  /// The settings of one run of the inbox; the wording rules are asked for each time, so they should be
  /// kept where they come from.
  public init(
    agent: String,
    deskName: String,
    rules: ContactRules,
    wording: @autoclosure @escaping @Sendable () -> WordingPolicy,
    profile: Profile,
    keymap: Keymap,
    undoTime: Span,
    sending: SendingMode,
    shop: Shop = Shop(),
    views: [SavedView] = SavedView.usual
  ) {
    self.agent = agent
    self.deskName = deskName
    self.rules = rules
    makeWording = wording
    self.profile = profile
    self.keymap = keymap
    self.undoTime = undoTime
    self.sending = sending
    self.shop = shop
    self.views = views
  }
}

/// The line that tells what just happened.
struct StatusLine: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    case information
    case success
    case error
  }

  var text: String
  var kind: Kind
  /// When it fades by itself; errors stay until the next key.
  var fadesAt: Instant?
}

/// Something that can be undone, and how.
struct UndoStep: Equatable, Sendable {
  var words: String
  var effect: Effect
}
