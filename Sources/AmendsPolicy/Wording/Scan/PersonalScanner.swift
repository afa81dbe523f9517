/// Finds what only the shop knows of a customer in a reply that everybody reads.
enum PersonalScanner {
  /// Order numbers, and what the context says is personal.
  static func scan(_ draft: AnalysedDraft) -> [Range<Int>] {
    guard draft.context.channel == .publicReply else { return [] }
    let known = draft.context.personal + (draft.context.order.map { [$0] } ?? [])
    return OrderNumberScanner.scan(draft.text) + known.flatMap { draft.text.places(of: $0) }
  }
}
