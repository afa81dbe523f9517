import CTerminal
import Screen

/// What came in one go behind the end of a paste.
///
/// Not every terminal takes the end mark out of what it pastes: a text with such a mark inside
/// would go on as keys, that is, as commands. A second end mark tells that it was still the paste.
private struct AfterPaste {
  var text: [UInt8]
  /// How much was complete before the paste.
  var inputCount: Int
}

/// Makes key presses, clicks and answers of what a terminal sends, as a value that tests can feed.
struct KeyDecoder {
  /// What is complete.
  private(set) var inputs: [Input] = []
  private var escape = Escape.none
  /// The text of a sequence that may be an answer.
  private var answer = TerminalAnswer()
  /// Whether the terminal has said what it is, which was asked last: no other answer is to come.
  private(set) var isAnswered = false
  /// Whether the sequence that has begun may say so.
  private var isOfDevice = false
  private var mouse: MouseReport?
  /// Whether reports of the mouse count; where nobody asked for them they are read away.
  private let takesMouse: Bool
  private var letter: [UInt8] = []
  private var paste: [UInt8]?
  private var afterPaste: AfterPaste?

  init(takesMouse: Bool = false) { self.takesMouse = takesMouse }

  /// Whether the end of a paste is still to come.
  var isPasting: Bool { paste != nil }

  /// Whether a sequence, or an escape that may begin one, has come in part.
  var isWithinSequence: Bool {
    if case .none = escape { return false }
    return true
  }

  mutating func take(_ event: ct_event) {
    switch ct_event_kind(UInt32(event.kind)) {
    case CT_PASTE_BEGIN: beginPaste()
    case CT_PASTE_END: endPaste()
    case CT_BYTE where isPasting: paste?.append(UInt8(truncatingIfNeeded: event.code))
    case CT_BYTE:
      afterPaste?.text.append(UInt8(truncatingIfNeeded: event.code))
      takeByte(UInt8(truncatingIfNeeded: event.code))
    case CT_KEY where !isPasting: if !isOfMouse(event) { takeKey(event) }
    case CT_MOUSE where !isPasting: mouse = MouseReport(event.code == 0 ? .digits : .threeBytes)
    default: break
    }
  }

  /// Nothing more has come for now: an escape that waited for a letter is the key itself.
  mutating func endOfInput() {
    switch escape {
    case .key where letter.isEmpty: emit(.escape)
    case .introduced(let byte):
      escape = .key
      emit(.character(Character(Unicode.Scalar(byte))))
    case .control, .shift, .text, .ending: escape = .none
    case .key, .none: break
    }
    afterPaste = nil
  }

  /// Gives out what was pasted, also when its end was lost.
  mutating func endPaste() {
    guard let text = paste ?? afterPaste?.text else { return }
    if paste == nil, let afterPaste { inputs.removeLast(inputs.count - afterPaste.inputCount) }
    paste = nil
    escape = .none
    mouse = nil
    letter = []
    afterPaste = AfterPaste(text: text, inputCount: inputs.count)
    inputs.append(.key(.paste(String(decoding: text, as: UTF8.self))))
  }

  /// What is complete; nothing is afterwards.
  mutating func takeInputs() -> [Input] {
    defer { inputs = [] }
    afterPaste = nil
    return inputs
  }

  private mutating func beginPaste() {
    endOfInput()
    letter = []
    if paste == nil { paste = [] }
  }

  /// A key; alt when an escape came just before it.
  private mutating func emit(_ key: KeyPress.Key, _ modifiers: KeyPress.Modifiers = []) {
    let isAlt = if case .key = escape { key != .escape } else { false }
    escape = .none
    letter = []
    inputs.append(.key(KeyPress(key, isAlt ? modifiers.union(.alt) : modifiers)))
  }

  /// Whether a byte belongs to a report of the mouse; such come whole, be it in several portions.
  private mutating func isOfMouse(_ byte: UInt8) -> Bool {
    guard let step = mouse?.take(byte) else { return false }
    if step != .more { mouse = nil }
    if case .whole(let press?) = step, takesMouse { inputs.append(.mouse(press)) }
    return step != .broken
  }

  /// Whether a key is the byte of a report: column and row 95 are told by the byte that backspace is, too.
  private mutating func isOfMouse(_ event: ct_event) -> Bool {
    if event.code == CT_BACKSPACE.rawValue, isOfMouse(0x7F) { return true }
    mouse = nil
    return false
  }

  /// Whether a byte belongs to a sequence that no key has; the terminal's answer is one of these.
  private mutating func isOfSequence(_ byte: UInt8) -> Bool {
    let before = escape
    if case .introduced = escape { isOfDevice = byte == UInt8(ascii: "?") }
    guard escape.skips(byte) else { return false }
    if escape.isText {
      if !before.isText { answer = TerminalAnswer() }
      answer.take(byte)
    } else if !isWithinSequence {
      if before.mayEndText { noteAnswer() }
      if isOfDevice, byte == UInt8(ascii: "c") { isAnswered = true }
    }
    return true
  }

  private mutating func noteAnswer() {
    if let background = answer.background { inputs.append(.background(background)) }
  }

  private mutating func takeByte(_ byte: UInt8) {
    if isOfMouse(byte) || letter.isEmpty && isOfSequence(byte) { return }
    guard letter.isEmpty, byte < 0x80 else { return takeLetterByte(byte) }
    switch byte {
    case 0x1B:
      if case .key = escape { emit(.escape) }
      escape = .key
    case 0x00: emit(.character(" "), .control)
    case 0x08, 0x7F: emit(.backspace)
    case 0x09: emit(.tab)
    case 0x0D: emit(.enter)
    case 0x01..<0x20:
      emit(.character(Character(Unicode.Scalar(byte + 0x40))), .control)
    default: emit(.character(Character(Unicode.Scalar(byte))))
    }
  }

  /// Collects the bytes of a character; what is no UTF-8 is dropped.
  private mutating func takeLetterByte(_ byte: UInt8) {
    if byte < 0x80 {
      letter = []
      return takeByte(byte)
    }
    if byte >= 0xC0 { letter = [] }
    letter.append(byte)
    guard let length = Self.length(letter[0]) else {
      letter = []
      return
    }
    guard letter.count == length else { return }
    if let text = String(validating: letter, as: UTF8.self), let character = text.first,
      !(0x80..<0xA0).contains(text.unicodeScalars.first?.value ?? 0)
    {
      emit(.character(character))
    }
    letter = []
  }

  private static func length(_ lead: UInt8) -> Int? {
    switch lead {
    case 0xC2..<0xE0: 2
    case 0xE0..<0xF0: 3
    case 0xF0..<0xF5: 4
    default: nil
    }
  }

  private mutating func takeKey(_ event: ct_event) {
    guard let key = Self.key(event.code) else { return }
    emit(key, KeyPress.Modifiers(rawValue: UInt8(truncatingIfNeeded: event.modifiers)))
  }

  private static func key(_ code: UInt32) -> KeyPress.Key? {
    switch ct_key(code) {
    case CT_UP: .up
    case CT_DOWN: .down
    case CT_LEFT: .left
    case CT_RIGHT: .right
    case CT_HOME: .home
    case CT_END: .end
    case CT_PAGE_UP: .pageUp
    case CT_PAGE_DOWN: .pageDown
    case CT_INSERT: .insert
    case CT_DELETE: .delete
    case CT_BACKSPACE: .backspace
    case CT_TAB: .tab
    case CT_ENTER: .enter
    default: functionKey(code)
    }
  }

  private static func functionKey(_ code: UInt32) -> KeyPress.Key? {
    let number = Int(code) - Int(CT_FUNCTION.rawValue)
    return (1...12).contains(number) ? .function(number) : nil
  }
}
