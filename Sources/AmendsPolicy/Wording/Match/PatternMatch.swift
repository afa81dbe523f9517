/// A pattern's slots, filled with mentions.
struct PatternMatch {
  /// The most slots that a pattern may have.
  static let mostSlots = 6

  /// The mentions by slot, as indices.
  private var slots = InlineArray<6, Int32>(repeating: -1)
  /// How many slots are filled.
  private(set) var count = 0
  /// The first and last token.
  private(set) var first: Int32
  private(set) var last: Int32

  /// A match whose first slot is filled.
  init(_ index: Int, _ mention: Mention) {
    first = mention.first
    last = mention.last
    append(index, mention)
  }

  /// The mention in a slot, as an index.
  subscript(slot: Int) -> Int { Int(slots[slot]) }

  /// Fills the next slot.
  mutating func append(_ index: Int, _ mention: Mention) {
    slots[count] = Int32(truncatingIfNeeded: index)
    count += 1
    first = min(first, mention.first)
    last = max(last, mention.last)
  }
}
