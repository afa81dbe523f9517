public import AmendsPolicy
import Ledger
public import Screen

extension Inbox {
  /// Draws the inbox as it is, in a size, at an instant; changes nothing.
  ///
  /// - Parameters:
  ///   - size: The terminal's size in cells.
  ///   - now: The present instant, for ages and countdowns.
  ///   - theme: The colours.
  /// - Returns: The picture with the place of the cursor.
  public func render(_ size: Size, at now: Instant, theme: Theme) -> Frame {
    var canvas = Canvas(size: size, theme: theme)
    guard size.rows > 0, size.columns > 0 else { return canvas.frame(title: title) }
    let room = room(in: size)
    drawScreen(on: &canvas, room, at: now)
    for layer in layers where layer.context == nil { draw(layer, on: &canvas, room, at: now) }
    let strip = Rect(
      row: room.rows, column: 0, rows: tourRows(in: size), columns: size.columns)
    drawTour(on: &canvas, strip)
    let below = strip.row + strip.rows
    if let notice, below < size.rows { draw(notice, on: &canvas, row: below) }
    return canvas.frame(title: title)
  }

  /// The terminal's title, of constants and figures only; `nil` leaves the terminal's own.
  private var title: SafeText? {
    guard screen.hasTitle else { return nil }
    guard let counts else { return "Amends" }
    let due = counts.due > 0 ? ", \(Words.figure(counts.due)) due" : ""
    return SafeText("Amends – \(Words.figure(counts.open)) open\(due)")
  }

  /// The line below everything that says why nothing leaves; it stays until that is over.
  private func draw(_ notice: String, on canvas: inout Canvas, row: Int) {
    let columns = canvas.grid.size.columns
    canvas.fill(Rect(row: row, column: 0, rows: 1, columns: columns), .statusError)
    canvas.put(" ! \(notice)", row: row, column: 0, .statusError, width: columns)
  }

  func drawScreen(on canvas: inout Canvas, _ size: Size, at now: Instant) {
    switch layers.last(where: { $0.context != nil }) {
    case .customer(let screen): draw(screen, on: &canvas, CustomerLayout(size), at: now)
    case .composer(let composer): draw(composer, on: &canvas, ComposerLayout(size), at: now)
    case .outbox(let screen): draw(screen, on: &canvas, OutboxLayout(size), at: now)
    case .sheet(let sheet): draw(sheet, on: &canvas, SheetLayout(size), at: now)
    default: drawList(on: &canvas, ListLayout(size), at: now)
    }
  }

  func draw(_ layer: Layer, on canvas: inout Canvas, _ size: Size, at now: Instant) {
    switch layer {
    case .why(let why): draw(why, on: &canvas, size, at: now)
    case .help(let help): draw(help, on: &canvas, size)
    case .palette(let palette): draw(palette, on: &canvas, size)
    case .themes(let picker): draw(picker, on: &canvas, size)
    case .views(let picker): draw(picker, on: &canvas, size)
    case .prompt(let prompt): draw(prompt, on: &canvas, size)
    case .choice(let choice): draw(choice, on: &canvas, size)
    case .form(let form): draw(form, on: &canvas, size)
    case .handOver(let handOver): draw(handOver, on: &canvas, size)
    case .customer, .composer, .outbox, .sheet: break
    }
  }

  /// The line at the foot: what just happened, else the commands that matter here with this person's keys.
  func drawFooter(
    on canvas: inout Canvas,
    _ rect: Rect?,
    leavingOut hidden: Set<Command> = []
  ) {
    guard let rect else { return }
    canvas.fill(rect, .footer)
    if let status {
      let role: Role =
        switch status.kind {
        case .information: .status
        case .success: .statusGood
        case .error: .statusError
        }
      canvas.put(
        " " + (status.kind == .error ? "! " : "") + status.text, row: rect.row,
        column: rect.column, role, width: rect.columns, over: .footer)
      return
    }
    drawCommands(on: &canvas, rect, leavingOut: hidden)
  }

  /// As many commands as fit, in their order; the way to all others, the help, always has its place.
  func drawCommands(
    on canvas: inout Canvas,
    _ rect: Rect,
    from start: Int = 1,
    leavingOut hidden: Set<Command> = []
  ) {
    let help = footerWords(.help)
    let reserved = help.map { $0.width + 2 } ?? 0
    var column = rect.column + start
    for info in CommandTable.footer(of: context)
    where info.command != .help && !hidden.contains(info.command) {
      guard let words = footerWords(info.command) else { continue }
      guard column + words.width + reserved <= rect.columns else { break }
      draw(words, on: &canvas, rect.row, &column)
    }
    if let help { draw(help, on: &canvas, rect.row, &column) }
  }

  private struct FooterWords {
    var command: Command
    var key: SafeText
    var title: SafeText
    var width: Int { key.width + 1 + title.width }
  }

  private func footerWords(_ command: Command) -> FooterWords? {
    guard let key = settings.keymap.keys(for: command, in: context).first else { return nil }
    return FooterWords(
      command: command, key: SafeText("\(key)"), title: SafeText(command.info.title))
  }

  private func draw(
    _ words: FooterWords,
    on canvas: inout Canvas,
    _ row: Int,
    _ column: inout Int
  ) {
    canvas.mark(.command(words.command), row: row, columns: column..<column + words.width)
    column += canvas.put(words.key, row: row, column: column, .key, over: .footer) + 1
    column += canvas.put(words.title, row: row, column: column, .footer, over: .footer) + 2
  }
}

extension Canvas {
  func frame(title: SafeText?) -> Frame {
    let place = cursor.flatMap { grid.size.bounds.contains($0) ? $0 : nil }
    return Frame(grid, cursor: place, title: title)
  }
}
