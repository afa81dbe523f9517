import CTerminal
import Glibc
public import Screen

/// The terminal of this process: one owner, on one thread; given back when the value ends.
public struct Terminal: ~Copyable {
  /// How many rows and columns there are.
  public private(set) var size: Size
  /// How many colours it shows.
  public let depth: ColorDepth
  /// Whether signs beyond ASCII can be shown.
  public let showsUnicode: Bool
  /// What a person may want to know about how it was opened.
  public let notes: [String]
  let takesCommands: Bool
  private let takesTitle: Bool
  let patience: Duration
  var painter: Painter
  var decoder: KeyDecoder
  var errors: ErrorRedirection
  /// Signals that came while another program had the terminal.
  var pendingSignals: [Int32] = []
  /// Until when an answer to the question for the background may come; `nil` where none is to come.
  var answerWait: Patience?
  /// Until when more of a paste may come; `nil` where none has begun.
  var pasteWait: Patience?

  /// Takes the terminal of standard input and output.
  ///
  /// - Throws: ``TerminalError`` when there is none, or it cannot show a screen.
  public init(_ options: TerminalOptions = TerminalOptions()) throws(TerminalError) {
    var facts = ct_facts()
    var wishes = ct_wishes(options)
    let result = ct_open(&wishes, &facts)
    if let error = TerminalError(result) { throw error }
    depth = min(options.maximumDepth, ColorDepth(colors: Int(facts.colors)))
    showsUnicode = facts.has_unicode != 0
    takesCommands = facts.has_commands != 0
    takesTitle = facts.has_title != 0
    patience = options.patience
    notes = facts.is_fallback == 0 ? [] : [Self.fallbackNote]
    decoder = KeyDecoder(takesMouse: options.hasMouse)
    painter = Painter(depth: depth, pairs: Int(facts.pairs))
    errors = ErrorRedirection(to: options.errorLog)
    size = Size(rows: 0, columns: 0)
    syncSize()
    if options.asksBackground, takesTitle {
      send(TerminalAnswer.question)
      answerWait = Patience(patience, since: .now)
    }
  }

  deinit {
    if answerWait != nil { Self.dropAnswer() }
    ct_close()
    var errors = errors
    errors.restore()
  }

  /// The terminfo entry by which this terminal shows any colour, where `COLORTERM` promises that and there
  /// is one; `nil` elsewhere.
  public static var directEntry: String? { ct_direct_entry().map { String(cString: $0) } }

  static var name: String { getenv("TERM").map { String(cString: $0) } ?? "" }

  private static var fallbackNote: String {
    "the terminal “\(SafeText(name))” is not in terminfo here: treated as xterm-256color"
  }

  /// Shows a frame: paints the cells that changed since the last one.
  public mutating func draw(_ frame: Frame) {
    painter.paint(frame)
    if takesTitle, let title = painter.newTitle(of: frame) { send("\u{1B}]2;\(title)\u{7}") }
  }

  /// Paints everything at the next ``draw(_:)``, whatever was shown.
  public mutating func forgetPicture() {
    painter.forget()
  }

  /// Stops the process group until the shell lets it go on; draw again afterwards.
  public mutating func suspend() {
    errors.restore()
    ct_stop()
    errors.redirect()
    painter.forgetTitle()
    syncSize()
  }

  /// Takes over the size of the terminal as it is now.
  mutating func syncSize() {
    var rows: Int32 = 0
    var columns: Int32 = 0
    ct_sync_size(&rows, &columns)
    size = Size(rows: Int(rows), columns: Int(columns))
    painter.forget()
  }

  func send(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { ct_write($0.baseAddress, $0.count) }
    }
  }
}

extension ct_wishes {
  fileprivate init(_ options: TerminalOptions) {
    self.init(
      color: options.maximumDepth > .mono ? 1 : 0,
      direct: options.maximumDepth == .trueColor ? 1 : 0, title: options.hasTitle ? 1 : 0,
      mouse: options.hasMouse ? 1 : 0)
  }
}

extension TerminalError {
  fileprivate init?(_ result: ct_opening) {
    switch result {
    case CT_OPENED: return nil
    case CT_NOT_A_TERMINAL: self = .notATerminal
    case CT_UNKNOWN_TERMINAL: self = .unknownTerminal(Terminal.name)
    case CT_NO_CURSOR: self = .cannotMoveCursor(Terminal.name)
    default: self = .noDescriptors
    }
  }
}
