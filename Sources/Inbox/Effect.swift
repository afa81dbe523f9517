public import AmendsPolicy
public import Ledger

/// Something that must happen outside the circle of keys and pictures; its answer comes back as an event.
public enum Effect: Hashable, Sendable {
  /// Read a page of the list.
  case loadPage(PageRequest)
  /// Read the header's figures.
  case loadCounts
  /// Count what the filters of the views find.
  case countViews([ReviewFilter], cap: Int)
  /// Read one customer's whole file.
  case loadCustomer(CustomerID)
  /// Read the draft of a review with the file of its customer, to compose.
  case loadDraft(ReviewID, CustomerID)
  /// Read the drafts that are open, to offer them again.
  case loadOpenDrafts
  /// Read the guide: what helps to judge reviews, which is large.
  case loadGuide
  /// Read what is known of a review that is to be reported: its customer's file, and who wrote the same.
  case loadEvidence(ReviewID, CustomerID)
  /// Have the second reader read a draft.
  case read(ReadingRequest)
  /// Put a draft on disk.
  case saveDraft(Draft)
  /// Put a draft away.
  case discardDraft(DraftID)
  /// Put a reply into the outbox.
  case enqueue(OutboxItem)
  /// Read the outbox, with what has ended since an instant.
  case loadOutbox(since: Instant)
  /// Take a reply back into its draft.
  case recall(OutboxID)
  /// Hold a reply.
  case hold(OutboxID)
  /// Let a held reply go on.
  case resume(OutboxID)
  /// Let a reply leave now, as far as the limits allow it.
  case sendNow(OutboxID)
  /// Let every reply leave that is due.
  case sendAllDue
  /// Look what became of an uncertain reply.
  case lookUp(OutboxID)
  /// Open the permit of a reply that a person sends by hand, and show its text.
  case handOver(OutboxID)
  /// A person says whether a reply that was handed over, or is uncertain, was sent.
  case resolve(OutboxID, wasSent: Bool)
  /// Stop sending until somebody allows it again.
  case stopSending(TypedReason)
  /// Allow sending again, whatever it was frozen for.
  case allowSending(TypedReason)
  /// Something happened to the work on reviews.
  case apply(ReviewEvent, [ReviewID])
  /// Put work back where it stood.
  case restore([ReviewID: ReviewState])
  /// Set the cause of reviews, each its own, so that undoing is the same effect.
  case setCauses([ReviewID: Cause?])
  /// Snooze reviews, each until its own time, or wake them, so that undoing is the same effect.
  ///
  /// Of those that are given as `known`, only where that is still the snooze: what was changed meanwhile stays.
  case setSnoozes([ReviewID: Snooze?], known: [ReviewID: Snooze?] = [:])
  /// Note that the marketplace does not show reviews any more.
  case markRemoved([ReviewID])
  /// Note that it shows them after all.
  case markShown([ReviewID])
  /// Record a fact about a person.
  case record(ContactRecord)
  /// Write a note about a person.
  case note(CustomerID, String)
  /// Take a fact or a note back.
  case retract(EventID)
  /// Make two customers one.
  case merge(CustomerKey, into: CustomerID)
  /// Import a file; the period belongs to sales files without dates.
  case importFile(path: String, period: ClosedRange<CivilDate>?)
  /// Copy a text to the clipboard.
  case copy(String, what: String)
  /// Edit a draft in the person's own editor.
  case edit(Draft)
  /// Read the themes that there are.
  case loadThemes
  /// Keep a theme for later runs, where that can be done safely.
  case keepTheme(String)
  /// Tell the person something, though they look elsewhere.
  case notify(Notice)
  /// Ring the bell.
  case bell
  /// Stop and go back to the shell.
  case suspend
  /// Paint everything again.
  case redraw
  /// Leave.
  case quit
}

/// A draft that the second reader is to read.
public struct ReadingRequest: Hashable, Sendable {
  /// Tells answers to older requests apart; a later one makes those before it needless.
  public var number: Int
  /// The draft.
  public var text: String
  /// The case.
  public var context: DraftContext

  /// A request for a reading.
  public init(number: Int, text: String, context: DraftContext) {
    self.number = number
    self.text = text
    self.context = context
  }
}

/// Which page of which list is wanted.
public struct PageRequest: Hashable, Sendable {
  /// What the list holds.
  public var filter: ReviewFilter
  /// In which order.
  public var order: ReviewOrder
  /// From where on.
  public var start: PageStart
  /// How many rows at most.
  public var limit: Int
  /// Tells answers to older requests apart.
  public var generation: Int

  /// A request for a page.
  public init(
    filter: ReviewFilter,
    order: ReviewOrder,
    start: PageStart,
    limit: Int,
    generation: Int
  ) {
    self.filter = filter
    self.order = order
    self.start = start
    self.limit = limit
    self.generation = generation
  }
}
