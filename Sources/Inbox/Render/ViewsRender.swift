import Ledger
import Screen

extension Inbox {
  /// The views with their keys, names and counts, and the filters where there is room.
  func draw(_ picker: ViewPicker, on canvas: inout Canvas, _ size: Size) {
    let width = Canvas.boxRoom(size).columns
    let names = min(26, max(8, width - 14))
    let lines = picker.views.enumerated().map { index, view in
      line(of: view, index, in: picker, names: names, width: width)
    }
    let ways: [BoxLine] =
      size.rows < 8
      ? []
      : [.key(figure(of: .view0), "the usual list"), .key("escape", "leaves it as it is")]
    let room = max(1, Canvas.boxRoom(size).rows - ways.count)
    let first = Scroll.top(selected: picker.selected, rows: room, count: lines.count)
    let shown = Array(lines[first...].prefix(room)) + ways
    let inner = canvas.box("Views", shown, in: size)
    canvas.cursor = Point(row: inner.row + picker.selected - first, column: inner.column)
  }

  private func line(
    of view: SavedView,
    _ index: Int,
    in picker: ViewPicker,
    names: Int,
    width: Int
  ) -> BoxLine {
    let isSelected = index == picker.selected
    func role(_ role: Role) -> Role { isSelected ? .listSelected : role }
    let key = Command.view(view.key).map { figure(of: $0) } ?? "\(view.key)"
    let count = countWords(picker.counts[view.filter])
    let indent = String(repeating: " ", count: max(0, 9 - count.count))
    let filter = width >= 60 && view.name != view.text ? view.text : ""
    let used = 3 + names + 11
    var line = BoxLine([
      (SafeText(key), role(.key), 3), (SafeText(view.name), role(.textStrong), names),
      (SafeText(indent + count), role(.text), 11),
      (SafeText(filter).prefix(columns: max(0, width - used)), role(.textDim), 0),
    ])
    line.targets = [(0..<width, .option(index))]
    return line
  }

  private func figure(of command: Command) -> String {
    settings.keymap.keys(for: command, in: .list).first.map { "\($0)" } ?? ""
  }

  private func countWords(_ count: Int?) -> String {
    guard let count else { return "…" }
    return count == ViewPicker.cap ? "\(Words.figure(count - 1))+" : Words.figure(count)
  }
}
