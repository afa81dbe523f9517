import AmendsPolicy
import Ledger
import Screen

extension Inbox {
  /// Takes in the answer of an effect.
  mutating func take(_ answer: Answer, at now: Instant) -> [Effect] {
    switch answer {
    case .page(let request, let page): return list.take(request, page)
    case .counts(let counts):
      self.counts = counts
      news.take(counts)
    case .viewCounts(let counts): take(counts)
    case .customer(let id, let file): return takeCustomer(id, file, at: now)
    case .draft(let review, let file, let draft): return takeDraft(review, file, draft, at: now)
    case .openDrafts(let drafts): offer(drafts, at: now)
    case .guide(let guide): self.guide = guide
    case .evidence(let review, let file, let sameTexts): takeEvidence(review, file, sameTexts)
    case .read(let request, let reading): return takeReading(request, reading, at: now)
    case .saved(let id, let revision, let at): noteSaved(id, revision: revision, at: at)
    case .notKept(_, let trouble, let copy): return noteTrouble(trouble, copy: copy, at: now)
    case .discarded(let id): return closeComposer(of: id, saying: "draft put away", at: now)
    case .enqueued(let item): return noteEnqueued(item, at: now)
    case .notEnqueued(_, let reason): return refuse(reason, at: now)
    case .outbox(let contents): takeOutbox(contents)
    case .recalled: return noteRecalled(at: now)
    case .handedOver(let item):
      return push(.handOver(HandOver(item: item))) + [.copy(item.text, what: "the reply")]
    case .done(let words, let undo): return noteDone(words, undo: undo, at: now)
    case .told(let words, let isGood): say(words, isGood ? .success : .error, at: now)
    case .failed(let reason):
      undosUnderWay = 0
      return refuse(reason, at: now) + [.loadCounts]
    case .progress(let words): say(words, at: now)
    case .imported(let summary):
      say(summary, .success, at: now)
      return list.reload() + [.loadCounts, .loadOpenDrafts]
    case .periodNeeded(let path): return push(.prompt(PromptLayer(.period(path: path))))
    case .themes(let options): takeThemes(options)
    case .edited(let id, let text): return takeEdited(id, text, at: now)
    }
    return []
  }

  private mutating func takeCustomer(
    _ id: CustomerID,
    _ file: CustomerFile?,
    at now: Instant
  ) -> [Effect] {
    guard let file else { return refuse("this customer is not in the desk any more", at: now) }
    for index in layers.indices {
      switch layers[index] {
      case .customer(var screen) where screen.id == id || screen.id == file.customer.id:
        screen.id = file.customer.id
        screen.take(file)
        layers[index] = .customer(screen)
      case .composer(var composer) where composer.customer == id:
        composer.take(file, settings: settings)
        layers[index] = .composer(composer)
      case .why(var why) where why.customer == id || why.customer == file.customer.id:
        why.customer = file.customer.id
        why.file = file
        layers[index] = .why(why)
      default: break
      }
    }
    return readAlong(at: now)
  }

  private mutating func takeOutbox(_ contents: OutboxContents) {
    for index in layers.indices {
      guard case .outbox(var screen) = layers[index] else { continue }
      screen.take(contents)
      layers[index] = .outbox(screen)
    }
  }

  private mutating func offer(_ drafts: [Draft], at now: Instant) {
    let isStart = !hasOfferedDrafts
    hasOfferedDrafts = true
    openDrafts = drafts
    guard isStart, status == nil, let newest = drafts.max(by: { $0.changedAt < $1.changedAt })
    else { return }
    let when = settings.rules.clock(newest.changedAt, at: now)
    let kept = Words.count(drafts.count, "draft is", "drafts are")
    say("\(kept) kept, the newest from \(when): D goes on with it", at: now)
  }

  private mutating func noteRecalled(at now: Instant) -> [Effect] {
    say("recalled: it is a draft again, c opens it", .success, at: now)
    return refresh()
  }

  private mutating func noteDone(_ words: String, undo: Effect?, at now: Instant) -> [Effect] {
    guard undosUnderWay == 0 else {
      undosUnderWay -= 1
      return refresh()
    }
    if let undo { undoable.append(UndoStep(words: words, effect: undo)) }
    say(undo == nil ? words : "\(words) · u undoes it", .success, at: now)
    return refresh()
  }

  private mutating func noteEnqueued(_ item: OutboxItem, at now: Instant) -> [Effect] {
    undoable.append(UndoStep(words: "reply recalled", effect: .recall(item.id)))
    let left = Countdown(until: item.leavesAt, at: now, precise: true)
    _ = closeComposer(of: item.draft, saying: "", at: now)
    say("queued: leaves in \(left.text) · u recalls it · o shows the outbox", .success, at: now)
    return refresh()
  }

  mutating func closeComposer(
    of draft: DraftID,
    saying words: String,
    at now: Instant
  ) -> [Effect] {
    layers.removeAll { layer in
      if case .composer(let composer) = layer { return composer.draft?.id == draft }
      return false
    }
    say(words, .success, at: now)
    return refresh()
  }
}
