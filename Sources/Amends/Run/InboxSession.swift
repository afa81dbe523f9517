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
  var theme: Theme
  /// Colours and where standard error goes while the screen is up.
  var terminal: TerminalOptions
  /// What takes replies away; `nil` when they are handed over by a person.
  var carrier: ConfiguredCarrier?
  /// The write-ahead log of the desk's database, which is watched for foreign changes.
  var logPath: String
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
    let check = PolicyCheck(
      wording: options.wording, reader: options.reader, profile: options.settings.profile,
      store: options.store)
    let departures = Departures(store: options.store, check: check, carrier: options.carrier)
    let runner = EffectRunner(
      store: options.store, mailbox: mailbox, departures: departures, check: check,
      readings: Readings(wording: options.wording, reader: options.reader, mailbox: mailbox),
      agent: options.settings.agent, importer: options.importer)
    DeskWatch(store: options.store, logPath: options.logPath, mailbox: mailbox)?.start()
    var loop = try RunLoop(options: options, runner: runner, mailbox: mailbox)
    return loop.run()
  }
}
