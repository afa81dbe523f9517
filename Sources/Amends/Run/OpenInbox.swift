import AmendsPolicy
import Glibc
import Import
import Inbox
import Ledger
import Screen
import Terminal
import Themes

/// Opens the inbox of a desk on the terminal, with a guided walk where one is wanted; comes back with the
/// exit status when it is left.
///
/// - Throws: ``TerminalError`` where there is no terminal that can show it.
func openInbox(_ desk: OpenedDesk, hasTour: Bool = false) throws -> Int32 {
  let workplace = desk.workplace
  var complaints = workplace.loaded.faults.map { "\($0); the default is used" }
  let (keymap, keyFault) = keymap(of: workplace)
  let (screen, themeFault) = screen(of: workplace)
  complaints += [keyFault, themeFault].compactMap(\.self)
  mkdir(workplace.places.state, 0o700)
  let journal = DraftJournal(
    of: workplace.places.data, in: DraftJournal.folder(of: workplace.places))
  complaints += journal.replay(into: desk.store)
  let wording = workplace.lateWording()
  return try InboxSession.run(
    InboxOptions(
      store: desk.store,
      settings: settings(of: workplace, wording: wording, keymap: keymap),
      wording: wording,
      reader: workplace.reader(),
      screen: screen,
      hasTour: hasTour,
      themes: workplace.themes,
      notify: workplace.configuration.notify,
      terminal: terminal(of: workplace, asksBackground: screen.themeOnLight != nil),
      carrier: workplace.carrier,
      places: workplace.places,
      journal: journal,
      mailboxes: workplace.configuration.mail.watched,
      news: mailNews(into: desk),
      editorFolder: workplace.places.editorFolder,
      complaints: complaints,
      importer: importer(into: desk)))
}

private func settings(
  of workplace: Workplace,
  wording: LateWording,
  keymap: Keymap
) -> InboxSettings {
  let zones = workplace.zones
  return InboxSettings(
    agent: workplace.agent,
    deskName: Machine.name,
    rules: ContactRules(
      limits: workplace.configuration.limits, shopZone: ZoneTable.machine,
      zoneNamed: { zones.zone($0) }),
    wording: wording.policy,
    profile: workplace.configuration.profile,
    keymap: keymap,
    undoTime: workplace.configuration.undo,
    sending: workplace.configuration.sending,
    shop: Shop(
      isBrandOwner: workplace.configuration.isBrandOwner,
      competitors: workplace.configuration.competitors),
    views: workplace.configuration.views.isEmpty
      ? SavedView.usual : workplace.configuration.views)
}

/// The keys, with a person's own where they can be used.
private func keymap(of workplace: Workplace) -> (Keymap, String?) {
  do throws(KeymapError) {
    return (try Keymap(overrides: workplace.configuration.keys), nil)
  } catch {
    return (Keymap.standard, "[keys] \(error); the usual keys are used")
  }
}

/// The theme that was asked for, and what is told beside it; where the theme is broken the complaint says
/// so and the usual one is used.
private func screen(of workplace: Workplace) -> (ScreenSettings, String?) {
  let (configuration, themes) = (workplace.configuration, workplace.themes)
  var screen = ScreenSettings(
    hasTitle: configuration.title, givesNotice: configuration.notify != .none)
  do throws(ThemeFault) {
    screen.theme = try themes.theme(configuration.theme ?? Themes.usual)
    if configuration.theme == nil {
      screen.themeOnLight = { (try? themes.theme(Themes.usualOnLight)) ?? .mono }
    }
    return (screen, nil)
  } catch {
    screen.theme = (try? Themes.named(Themes.usual)) ?? .mono
    return (screen, "\(error.words); the theme \(screen.theme.name) is used")
  }
}

/// Brings in the news of a mailbox.
private func mailNews(into desk: OpenedDesk) -> @Sendable (String) -> MailNews {
  { path in
    var options = ImportOptions(now: SystemClock.now)
    options.shopAddresses = desk.workplace.configuration.shopAddresses
    return MailNews(
      store: desk.store, agent: desk.workplace.agent, path: path, options: options)
  }
}

private func terminal(of workplace: Workplace, asksBackground: Bool) -> TerminalOptions {
  let hasColor = Environment.value("NO_COLOR") == nil
  var options = TerminalOptions(
    maximumDepth: hasColor ? .trueColor : .mono,
    errorLog: workplace.places.state + "/errors.log")
  options.hasTitle = workplace.configuration.title
  options.hasMouse = workplace.configuration.mouse
  options.asksBackground = hasColor && asksBackground
  return options
}

/// Imports one file for the inbox, and says in a line what became of it.
private func importer(into desk: OpenedDesk)
  -> @Sendable (String, ClosedRange<CivilDate>?, @escaping @Sendable (String) -> Void) -> Answer
{
  { path, period, tell in
    let now = SystemClock.now
    let job = ImportJob(
      store: desk.store, agent: desk.workplace.agent, folder: desk.workplace.places.data, now: now)
    var options = ImportOptions(period: period, now: now)
    options.shopAddresses = desk.workplace.configuration.shopAddresses
    do throws(ImportFailure) {
      let summary = try job.run(
        path: Places.expand(path, in: WorkingFolder.path), options: options,
        progress: { tell("importing … \($0.rows) rows") })
      return .imported(summary.inWords)
    } catch .file(.periodNeeded) {
      return .periodNeeded(path: path)
    } catch {
      return .failed(error.words)
    }
  }
}

extension ImportSummary {
  /// The summary as the inbox's status line says it.
  fileprivate var inWords: String {
    let refused = rejected == 0 ? "" : ", \(rejected) refused (see \(rejectedFile ?? "doctor"))"
    let rest = stopped.map { "; reading stopped: \($0)" } ?? ""
    if let mailWords { return "mail: \(mailWords)\(refused)\(rest)" }
    return "\(format.rawValue): \(tally.added) new, \(tally.changed) changed,"
      + " \(tally.unchanged) known\(refused)\(rest)"
  }
}

/// The folder that the program was started in.
private enum WorkingFolder {
  static var path: String {
    guard let path = getcwd(nil, 0) else { return "." }
    defer { free(path) }
    return String(cString: path)
  }
}
