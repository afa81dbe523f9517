extension TextBuffer {
  /// Does what a key says; `target` tells where a motion goes, as rows as shown are not known here.
  mutating func perform(_ command: EditCommand, target: (Motion) -> Int) -> EditOutcome {
    switch command {
    case .insert(let new): return insert(new)
    case .newline: return insert("\n")
    case .move(let motion, let selecting): return go(target(motion), selecting: selecting)
    case .erase(let motion): return erase(to: target(motion))
    case .kill(let motion):
      let place = target(motion)
      return kill(to: motion == .lineEnd && place == cursor ? after(cursor) : place)
    case .startSelection: return startSelection()
    case .selectAll: return selectAll()
    case .cut: return copySelection() ? replaceSelection(with: "") : .ignored
    case .copy: return copySelection() ? .moved : .ignored
    case .paste: return clipboard.isEmpty ? .ignored : replaceSelection(with: clipboard)
    case .undo: return undo() ? .changed : .ignored
    case .redo: return redo() ? .changed : .ignored
    }
  }

  /// The places that need no rows: a text without soft wrapping.
  func place(of motion: Motion) -> Int {
    switch motion {
    case .left: before(cursor)
    case .right: after(cursor)
    case .wordLeft: wordStart(before: cursor)
    case .wordRight: wordEnd(after: cursor)
    case .rowStart, .lineStart: lineStart(cursor)
    case .rowEnd, .lineEnd: lineEnd(cursor)
    case .textStart, .up, .pageUp: 0
    case .textEnd, .down, .pageDown: count
    }
  }

  private mutating func insert(_ new: String) -> EditOutcome {
    guard !new.isEmpty else { return .ignored }
    let isTyped = new.count == 1 && new != "\n" && selection == nil
    replace(selection ?? cursor..<cursor, with: new, as: isTyped ? .typing : .single)
    return .changed
  }

  private mutating func go(_ place: Int, selecting: Bool) -> EditOutcome {
    guard place != cursor || anchor != nil else { return .ignored }
    move(to: place, selecting: selecting || isMarking)
    return .moved
  }

  /// Moves select from here on, until something is changed or the key comes again.
  private mutating func startSelection() -> EditOutcome {
    isMarking.toggle()
    anchor = isMarking ? cursor : nil
    return .moved
  }

  private mutating func erase(to place: Int) -> EditOutcome {
    if selection != nil { return replaceSelection(with: "") }
    guard place != cursor else { return .ignored }
    replace(min(place, cursor)..<max(place, cursor), with: "", as: .erasing)
    return .changed
  }

  private mutating func selectAll() -> EditOutcome {
    move(to: 0)
    move(to: count, selecting: true)
    return .moved
  }

  private mutating func kill(to place: Int) -> EditOutcome {
    if copySelection() { return replaceSelection(with: "") }
    guard place != cursor else { return .ignored }
    let range = min(place, cursor)..<max(place, cursor)
    clipboard = string(in: range)
    replace(range, with: "", as: .single)
    return .changed
  }

  private mutating func copySelection() -> Bool {
    guard let selection else { return false }
    clipboard = string(in: selection)
    return true
  }

  private mutating func replaceSelection(with new: String) -> EditOutcome {
    replace(selection ?? cursor..<cursor, with: new, as: .single)
    return .changed
  }
}
