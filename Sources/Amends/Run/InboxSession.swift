import AmendsPolicy
import Inbox
import Ledger
import Screen
import Store
import Terminal

/// What one run of the inbox is opened with.
struct InboxOptions {
  var store: DeskStore
  var settings: InboxSettings
  /// The wording rules, which are compiled while the first screen is up.
  var wording: LateWording
  /// The second reader, which is opened when a draft first needs it.
  var reader: LateReader
  /// The theme of the first picture, and what is told beside the picture.
  var screen: ScreenSettings
  /// Whether the inbox leads through the first steps.
  var hasTour: Bool
  /// The themes to choose from, and the configuration in which one is kept.
  var themes: ThemeShelf
  /// How a person is told of something while they look elsewhere.
  var notify: NoticeWay
  /// Colours and where standard error goes while the screen is up.
  var terminal: TerminalOptions
  /// What takes replies away; `nil` when they are handed over by a person.
  var carrier: ConfiguredCarrier?
  /// Where the files of the desk are, which are watched for foreign changes.
  var places: Places
  /// Where drafts go that the desk cannot take.
  var journal: DraftJournal
  /// The mailboxes that are watched.
  var mailboxes: [String]
  /// What brings in the news of a mailbox.
  var news: @Sendable (String) -> MailNews
  /// The folder for texts that are lent to an editor.
  var editorFolder: String
  /// Complaints about theme or configuration that the first screen shows.
  var complaints: [String]
  /// Imports a file for the inbox.
  var importer:
    @Sendable (String, ClosedRange<CivilDate>?, @escaping @Sendable (String) -> Void) -> Answer
}

/// Opens the inbox on the terminal and runs it until it is left.
enum InboxSession {
  /// Runs the inbox; comes back with the exit code when it is left.
  ///
  /// - Throws: ``TerminalError`` where there is no terminal that can show it.
  static func run(_ options: InboxOptions) throws -> Int32 {
    let mailbox = try Mailbox<Event>()
    let lock = try SenderLock(options.places.senderLock)
    let check = PolicyCheck(
      wording: options.wording, reader: options.reader, profile: options.settings.profile,
      store: options.store)
    let departures = Departures(
      store: options.store, check: check, carrier: options.carrier, sender: options.carrier?.sender)
    let sender = InboxSender(
      mode: options.settings.sending, departures: departures, lock: lock,
      agent: options.settings.agent, mailbox: mailbox)
    let runner = EffectRunner(
      store: options.store, mailbox: mailbox, departures: departures, check: check, sender: sender,
      readings: Readings(wording: options.wording, reader: options.reader, mailbox: mailbox),
      agent: options.settings.agent, journal: options.journal, importer: options.importer)
    watch(options, mailbox, sender)
    MailWatch.start(boxes: options.mailboxes, mailbox: mailbox, news: options.news)
    defer { end(sender) }
    return try show(options, runner, mailbox)
  }

  /// Ends the sender, for which a person may have to wait a little.
  private static func end(_ sender: InboxSender) {
    if sender.isUnderWay {
      StandardError.say("finishing the reply that is leaving: ctrl-c leaves at once")
    }
    sender.stop()
  }

  /// Has the inbox, and its sender, told of what changes at the desk.
  private static func watch(
    _ options: InboxOptions,
    _ mailbox: Mailbox<Event>,
    _ sender: InboxSender
  ) {
    let watch = DeskWatch(store: options.store, places: options.places) {
      mailbox.post(.deskChanged)
      sender.noteDeskChanged()
    }
    guard let watch else { return mailbox.post(.answered(.failed(DeskWatch.complaint))) }
    watch.start()
  }

  /// The terminal is given back when this returns.
  private static func show(
    _ options: InboxOptions,
    _ runner: EffectRunner,
    _ mailbox: Mailbox<Event>
  ) throws -> Int32 {
    var loop = try RunLoop(options: options, runner: runner, mailbox: mailbox)
    return loop.run()
  }
}
