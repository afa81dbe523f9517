/// An example's draft, in which the words to underline stand between ⟦ and ⟧.
struct MarkedDraft {
  /// The draft without the marks.
  let text: String
  /// The marked bytes of it.
  let ranges: [Range<Int>]

  /// Takes the marks out; nil where they do not pair up.
  init?(_ marked: String) {
    var text = ""
    var ranges: [Range<Int>] = []
    var start: Int?
    for character in marked {
      switch character {
      case "⟦":
        guard start == nil else { return nil }
        start = text.utf8.count
      case "⟧":
        guard let from = start else { return nil }
        ranges.append(from..<text.utf8.count)
        start = nil
      default: text.append(character)
      }
    }
    guard start == nil else { return nil }
    self.text = text
    self.ranges = ranges
  }
}
