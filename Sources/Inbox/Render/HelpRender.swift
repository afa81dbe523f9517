import Screen

extension Inbox {
  /// The keys of a context and what they do, in the order of the command table; the figures of views in one line.
  func helpLines(in context: CommandContext, narrow: Bool) -> [BoxLine] {
    let areUsual = haveViewsTheirFigures
    let entries = CommandTable.commands(in: context).compactMap { info -> (SafeText, SafeText)? in
      if areUsual, let figure = info.command.viewKey, figure > 0 {
        return figure == 1 ? ("1 … 9", "Show a saved view") : nil
      }
      let keys = settings.keymap.keys(for: info.command, in: context)
      guard !keys.isEmpty else { return nil }
      let names = keys.prefix(narrow ? 1 : 2).map { "\($0)" }.joined(separator: " ")
      return (SafeText(names), SafeText(info.help))
    }
    let width = (entries.map { $0.0.width }.max() ?? 0) + 2
    return entries.map { BoxLine([($0.0, .key, width), ($0.1, .text, 0)]) }
  }

  /// Whether each saved view is on its own figure, and on no other key.
  private var haveViewsTheirFigures: Bool {
    SavedView.keys.allSatisfy { figure in
      Command.view(figure).map {
        settings.keymap.keys(for: $0, in: .list) == [KeyPress(Character("\(figure)"))]
      } ?? false
    }
  }

  func draw(_ help: HelpScreen, on canvas: inout Canvas, _ size: Size) {
    let lines = helpLines(in: help.context, narrow: size.columns < 60)
    let room = max(1, size.rows - 2)
    let shown = help.scroll.shown(of: lines.count, room: room)
    canvas.box(
      title("Keys: \(help.context.name)", shown, of: lines.count), Array(lines[shown]), in: size,
      least: Size(rows: min(lines.count, room), columns: lines.map(\.width).max() ?? 0))
  }

  /// The title of a box, with the lines in sight where not all are, and the keys that move or close it.
  func title(_ name: String, _ shown: Range<Int>, of count: Int) -> String {
    shown.count == count
      ? "\(name) · any key closes"
      : "\(name), \(shown.lowerBound + 1)-\(shown.upperBound) of \(count) · \(motions)"
  }

  private var motions: String {
    let keys = [Command.moveDown, .moveUp].compactMap {
      settings.keymap.keys(for: $0, in: .list).first.map { "\($0)" }
    }
    return "\(keys.joined(separator: " ")) move, others close"
  }
}
