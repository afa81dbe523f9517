import AmendsPolicy
import Ledger
import Screen

extension Inbox {
  var composer: Composer? {
    for case .composer(let composer) in layers.reversed() { return composer }
    return nil
  }

  /// Changes the composer in its layer.
  mutating func editComposer<Result>(_ change: (inout Composer) -> Result) -> Result? {
    for index in layers.indices.reversed() {
      guard case .composer(var composer) = layers[index] else { continue }
      let result = change(&composer)
      layers[index] = .composer(composer)
      return result
    }
    return nil
  }

  mutating func takeDraft(
    _ review: ReviewID,
    _ file: CustomerFile,
    _ draft: Draft?,
    at now: Instant
  ) -> [Effect] {
    let settings = settings
    _ = editComposer { composer in
      guard composer.review == review else { return }
      if let draft { composer.open(draft) }
      composer.customer = file.customer.id
      composer.take(file, settings: settings)
    }
    if let draft, !draft.text.isEmpty {
      say("draft of \(settings.rules.clock(draft.changedAt, at: now)) opened again", at: now)
    }
    return askForRoute(at: now) ?? typeAhead(at: now) + readAlong(at: now)
  }

  mutating func noteSaved(_ id: DraftID, revision: Int, at instant: Instant) {
    trouble = nil
    _ = editComposer { composer in
      guard composer.draft?.id == id, revision > composer.savedRevision else { return }
      composer.savedRevision = revision
      composer.savedAt = instant
    }
  }

  mutating func takeEdited(_ id: DraftID, _ text: String?, at now: Instant) -> [Effect] {
    guard let text else {
      return refuse("the editor failed: the draft stays as it was", at: now)
    }
    let settings = settings
    let saved = editComposer { composer -> Effect? in
      guard composer.draft?.id == id, text != composer.area.text else { return nil }
      composer.area.replaceAll(with: text)
      return .saveDraft(composer.textChanged(settings, at: now))
    }
    return ((saved ?? nil).map { [$0] } ?? []) + readAlong(at: now)
  }

  mutating func workOnDraft(_ command: Command, at now: Instant) -> [Effect] {
    guard let composer, composer.isLoaded else {
      return refuse("the draft is still being read", at: now)
    }
    switch command {
    case .queueReply: return queue(composer, at: now)
    case .nextFinding: return goToNextFinding(at: now)
    case .useRewrite: return useRewrite(at: now)
    case .editExternally: return editExternally(at: now)
    case .insertStarter: return insertStarter(at: now)
    case .chooseRoute: return chooseRoute(at: now)
    default: return askToDiscard(composer, at: now)
    }
  }

  private mutating func editExternally(at now: Instant) -> [Effect] {
    let settings = settings
    let draft = editComposer { $0.draft ?? $0.textChanged(settings, at: now) }
    return draft.map { [.saveDraft($0), .edit($0)] } ?? []
  }

  private mutating func askToDiscard(_ composer: Composer, at now: Instant) -> [Effect] {
    guard let draft = composer.draft else { return refuse("nothing is written yet", at: now) }
    return push(
      .choice(
        Choice(
          title: "Put this draft away?",
          lines: ["The text stays in the desk, but is not offered again."],
          options: [.init("y", "yes, put it away", .discard(draft.id))])))
  }

  /// Puts a text to begin with where the cursor stands.
  private mutating func insertStarter(at now: Instant) -> [Effect] {
    guard let text = startingText() else {
      return refuse("there is no text to begin with for this case and language", at: now)
    }
    let settings = settings
    let saved = editComposer { composer -> Effect? in
      guard composer.area.press(.paste(text)) == .changed else { return nil }
      return .saveDraft(composer.textChanged(settings, at: now))
    }
    return ((saved ?? nil).map { [$0] } ?? []) + readAlong(at: now)
  }

  private mutating func goToNextFinding(at now: Instant) -> [Effect] {
    let found = editComposer { composer -> Bool in
      guard let findings = composer.report?.findings, !findings.isEmpty else { return false }
      let index = ((composer.findingIndex ?? -1) + 1) % findings.count
      composer.findingIndex = index
      if let range = findings[index].ranges.first { composer.area.moveCursor(to: range.lowerBound) }
      return true
    }
    return found == true ? [] : refuse("there is no finding", at: now)
  }

  /// Puts the safe wording in the place of the sentence that the finding is about.
  private mutating func useRewrite(at now: Instant) -> [Effect] {
    let settings = settings
    let saved = editComposer { composer -> Effect? in
      guard let findings = composer.report?.findings, !findings.isEmpty else { return nil }
      let finding = findings[composer.findingIndex ?? 0]
      guard !finding.rewrite.isEmpty else { return nil }
      composer.area.replace(
        Sentence.range(around: finding.ranges, in: composer.area.text), with: finding.rewrite)
      return .saveDraft(composer.textChanged(settings, at: now))
    }
    guard let effect = saved ?? nil else {
      return refuse("there is no safe wording to put in: ctrl-n goes to a finding", at: now)
    }
    return [effect] + readAlong(at: now)
  }
}
