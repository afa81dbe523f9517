import AmendsPolicy
import Ledger

/// What a case sheet says: pure words, drawn elsewhere.
struct SheetContent: Equatable {
  /// Something that is known, under a short name.
  struct Fact: Equatable {
    var name: String
    var words: String
  }

  /// Something that the text or the records show for the request, or against it.
  struct Point: Equatable {
    enum Sign: Equatable {
      case found
      case missing
      case against
    }

    var sign: Sign
    var words: String
  }

  /// What is to be done, in a sentence.
  var verdict: String
  var facts: [Fact]
  var points: [Point]
  /// The words of the review that show something.
  var marks: [Range<Int>]
  /// The text to paste; `nil` where there is no ground to ask.
  var request: String?
  /// Where it is pasted.
  var place: String
  /// How the record in the timeline begins.
  var record: String
  /// When the words change by themselves; `nil` where they do not.
  var changesAt: Instant?
}

extension SheetContent {
  /// The content of a sheet whose file has been read.
  init?(_ sheet: CaseSheet, guide: CaseGuide, shop: Shop, rules: ContactRules, at now: Instant) {
    guard let file = sheet.file, let review = sheet.currentReview else { return nil }
    switch review.kind {
    case .productReview:
      self.init(report: review, file, sheet.sameTexts, guide: guide, shop: shop, rules, now)
    case .sellerFeedback:
      self.init(removal: review, sheet.fulfilment, guide: guide, now)
    }
    if let known = file.note(record) {
      let when =
        "\(rules.clock(known.at, at: now))\(known.actor.isEmpty ? "" : " by \(known.actor)")"
      facts.append(Fact(name: "asked", words: when))
    }
  }

  /// The evidence against a product review.
  private init(
    report review: Review, _ file: CustomerFile, _ sameTexts: [Review], guide: CaseGuide,
    shop: Shop, _ rules: ContactRules, _ now: Instant
  ) {
    let signs = guide.analyst.abuse(
      in: review.complaint, language: review.language, facts: review.facts(in: shop),
      isRepeated: !sameTexts.isEmpty)
    let time = { (review: Review) in
      LocalTime(review.postedAt, in: rules.shopZone).full(
        beside: LocalTime(now, in: rules.shopZone)
      )
      .trimmingSpaces
    }
    verdict = Self.verdict(of: review, signs)
    let others = file.reviews.filter { $0.id != review.id }
    facts = [
      Fact(name: "order", words: review.order ?? "none is known for it"),
      Fact(name: "product", words: review.asin ?? "not known"),
      Fact(name: "posted", words: time(review)),
      Fact(
        name: "purchase",
        words: review.isVerified.map {
          $0 ? "verified by the marketplace" : "not verified by the marketplace"
        } ?? "not known whether it is verified"),
      Fact(name: "same text", words: Self.list(sameTexts) { "\($0.author) \(time($0))" }),
      Fact(name: "of theirs", words: Self.list(others) { "\(Words.stars($0.rating)) \(time($0))" }),
    ]
    points = AbuseReason.allCases.map { reason in
      guard let sign = signs.first(where: { $0.reason == reason }) else {
        return Point(sign: .missing, words: reason.words)
      }
      let quoted = sign.ranges.isEmpty ? "" : ": \(review.quoted(sign.ranges))"
      return Point(sign: .found, words: reason.words + quoted)
    }
    marks = ByteRanges.merged(signs.flatMap(\.ranges))
    let isGrounded = !signs.isEmpty || review.cause == .fabricated
    request =
      !isGrounded
      ? nil
      : guide.requests(in: review.language)?.abuseReport(
        of: RequestTexts.Item(
          review: review.externalID, product: review.asin ?? "?",
          date: String(ISO8601.text(review.postedAt).prefix(10)), stars: review.rating,
          text: review.complaint, isVerified: review.isVerified),
        for: signs)
    place = "“Report abuse” below the review, or Performance → Account Health → Report Abuse"
    record = review.record("reported to the marketplace")
    changesAt = nil
  }

  private static func verdict(of review: Review, _ signs: [AbuseSign]) -> String {
    let found = "\(Words.count(signs.count, "reason", "reasons")) found"
    return switch (review.cause == .fabricated, signs.isEmpty) {
    case (true, true): "Report it with facts of your own; never write to the person."
    case (true, false): "Report it; never write to the person. \(found)."
    case (false, true): "No reason is found in the text: it is not to be reported."
    case (false, false): "It may be reported: \(found)."
    }
  }

  /// Whether a seller feedback may be removed.
  private init(
    removal review: Review, _ fulfilment: Fulfilment, guide: CaseGuide, _ now: Instant
  ) {
    let answer = guide.analyst.removal(
      of: review.complaint, language: review.language, fulfilment: fulfilment,
      postedAt: review.postedAt, at: now)
    verdict =
      switch answer.verdict {
      case .eligible: "Eligible: ask for its removal."
      case .perhaps: "Perhaps: ask only if it is so; requests on the off chance break the rules."
      case .no: "No: do not ask; requests on the off chance break the rules."
      }
    let left = DayCount(until: answer.closesAt, at: now)
    facts = [
      Fact(name: "order", words: review.order ?? "not known"),
      Fact(name: "fulfilled", words: fulfilment.words),
      Fact(
        name: "window",
        words: now <= answer.closesAt ? "closes in \(left.text)" : "closed: 90 days are over"),
    ]
    points = answer.points.map { point in
      let quoted = point.ranges.isEmpty ? "" : " \(review.quoted(point.ranges))"
      return Point(sign: point.ground == nil ? .against : .found, words: point.words + quoted)
    }
    marks = ByteRanges.merged(answer.points.flatMap(\.ranges))
    request = guide.requests(in: review.language)?.removalRequest(
      for: answer, of: review.complaint, order: review.order ?? "?")
    place = "Performance → Feedback → Feedback Manager → Request removal"
    record = review.record("removal requested")
    changesAt = left.changesAt
  }

  private static func list(_ reviews: [Review], _ words: (Review) -> String) -> String {
    guard !reviews.isEmpty else { return "none in this desk" }
    let shown = reviews.prefix(3).map(words).joined(separator: "; ")
    return reviews.count > 3 ? "\(shown); and \(reviews.count - 3) more" : shown
  }
}
