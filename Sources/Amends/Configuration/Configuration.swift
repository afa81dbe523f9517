import AmendsPolicy
import Delivery
import Inbox
import SMTPClient
import Terminal

/// How replies leave.
enum CarrierChoice: Equatable, Sendable {
  /// A person copies the text and sends it.
  case byHand
  /// A message is written into a Maildir, from an address of the shop.
  case maildir(path: String, from: MailAddress)
  /// A mail server takes a message, from an address of the shop; with a login where it wants one.
  case smtp(MailServer, from: MailAddress, login: MailLogin?)
}

/// Who lets replies leave, where a carrier takes them away.
enum SendChoice: String, CaseIterable, Sendable {
  /// Every inbox, while it is open, one at a time.
  case inbox
  /// The command `amends send` alone.
  case worker
  /// Nobody, until a person says so in the outbox.
  case manual
}

/// What a person can set; everything has a default.
struct Configuration: Equatable, Sendable {
  /// The name beside what this person does; `nil` for the login name.
  var agent: String?
  /// How often, and when, people may be written to.
  var limits = ContactLimits()
  /// The zone of customers of whom none is known; `nil` for the machine's own.
  var zone: String?
  /// How strictly wording is judged.
  var profile = Profile.default
  /// What the second reader may do.
  var reader = ReaderMode.on
  /// A folder with rule packs of one's own; `nil` for the one beside the configuration.
  var packs: String?
  /// How replies leave.
  var carrier = CarrierChoice.byHand
  /// Who lets replies leave, where a carrier takes them away.
  var send = SendChoice.inbox
  /// The shop's mailboxes.
  var mail = MailSettings()
  /// How long a queued reply can be taken back before it leaves.
  var undo = Span.seconds(30)
  /// The name of the theme; `nil` for the default.
  var theme: String?
  /// Whether the terminal's title tells the figures.
  var title = true
  /// How a person is told of something while they look elsewhere.
  var notify = NoticeWay.none
  /// Whether clicks and the wheel are taken; the terminal's own selection then needs shift.
  var mouse = false
  /// Whether the shop owns the brand that it sells; `nil` where nobody has said.
  var isBrandOwner: Bool?
  /// The names of the shop's competitors.
  var competitors: [String] = []
  /// Views of one's own; empty for the usual ones.
  var views: [SavedView] = []
  /// Keys of one's own by command.
  var keys: [String: [String]] = [:]
}

/// One thing that is wrong with a configuration, where, and what would be right.
struct ConfigurationFault: Error, Equatable, Sendable, CustomStringConvertible {
  var file: String
  /// The line, from 1; 0 where the file as a whole is at fault.
  var line: Int
  /// Such as `contact.interval_hours`; empty where no key is at fault.
  var key: String
  var reason: String

  /// The fault in the compilers' form.
  var description: String {
    let place = line > 0 ? "\(file):\(line)" : file
    return key.isEmpty ? "\(place): \(reason)" : "\(place): \(key): \(reason)"
  }
}

/// A configuration with everything that is wrong in its file; what is wrong has its default.
struct LoadedConfiguration: Equatable, Sendable {
  var configuration = Configuration()
  var faults: [ConfigurationFault] = []
  /// Whether there is a file at all.
  var isFromFile = false
}
