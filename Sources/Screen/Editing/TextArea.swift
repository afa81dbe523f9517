/// An editor of several lines as a value: text, cursor, selection, undo, and soft wrapping to a
/// width.
///
/// Places are bytes of the UTF-8 text; they are moved to the border of the character that they fall
/// in. Everything typed, pasted or set is cleaned so that it can go into a mail: line breaks become
/// `\n`, tabs four spaces, and control characters, bidi controls and invisible breaks go away.
public struct TextArea: Hashable, Sendable {
  var buffer: TextBuffer
  /// The room that it is shown in; see ``resize(to:)``.
  public private(set) var size = Size(rows: 24, columns: 80)
  private(set) var rows: [Wrap.Row]
  /// The column that moving up and down aims for.
  private var goal: Int?

  /// An editor of a text, with the cursor at its end or at a byte.
  public init(_ text: String = "", cursor: Int? = nil) {
    buffer = TextBuffer(DraftText.clean(text), cursor: cursor)
    rows = []
    layOut()
  }

  /// The text.
  public var text: String { buffer.text }
  /// Where the cursor is, in bytes of the text.
  public var cursor: Int { buffer.cursor }
  /// The selected bytes; `nil` where nothing is selected.
  public var selection: Range<Int>? { buffer.selection }
  /// The selected text.
  public var selectedText: String? { selection.map(buffer.string(in:)) }
  /// What was cut or copied last.
  public var clipboard: String {
    get { buffer.clipboard }
    set { buffer.clipboard = DraftText.clean(newValue) }
  }

  /// Tells the room that it is shown in, which wrapping and paging go by.
  public mutating func resize(to size: Size) {
    guard size != self.size else { return }
    let isWider = size.columns != self.size.columns
    self.size = size
    if isWider { layOut() }
  }

  /// Does what a key means to an editor: the keys of desktops, and those of readline.
  public mutating func press(_ key: KeyPress) -> EditOutcome {
    guard var command = EditCommand(key) else { return .ignored }
    if case .insert(let raw) = command { command = .insert(DraftText.clean(raw)) }
    return perform(command)
  }

  /// Moves the cursor to a byte; a selection ends.
  public mutating func moveCursor(to offset: Int) {
    buffer.move(to: offset)
    goal = nil
  }

  /// Selects a range of bytes, with the cursor at its end.
  public mutating func select(_ range: Range<Int>) {
    buffer.move(to: range.lowerBound)
    buffer.move(to: range.upperBound, selecting: true)
    goal = nil
  }

  /// Puts a text in the place of a range of bytes; one step for undo.
  public mutating func replace(_ range: Range<Int>, with text: String) {
    edit { $0.replace(range, with: DraftText.clean(text), as: .single) }
  }

  /// Puts another text in the place of all; one step for undo.
  public mutating func replaceAll(with text: String) {
    replace(0..<buffer.count, with: text)
  }

  /// Takes the last change back.
  ///
  /// - Returns: Whether there was one.
  @discardableResult
  public mutating func undo() -> Bool { perform(.undo) == .changed }

  /// Does what was taken back again.
  ///
  /// - Returns: Whether there was something.
  @discardableResult
  public mutating func redo() -> Bool { perform(.redo) == .changed }

  private mutating func perform(_ command: EditCommand) -> EditOutcome {
    var column = goal
    if case .move(let motion, _) = command, motion.isVertical {
      column = column ?? place(of: cursor).column
    } else {
      column = nil
    }
    let area = self
    let outcome = buffer.perform(command) { area.target(of: $0, goal: column) }
    if outcome == .changed { layOut() }
    goal = column
    return outcome
  }

  private mutating func edit(_ change: (inout TextBuffer) -> Void) {
    change(&buffer)
    goal = nil
    layOut()
  }

  private mutating func layOut() {
    rows = Wrap.rows(of: buffer.text, columns: size.columns)
  }
}

extension Motion {
  fileprivate var isVertical: Bool {
    switch self {
    case .up, .down, .pageUp, .pageDown: true
    default: false
    }
  }
}
