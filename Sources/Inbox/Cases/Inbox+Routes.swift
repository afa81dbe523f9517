import AmendsPolicy
import Ledger
import Screen

extension Inbox {
  /// In which ways the shop may react to a review now.
  func routes(for review: Review, of file: CustomerFile, at now: Instant) -> [RouteAnswer] {
    RouteRequest(
      kind: review.kind, rating: review.rating, hasOrder: review.order != nil || file.isAddressable,
      cause: review.cause, contact: settings.rules.answer(file, about: review.order, at: now),
      template: settings.rules.answer(file, about: nil, at: now),
      hasReplyUnderWay: file.outbox != nil,
      postedAt: review.postedAt, now: now,
      hasPublicReply: file.timeline.contains { $0.kind == .publicReply(review.id) }
        || file.note(review.publicReplyRecord) != nil,
      isBrandOwner: settings.shop.isBrandOwner, removal: removalVerdict(review, at: now),
      isAbusive: isAbusive(review)
    ).answers
  }

  private func removalVerdict(_ review: Review, at now: Instant) -> RemovalVerdict? {
    guard review.kind == .sellerFeedback else { return nil }
    return guide?.analyst.removal(
      of: review.complaint, language: review.language, postedAt: review.postedAt, at: now
    ).verdict
  }

  private func isAbusive(_ review: Review) -> Bool? {
    guard review.kind == .productReview else { return nil }
    return guide?.analyst.abuse(
      in: review.complaint, language: review.language, facts: review.facts(in: settings.shop)
    ).contains { $0.reason.isPlain }
  }

  /// Asks for the way where a composer that has been read leaves a choice, or none; `nil` where it can be written in
  /// as it is.
  ///
  /// A draft is asked about again only where it might be meant for everybody to read: the way is not kept with it. What
  /// is fabricated is reported and never answered: its evidence takes the composer's place.
  mutating func askForRoute(at now: Instant) -> [Effect]? {
    guard let composer, let review = composer.currentReview, let file = composer.file else {
      return nil
    }
    if review.cause == .fabricated {
      closeComposerLayer()
      say("fabricated: it is reported, not answered", at: now)
      return openSheet(of: review)
    }
    guard composer.route == nil else { return nil }
    let answers = routes(for: review, of: file, at: now)
    let open = answers.filter(\.isAllowed).map(\.route)
    if !composer.area.text.isEmpty, !open.contains(.publicReply) { return nil }
    if open.count == 1, open[0].isMessage { return nil }
    return push(.choice(routeQuestion(answers, file, isNew: true, at: now)))
  }

  /// Asks again, on demand.
  mutating func chooseRoute(at now: Instant) -> [Effect] {
    guard let composer, let review = composer.currentReview, let file = composer.file else {
      return refuse("the draft is still being read", at: now)
    }
    let answers = routes(for: review, of: file, at: now)
    return push(.choice(routeQuestion(answers, file, isNew: false, at: now)))
  }

  private func routeQuestion(
    _ answers: [RouteAnswer], _ file: CustomerFile, isNew: Bool, at now: Instant
  ) -> Choice {
    let first = answers.first(where: \.isAllowed)?.route
    let options = answers.map { answer in
      Choice.Option(
        key: KeyPress(answer.route.key),
        words: answer.route.words + (answer.route == first ? " (enter)" : ""),
        outcome: .route(answer.route), obstacle: answer.isAllowed ? nil : answer.reason,
        note: "\(answer.reason) · \(answer.route.source.title)")
    }
    return Choice(
      title: first == nil
        ? "\(file.displayName) cannot be contacted about this"
        : "How do you react to \(file.displayName)?",
      options: options, enter: first.map { .route($0) } ?? .nothing,
      escape: isNew ? .leaveComposer : .nothing)
  }

  /// Goes the way that was chosen.
  mutating func take(_ route: ContactRoute, at now: Instant) -> [Effect] {
    guard let composer, let review = composer.currentReview else { return [] }
    switch route {
    case .thread, .orderMessage, .publicReply:
      let settings = settings
      _ = editComposer { composer in
        composer.route = route
        composer.check(settings)
      }
      return typeAhead(at: now) + readAlong(at: now)
    case .brandTemplate:
      let question = templateQuestion(review, at: now)
      closeComposerLayer()
      return push(.choice(question))
    case .removalRequest, .abuseReport:
      closeComposerLayer()
      return openSheet(of: review)
    }
  }

  /// The templates are sent on the marketplace's own page; that one was sent is what counts here.
  private func templateQuestion(_ review: Review, at now: Instant) -> Choice {
    let customer = composer?.file?.customer.key ?? .review(review.externalID)
    func record(_ template: String) -> Choice.Outcome {
      .effects([
        .record(
          ContactRecord(
            customer: customer, event: ContactEvent(.contacted, at: now, order: review.order),
            channel: "contact customer", note: "template: \(template)"))
      ])
    }
    return Choice(
      title: "Which template did you send?",
      lines: [
        "Brands → Customer Reviews → Contact Customer. Its wording is fixed; it counts as a contact."
      ],
      options: [
        .init("r", "courtesy refund", record("courtesy refund")),
        .init("s", "customer support", record("customer support")),
      ])
  }

  /// Takes the composer away, wherever it lies; its draft is kept.
  mutating func closeComposerLayer() {
    layers.removeAll { layer in
      if case .composer = layer { true } else { false }
    }
  }
}

extension ContactRoute {
  /// Whether something is written in the composer.
  var isMessage: Bool { self == .thread || self == .orderMessage }

  /// The key that takes it.
  fileprivate var key: Character {
    switch self {
    case .thread: "a"
    case .orderMessage: "m"
    case .publicReply: "p"
    case .brandTemplate: "b"
    case .removalRequest: "r"
    case .abuseReport: "x"
    }
  }
}

extension CustomerFile {
  /// Whether a message can be addressed to the person.
  var isAddressable: Bool {
    keys.contains { key in
      switch key {
      case .relay, .order: true
      case .reviewer, .review: false
      }
    }
  }
}
