/// The concepts by which the points of a good reply are told, by number; nil where the packs lack one.
struct CommunicationConcepts: Sendable {
  let apology: Int32?
  let hedge: Int32?
  let reason: Int32?
  let question: Int32?
  let benefit: Int32?
  let step: Int32?
  let when: Int32?
  let person: Int32?
  let blame: Int32?

  init(_ names: [String: Int32]) {
    apology = names["APOLOGY"]
    hedge = names["HEDGE"]
    reason = names["REASON"]
    question = names["QUESTION"]
    benefit = names["BENEFIT"]
    step = names["NEXT_STEP"]
    when = names["WHEN"]
    person = names["PERSON"]
    blame = names["BLAME"]
  }
}

extension LanguageEngine {
  /// The points of a good reply that the packs can tell, each with whether a draft has it.
  func communication(of draft: AnalysedDraft) -> [CommunicationCheck] {
    CommunicationPoint.allCases.compactMap { point in
      isMet(point, by: draft).map { CommunicationCheck(point, isMet: $0) }
    }
  }

  private func isMet(_ point: CommunicationPoint, by draft: AnalysedDraft) -> Bool? {
    let known = communicationConcepts
    switch point {
    case .acknowledgement:
      return !draft.isComplaintIgnored
    case .apology: return known.apology.map { draft.hasUnconditional($0, hedge: known.hedge) }
    case .reason: return draft.hasAny(known.reason, known.question)
    case .remedy:
      return draft.context.askedForRefund
        ? draft.hasAny(known.benefit) : draft.hasAny(known.benefit, known.step)
    case .nextStep:
      guard let step = draft.hasAny(known.step, known.benefit), let when = draft.hasAny(known.when)
      else { return nil }
      return step && when
    case .voice:
      return draft.hasAny(known.person).map { $0 && draft.hasAny(known.blame) != true }
    }
  }
}

extension AnalysedDraft {
  /// Whether one of some concepts stands in the draft; nil where the packs have none of them.
  fileprivate func hasAny(_ concepts: Int32?...) -> Bool? {
    let known = concepts.compactMap { $0 }
    return known.isEmpty ? nil : known.contains(where: index.has)
  }

  /// Whether a concept stands in a sentence without another.
  fileprivate func hasUnconditional(_ concept: Int32, hedge: Int32?) -> Bool {
    let hedged = hedge.map { index.block($0).map { sentence(of: index.mentions[$0]) } } ?? []
    return index.block(concept).contains { !hedged.contains(sentence(of: index.mentions[$0])) }
  }

  private func sentence(of mention: Mention) -> Int32 { tokens[Int(mention.first)].sentence }
}
