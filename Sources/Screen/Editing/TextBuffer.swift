/// A text being edited: its characters, the cursor, a selection, and what can be undone.
///
/// Places are bytes of the UTF-8 text and always lie between characters.
struct TextBuffer: Hashable, Sendable {
  private(set) var text: String
  private(set) var cursor: Int
  /// The other end of the selection.
  var anchor: Int?
  /// Whether moves select without shift.
  var isMarking = false
  /// What was cut or copied last.
  var clipboard = ""
  private(set) var history = EditHistory()

  init(_ text: String, cursor: Int? = nil) {
    self.text = text
    self.text.makeContiguousUTF8()
    self.cursor = 0
    self.cursor = boundary(cursor ?? text.utf8.count)
  }

  var count: Int { text.utf8.count }

  var selection: Range<Int>? {
    guard let anchor, anchor != cursor else { return nil }
    return min(anchor, cursor)..<max(anchor, cursor)
  }

  func index(_ offset: Int) -> String.Index {
    text.utf8.index(text.startIndex, offsetBy: min(max(0, offset), count))
  }

  func string(in range: Range<Int>) -> String {
    String(text[index(range.lowerBound)..<index(range.upperBound)])
  }

  /// Moves the cursor; the selection grows along or ends.
  mutating func move(to offset: Int, selecting: Bool = false) {
    if selecting { anchor = anchor ?? cursor } else { endSelection() }
    cursor = boundary(offset)
    history.closeGroup()
  }

  /// Puts a text in the place of a range, and the cursor behind it.
  mutating func replace(_ range: Range<Int>, with new: String, as kind: EditHistory.Kind) {
    let range = boundary(range.lowerBound)..<boundary(range.upperBound)
    let old = string(in: range)
    guard !old.utf8.elementsEqual(new.utf8) else {
      return move(to: range.upperBound)
    }
    history.note(Edit(offset: range.lowerBound, removed: old, inserted: new, cursor: cursor), kind)
    change(range, new)
    cursor = boundary(range.lowerBound + new.utf8.count, upwards: true)
    endSelection()
  }

  mutating func undo() -> Bool {
    guard let edit = history.takeBack() else { return false }
    change(edit.offset..<edit.offset + edit.inserted.utf8.count, edit.removed)
    cursor = boundary(edit.cursor)
    endSelection()
    return true
  }

  mutating func redo() -> Bool {
    guard let edit = history.doAgain() else { return false }
    change(edit.offset..<edit.offset + edit.removed.utf8.count, edit.inserted)
    cursor = boundary(edit.offset + edit.inserted.utf8.count, upwards: true)
    endSelection()
    return true
  }

  private mutating func endSelection() {
    anchor = nil
    isMarking = false
  }

  private mutating func change(_ range: Range<Int>, _ new: String) {
    text.replaceSubrange(index(range.lowerBound)..<index(range.upperBound), with: new)
    text.makeContiguousUTF8()
  }
}
