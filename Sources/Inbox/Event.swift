public import AmendsPolicy
public import Ledger
public import Screen

/// What comes into the circle: keys, sizes, time, and the answers of effects.
public enum Event: Sendable {
  /// A key was pressed, or text was pasted.
  case key(KeyPress)
  /// The mouse was clicked, or its wheel turned.
  case mouse(MousePress)
  /// The terminal has told its own background.
  case background(isLight: Bool)
  /// The terminal has another size.
  case resized(Size)
  /// The time came at which the picture changes by itself.
  case ticked
  /// The desk was changed by somebody else.
  case deskChanged
  /// An effect has answered.
  case answered(Answer)
}

/// What came of asking the second reader.
public enum ReadingAnswer: Equatable, Sendable {
  /// It has read.
  case opinion(SecondOpinion)
  /// The rules judge alone; the words say why, and what to do about it, or are empty where a person has chosen so.
  case rulesAlone(String)
}

/// What an effect answers.
public enum Answer: Sendable {
  /// A page of the list.
  case page(PageRequest, ReviewPage)
  /// The header's figures.
  case counts(DeskCounts)
  /// How many reviews the views hold, counted no further than a thousand where no counter tells.
  case viewCounts([ReviewFilter: Int])
  /// A customer's file; `nil` when there is no such customer any more.
  case customer(CustomerID, CustomerFile?)
  /// The file of a customer and the draft of one review.
  case draft(ReviewID, CustomerFile, Draft?)
  /// The file of the customer of a review that is to be reported, and reviews by others that say the same.
  case evidence(ReviewID, CustomerFile, sameTexts: [Review])
  /// The drafts that are open.
  case openDrafts([Draft])
  /// What helps to judge reviews.
  case guide(CaseGuide)
  /// What the second reader makes of the draft of a request.
  case read(ReadingRequest, ReadingAnswer)
  /// A draft is on disk up to a revision.
  case saved(DraftID, revision: Int, at: Instant)
  /// A draft cannot be put on disk, and is kept in memory until it can; and in a file elsewhere, where there
  /// is one.
  case notKept(DraftID, StorageTrouble, copy: String?)
  /// A draft was put away.
  case discarded(DraftID)
  /// A reply is in the outbox.
  case enqueued(OutboxItem)
  /// A reply cannot be queued, with the reason.
  case notEnqueued(OutboxItem, reason: String)
  /// The outbox.
  case outbox(OutboxContents)
  /// A reply is a draft again.
  case recalled(OutboxID)
  /// The permit is open: the person may send this text now.
  case handedOver(OutboxItem)
  /// Something was done; the line says what, and the effect would undo it.
  case done(String, undo: Effect?)
  /// Something came about that no effect asked for, or that nothing can undo; whether it is what was wanted.
  case told(String, isGood: Bool)
  /// Something went wrong; the line says what to do next.
  case failed(String)
  /// How far a long piece of work has come.
  case progress(String)
  /// A file was imported.
  case imported(String)
  /// A sales file has no dates: a period must be asked for.
  case periodNeeded(path: String)
  /// The themes to choose from.
  case themes([ThemeOption])
  /// The editor has given a text back; `nil` when it failed and the old text stays.
  case edited(DraftID, String?)
}
