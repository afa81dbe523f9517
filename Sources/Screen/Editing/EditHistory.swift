/// A change of a text that can be undone.
struct Edit: Hashable, Sendable {
  var offset: Int
  var removed: String
  var inserted: String
  /// Where the cursor stood before.
  var cursor: Int
}

/// What was changed, in groups that a person thinks of as one.
struct EditHistory: Hashable, Sendable {
  /// Changes of one kind in one place grow together.
  enum Kind: Hashable, Sendable {
    /// Typing within a word.
    case typing
    case erasing
    /// Never grows together with another.
    case single
  }

  /// Older changes are forgotten.
  private static let limit = 1000

  private var done: [Edit] = []
  private var undone: [Edit] = []
  private var openKind: Kind?

  mutating func closeGroup() {
    openKind = nil
  }

  mutating func note(_ edit: Edit, _ kind: Kind) {
    undone = []
    if kind == openKind, kind != .single, let last = done.last,
      let merged = Self.merge(last, edit)
    {
      done[done.count - 1] = merged
    } else {
      done.append(edit)
      if done.count > Self.limit { done.removeFirst() }
    }
    openKind = kind
  }

  mutating func takeBack() -> Edit? {
    openKind = nil
    guard let edit = done.popLast() else { return nil }
    undone.append(edit)
    return edit
  }

  mutating func doAgain() -> Edit? {
    openKind = nil
    guard let edit = undone.popLast() else { return nil }
    done.append(edit)
    return edit
  }

  /// Two changes side by side as one; `nil` where they are not.
  private static func merge(_ first: Edit, _ second: Edit) -> Edit? {
    var merged = first
    if first.removed.isEmpty, second.removed.isEmpty {
      guard second.offset == first.offset + first.inserted.utf8.count else { return nil }
      if first.inserted.last?.isWhitespace == true, second.inserted.first?.isWhitespace == false {
        return nil
      }
      merged.inserted += second.inserted
    } else if first.inserted.isEmpty, second.inserted.isEmpty {
      if second.offset + second.removed.utf8.count == first.offset {
        merged.offset = second.offset
        merged.removed = second.removed + first.removed
      } else if second.offset == first.offset {
        merged.removed += second.removed
      } else {
        return nil
      }
    } else {
      return nil
    }
    return merged
  }
}
