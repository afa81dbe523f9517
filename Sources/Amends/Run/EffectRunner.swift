import AmendsPolicy
import Delivery
import Dispatch
import Inbox
import Ledger
import PolicyPacks
import Store
import Terminal

/// Performs effects away from the main thread and answers through the mailbox.
///
/// Reads and writes have a queue each, so that a long write never keeps the list waiting; what leaves has its
/// own, so that a slow mail server never keeps a draft waiting.
final class EffectRunner: Sendable {
  let store: DeskStore
  let mailbox: Mailbox<Event>
  let departures: Departures
  let check: PolicyCheck
  let sender: InboxSender
  let readings: Readings
  let agent: String
  let importer:
    @Sendable (String, ClosedRange<CivilDate>?, @escaping @Sendable (String) -> Void)
      -> Answer
  private let reads = DispatchQueue(label: "amends.reads", qos: .userInteractive)
  private let writes: DispatchQueue
  private let imports = DispatchQueue(label: "amends.imports", qos: .utility)
  private let ids = WriteIDs()
  private let drafts: DraftQueue

  init(
    store: DeskStore,
    mailbox: Mailbox<Event>,
    departures: Departures,
    check: PolicyCheck,
    sender: InboxSender,
    readings: Readings,
    agent: String,
    journal: DraftJournal,
    importer:
      @escaping @Sendable (
        String, ClosedRange<CivilDate>?, @escaping @Sendable (String) -> Void
      ) -> Answer
  ) {
    self.store = store
    self.mailbox = mailbox
    self.departures = departures
    self.check = check
    self.sender = sender
    self.readings = readings
    self.agent = agent
    self.importer = importer
    let writes = DispatchQueue(label: "amends.writes", qos: .userInitiated)
    self.writes = writes
    drafts = DraftQueue(store: store, journal: journal, queue: writes) { outcome in
      mailbox.post(.answered(Answer(outcome)))
    }
  }

  /// Begins an effect other than the terminal's own; its answer comes by the mailbox.
  func begin(_ effect: Effect) {
    switch effect {
    case .loadCounts:
      writes.async { try? self.store.note(SystemClock.reading) }
      reads.async { self.answer { try self.read(effect) } }
    case .loadPage, .countViews, .loadCustomer, .loadDraft, .loadEvidence, .loadOpenDrafts,
      .loadOutbox:
      reads.async { self.answer { try self.read(effect) } }
    case .loadGuide: imports.async { self.answer { .guide(try PolicyPacks.caseGuide()) } }
    case .read(let request): readings.begin(request)
    case .saveDraft(let draft): drafts.save(draft)
    case .importFile(let path, let period):
      imports.async { self.runImport(path, period) }
    default:
      writes.async {
        self.answer { try self.ids.perform(effect) { try self.write(effect, as: $0) } }
      }
    }
  }

  /// Compiles the wording rules, and tells of packs that are not in force.
  func warmUp(_ wording: LateWording) {
    imports.async {
      wording.load(faults: { self.mailbox.post(.answered(.failed($0))) })
    }
  }

  /// Begins to send where this inbox does; by hand, takes up what an earlier program left in flight.
  func takeUpDepartures() {
    guard !departures.hasCarrier else { return sender.start() }
    writes.async {
      self.answer {
        try self.departures.recover(at: SystemClock.now)
        return nil
      }
    }
  }

  /// Waits until every write that was begun has ended, and every draft is on disk or in the journal.
  func finishWrites() {
    writes.sync { drafts.write() }
  }

  private func answer(_ work: () throws -> Answer?) {
    do {
      if let answer = try work() { mailbox.post(.answered(answer)) }
    } catch {
      mailbox.post(.answered(.failed("\(error)")))
    }
  }

  private func runImport(_ path: String, _ period: ClosedRange<CivilDate>?) {
    let mailbox = mailbox
    let answer = importer(path, period) { mailbox.post(.answered(.progress($0))) }
    mailbox.post(.answered(answer))
  }
}

extension Answer {
  fileprivate init(_ outcome: DraftQueue.Outcome) {
    self =
      switch outcome {
      case .saved(let draft): .saved(draft.id, revision: draft.revision, at: SystemClock.now)
      case .kept(let draft, let trouble, let copy): .notKept(draft.id, trouble, copy: copy)
      case .refused(_, let error): .failed(error.description)
      }
  }
}
