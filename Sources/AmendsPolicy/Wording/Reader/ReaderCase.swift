/// What a second reader is given of a draft: its plain text, and the case in a line.
public struct ReaderCase: Equatable, Sendable {
  /// The draft.
  public var draft: PlainDraft
  /// The kind of item, the stars, what the customer asked for, and the complaint.
  public var context: String

  /// A longer complaint is cut here, in characters: what it is about stands at its beginning.
  private static let longestComplaint = 300

  init(_ draft: PlainDraft, _ context: DraftContext) {
    self.draft = draft
    self.context = Self.line(context)
  }

  /// The case behind other messages.
  func behind(_ messages: [PlainDraft]) -> ReaderCase {
    var joined = self
    joined.draft = PlainDraft.joined(messages + [draft])
    return joined
  }

  private static func line(_ context: DraftContext) -> String {
    var facts = [context.kind == .sellerFeedback ? "seller feedback" : "product review"]
    if let rating = context.rating { facts.append("\(rating) stars") }
    if context.askedForRefund { facts.append("refund asked") }
    if context.issueResolved { facts.append("settled") }
    return facts.joined(separator: ", ") + ": " + context.complaint.prefix(longestComplaint)
  }
}
