/// Where a key goes in a text.
enum Motion: Hashable, Sendable {
  case left
  case right
  case wordLeft
  case wordRight
  case up
  case down
  case pageUp
  case pageDown
  /// The ends of the row as it is shown.
  case rowStart
  case rowEnd
  /// The ends of the line as it was typed.
  case lineStart
  case lineEnd
  case textStart
  case textEnd
}

/// What a key does in an editor.
enum EditCommand: Hashable, Sendable {
  case insert(String)
  case newline
  case move(Motion, selecting: Bool)
  /// Deletes the selection, or from the cursor to where the motion goes.
  case erase(Motion)
  /// Deletes from the cursor to where the motion goes, and keeps it for pasting.
  case kill(Motion)
  case startSelection
  case selectAll
  case cut
  case copy
  case paste
  case undo
  case redo
}

/// The keys of editors: those of desktops, and those of readline.
extension EditCommand {
  /// The command of a key; `nil` when an editor has no use for it.
  init?(_ key: KeyPress) {
    if let typed = key.typed {
      self = .insert(String(typed))
    } else if case .paste(let text) = key.key {
      self = .insert(text)
    } else if let motion = Self.motion(of: key) {
      self = .move(motion, selecting: key.modifiers.contains(.shift))
    } else if let command = Self.table[key] {
      self = command
    } else {
      return nil
    }
  }

  private static func motion(of key: KeyPress) -> Motion? {
    let isLeap = key.modifiers.contains(.control) || key.modifiers.contains(.alt)
    switch key.key {
    case .left: return isLeap ? .wordLeft : .left
    case .right: return isLeap ? .wordRight : .right
    case .up: return isLeap ? .lineStart : .up
    case .down: return isLeap ? .lineEnd : .down
    case .home: return isLeap ? .textStart : .rowStart
    case .end: return isLeap ? .textEnd : .rowEnd
    case .pageUp: return .pageUp
    case .pageDown: return .pageDown
    default: return letterMotions[key]
    }
  }

  private static let letterMotions: [KeyPress: Motion] = [
    .control("a"): .rowStart, .control("e"): .rowEnd, .control("b"): .left,
    .control("f"): .right, .control("p"): .up, .control("n"): .down,
    .alt("b"): .wordLeft, .alt("f"): .wordRight, .alt("<"): .textStart, .alt(">"): .textEnd,
  ]

  private static let table: [KeyPress: EditCommand] = [
    .enter: .newline, .control("j"): .newline, KeyPress(.enter, .alt): .newline,
    .backspace: .erase(.left), .control("h"): .erase(.left),
    KeyPress(.backspace, .shift): .erase(.left),
    .delete: .erase(.right), .control("d"): .erase(.right),
    KeyPress(.backspace, .alt): .kill(.wordLeft), .control("w"): .kill(.wordLeft),
    KeyPress(.backspace, .control): .kill(.wordLeft),
    KeyPress(.delete, .control): .kill(.wordRight), .alt("d"): .kill(.wordRight),
    KeyPress(.delete, .alt): .kill(.wordRight),
    .control("k"): .kill(.lineEnd), .control("u"): .kill(.lineStart),
    KeyPress(" ", .control): .startSelection, .alt("a"): .selectAll,
    .control("x"): .cut, KeyPress(.delete, .shift): .cut, .control("c"): .copy,
    .alt("w"): .copy, KeyPress(.insert, .control): .copy,
    .control("v"): .paste, .control("y"): .paste, KeyPress(.insert, .shift): .paste,
    .control("z"): .undo, .control("_"): .undo, .alt("z"): .redo, .alt("_"): .redo,
  ]
}
