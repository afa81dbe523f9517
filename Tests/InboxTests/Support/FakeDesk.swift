import AmendsPolicy
import Ledger
import Screen

@testable import Inbox

/// Fixed answers of a desk, so that keys can be followed to their end without a database.
struct FakeDesk {
  var rows: [ReviewRow] = []
  var files: [CustomerID: CustomerFile] = [:]
  var drafts: [ReviewID: Draft] = [:]
  var outbox: [OutboxRow] = []
  var sender: LiveSender? = LiveSender(name: "amends (pid 7, amy)", isThisProgram: true)
  var counts = DeskCounts()
  /// What the outbox answers to a reply, where it refuses.
  var refusal: String?
  /// What the editor gives back.
  var edited: String?
  /// The themes to choose from.
  var themes: [ThemeOption] = []
  /// Reviews by others that say the same as any that is asked about.
  var sameTexts: [Review] = []
  /// What helps to judge reviews; `nil` while it is still being read.
  var guide: CaseGuide? = SampleGuide.guide
  /// Sales files without dates, which need a period.
  var undated: Set<String> = []

  func answers(to effect: Effect, at now: Instant) -> [Answer] {
    switch effect {
    case .loadPage(let request): [.page(request, page(request, at: now))]
    case .loadCounts: [.counts(counts(at: now))]
    case .countViews(let filters, _):
      [
        .viewCounts(
          Dictionary(filters.map { ($0, count($0, at: now)) }, uniquingKeysWith: { $1 }))
      ]
    case .loadCustomer(let id): [.customer(id, files[id])]
    case .loadDraft(let review, let customer):
      files[customer].map { [.draft(review, $0, drafts[review])] } ?? []
    case .loadEvidence(let review, let customer):
      files[customer].map { [.evidence(review, $0, sameTexts: sameTexts)] } ?? []
    case .read(let request): [.read(request, reading(request))]
    case .loadOpenDrafts: [.openDrafts(Array(drafts.values))]
    case .loadGuide: guide.map { [.guide($0)] } ?? []
    case .loadOutbox: [.outbox(OutboxContents(rows: outbox, sender: sender))]
    case .importFile(let path, let period):
      undated.contains(path) && period == nil
        ? [.periodNeeded(path: path)] : [.imported("3 reviews added from \(path)")]
    case .loadThemes: [.themes(themes)]
    case .keepTheme(let name): [.told("theme \(name) kept", isGood: true)]
    case .bell, .notify, .suspend, .redraw, .quit: []
    default: answers(toWriting: effect, at: now)
    }
  }

  /// The figures, of which only what is still to come back does so.
  private func counts(at now: Instant) -> DeskCounts {
    var counts = counts
    counts.nextWake =
      rows.compactMap { $0.review.activeSnooze(at: now)?.end }.min() ?? counts.nextWake
    if let wake = counts.nextWake, wake <= now { counts.nextWake = nil }
    return counts
  }

  /// What the second reader says of a draft; by default there is none.
  var reading: @Sendable (ReadingRequest) -> ReadingAnswer = { _ in .rulesAlone("") }

  private func answers(toWriting effect: Effect, at now: Instant) -> [Answer] {
    switch effect {
    case .saveDraft(let draft): [.saved(draft.id, revision: draft.revision, at: now)]
    case .discardDraft(let id): [.discarded(id)]
    case .enqueue(let item):
      refusal.map { [.notEnqueued(item, reason: $0)] } ?? [.enqueued(item)]
    case .recall(let id): [.recalled(id)]
    case .handOver(let id): outbox.filter { $0.item.id == id }.map { .handedOver($0.item) }
    case .apply(let event, let reviews):
      [.done("\(event) on \(reviews.count)", undo: .restore(states(of: reviews)))]
    case .setCauses(let causes):
      [.done("cause set on \(causes.count)", undo: .setCauses(causes.mapValues { _ in nil }))]
    case .setSnoozes(let snoozes, _):
      [.done("snoozed \(snoozes.count)", undo: .setSnoozes(snoozes.mapValues { _ in nil }))]
    case .record: [.done("recorded", undo: .retract(EventID(1)))]
    case .note: [.done("noted", undo: .retract(EventID(2)))]
    case .copy(_, let what): [.done("\(what) copied", undo: nil)]
    case .edit(let draft): [.edited(draft.id, edited)]
    default: [.done("done", undo: nil)]
    }
  }

  private func states(of reviews: [ReviewID]) -> [ReviewID: ReviewState] {
    Dictionary(
      rows.filter { reviews.contains($0.review.id) }.map { ($0.review.id, $0.review.state) },
      uniquingKeysWith: { first, _ in first })
  }
}
