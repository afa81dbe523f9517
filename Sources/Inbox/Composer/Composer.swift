import AmendsPolicy
import Ledger
import Screen

/// The reply being written, with what the policy says of it at this very key.
struct Composer: Sendable {
  var review: ReviewID
  var customer: CustomerID
  /// `nil` until it has been read.
  var file: CustomerFile?
  /// `nil` until the first key, or when the review has a draft already.
  var draft: Draft?
  var area = TextArea()
  /// What was typed before the draft had been read.
  var typedAhead: [KeyPress] = []
  var report: DraftReport?
  /// How far the second reader is.
  var reading = ReadingAlong()
  var savedRevision = -1
  var savedAt: Instant?
  /// The finding that was gone to last.
  var findingIndex: Int?
  /// The way that was chosen for it; `nil` while a message is the only one.
  var route: ContactRoute?

  init(review: ReviewID, customer: CustomerID) {
    self.review = review
    self.customer = customer
  }

  var isLoaded: Bool { file != nil }

  var currentReview: Review? { file?.reviews.first { $0.id == review } }

  /// Whether everything that was written is on disk.
  var isSaved: Bool { draft.map { savedRevision >= $0.revision } ?? true }

  /// The customer's language: what the review says it is, else what its text looks like.
  var language: String?

  /// The way on which the reply leaves, whose form it must keep.
  var channel: Channel {
    if route == .publicReply { return .publicReply }
    return file?.customer.standing.newestUnanswered == nil ? .proactive : .answer
  }

  /// What the wording rules must know around the draft.
  func context(profile: Profile) -> DraftContext? {
    guard let file, let review = currentReview else { return nil }
    return DraftContext(
      kind: review.kind, rating: review.rating, complaint: review.complaint,
      askedForRefund: file.customer.standing.refundAsked != nil,
      issueResolved: review.state == .resolved, earlier: file.ownMessages(about: review.order),
      language: language, profile: profile, channel: channel, order: review.order,
      personal: channel == .publicReply ? file.personalData : [])
  }

  mutating func check(_ settings: InboxSettings) {
    guard let context = context(profile: settings.profile) else { return }
    report =
      area.text.isEmpty
      ? nil
      : settings.wording.check(area.text, in: context, second: reading.second(for: area.text))
    if let index = findingIndex, index >= (report?.findings.count ?? 0) { findingIndex = nil }
  }

  /// What to ask the second reader now; nil where it has read this, or cannot be asked.
  mutating func readingRequest(_ settings: InboxSettings) -> ReadingRequest? {
    guard !area.text.isEmpty, let context = context(profile: settings.profile) else { return nil }
    return reading.request(area.text, in: context)
  }

  /// Takes in the customer's file as it is now, and judges the draft in its light.
  mutating func take(_ file: CustomerFile, settings: InboxSettings) {
    self.file = file
    if language == nil, let review = currentReview {
      language = review.language ?? settings.wording.check(review.complaint).language
    }
    check(settings)
  }

  mutating func open(_ draft: Draft) {
    self.draft = draft
    savedRevision = draft.revision
    savedAt = draft.changedAt
    area = TextArea(draft.text, cursor: draft.cursor)
  }

  /// Notes a change of the text; the draft that must go to disk now.
  mutating func textChanged(_ settings: InboxSettings, at now: Instant) -> Draft {
    var next =
      draft
      ?? Draft(
        id: DraftID("\(review.number)-\(now.milliseconds)-\(settings.agent)"), review: review,
        customer: customer, changedAt: now)
    next.text = area.text
    next.cursor = area.cursor
    next.revision += 1
    next.changedAt = now
    draft = next
    check(settings)
    return next
  }

  mutating func layOut(in rect: Rect) {
    area.resize(to: Size(rows: rect.rows, columns: max(1, rect.columns - 2)))
  }
}
